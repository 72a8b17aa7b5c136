import { newOffice } from '@guatu/contract'
import { expect, test } from 'vitest'
import { draftOf, wrongIn } from './office-draft.ts'

test('names are trimmed, empty lines and repeated units left out', () => {
  expect(draftOf({ name: ' 云桥街道 ', units: '经济发展办\r\n\n 云桥社区 \n经济发展办\n　\n' })).toEqual({
    name: '云桥街道',
    units: ['经济发展办', '云桥社区'],
  })
})

const lines = (count: number) => Array.from({ length: count }, (_, i) => `第${i + 1}社区`)
const long = '社'.repeat(41)

test.each([
  [{ name: '云桥街道', units: [] }, null],
  [{ name: '云桥街道', units: lines(200) }, null],
  [{ name: '云', units: [] }, { field: 'name' }],
  [{ name: long, units: [] }, { field: 'name' }],
  [
    { name: '云桥街道', units: ['云桥社区', long] },
    { field: 'units', longUnit: long },
  ],
  [
    { name: '云桥街道', units: lines(201) },
    { field: 'units', tooMany: 201 },
  ],
])('what is wrong with a draft is what the server would refuse: case %#', (draft, wrong) => {
  expect(wrongIn(draft)).toEqual(wrong)
  expect(newOffice.safeParse(draft).success).toBe(wrong === null)
})
