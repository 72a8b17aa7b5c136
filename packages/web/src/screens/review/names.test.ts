import { expect, test } from 'vitest'
import { namesOf } from './names.ts'

test('names are parted by whatever a person types between them', () => {
  expect(namesOf('综合办、 城建办，\n云桥社区;综合办')).toEqual(['综合办', '城建办', '云桥社区'])
  expect(namesOf(' 、')).toEqual([])
})
