import { expect, test } from 'vitest'
import { missingIn, titleFrom } from './upload-check.ts'

const full = { fileName: '报告.docx', year: '2023', title: '工作报告', datedOn: '2023-01-12' }

test('a full form lacks nothing', () => {
  expect(missingIn(full)).toEqual({})
})

test.each([
  [{ fileName: null }, { fileName: 'missing' }],
  [{ year: '二三' }, { year: 'year' }],
  [{ title: '  ' }, { title: 'missing' }],
  [{ datedOn: '' }, { datedOn: 'missing' }],
])('%o is missing at its field', (typed, missing) => {
  expect(missingIn({ ...full, ...typed })).toEqual(missing)
})

test('the title starts as the name of the file', () => {
  expect(titleFrom('2023年工作报告.第二稿.docx')).toBe('2023年工作报告.第二稿')
})
