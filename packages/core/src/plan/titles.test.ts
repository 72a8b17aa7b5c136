import fc from 'fast-check'
import { expect, test } from 'vitest'
import { titlesOf } from './titles.ts'

test('一个方面里不重名', () => {
  const words = '推进项目建设。'
  const titles = titlesOf([
    { words, area: 0 },
    { words, area: 0 },
    { words, area: 1 },
  ])
  expect(new Set(titles.slice(0, 2)).size).toBe(2)
  expect(titles[2]).toBe(titles[0])
})

test('什么话都给出一到十二个字', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (all) => {
      for (const title of titlesOf(all.map((words) => ({ words, area: null })))) {
        expect(title.length).toBeGreaterThanOrEqual(1)
        expect(title.length).toBeLessThanOrEqual(12)
      }
    }),
  )
})
