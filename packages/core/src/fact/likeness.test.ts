import { expect, test } from 'vitest'
import { day } from '../shared/index.ts'
import { alikeTo, likenessOf } from './likeness.ts'

test('同一件事换个标点、全角半角，仍是一样；不相干的不像；空的不算像', () => {
  expect(likenessOf('“文化春雨”进社区（第1场）', '文化春雨 进社区 第1场')).toBe(100)
  expect(likenessOf('ＡＥＤ培训', 'aed培训')).toBe(100)
  expect(likenessOf('消防演练', '普法讲座')).toBe(0)
  expect(likenessOf('', '')).toBe(0)
  expect(likenessOf('！', '！')).toBe(0)
})

test('差一两个字的很像，差得多的不够像，前后颠倒不改结果', () => {
  const [a, b] = ['新田社区消防应急演练活动', '新田社区消防应急演练']
  expect(likenessOf(a, b)).toBeGreaterThanOrEqual(70)
  expect(likenessOf(a, b)).toBe(likenessOf(b, a))
  expect(likenessOf('新田社区消防应急演练', '桥头社区义诊')).toBeLessThan(40)
})

test('前后三天以内、像到界限以上的才列出，最像的在前；自己不算', () => {
  const rules = { daysMax: 3, percentMin: 60 }
  const row = (id: string, title: string, on: string) => ({ id, title, on: day(on) })
  const asked = row('a', '新田社区消防应急演练', '2023-06-10')
  const found = alikeTo(
    asked,
    [
      asked,
      row('b', '新田社区消防应急演练活动', '2023-06-13'),
      row('c', '新田社区消防应急演练', '2023-06-07'),
      row('d', '新田社区消防应急演练', '2023-06-14'),
      row('e', '新田社区消防应急演练', '2023-06-06'),
      row('f', '普法讲座', '2023-06-10'),
    ],
    rules,
  )
  expect(found.map(({ row: { id }, percent }) => [id, percent === 100])).toEqual([
    ['c', true],
    ['b', false],
  ])
})
