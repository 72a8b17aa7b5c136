import { describe, expect, test } from 'vitest'
import { reportFromPlain } from '../text/index.ts'
import { datesIn } from './dates.ts'
import { deadlinesIn, dueOfCell } from './deadlines.ts'
import { dateIn } from './due-in.ts'
import { planFromText } from './from-text.ts'

/** What the three who ask for a date read in the same words: the sentence, the number behind it, the deadline column. */
const readers = (words: string) => ({
  sentence: deadlinesIn(words, 2024).at(-1)?.due ?? null,
  number: dateIn(words, 2024)?.due ?? null,
  cell: dueOfCell(words, 2024),
})

describe('同一个日期，句子里、数字前、时限栏里读出来是同一天', () => {
  test.each([
    ['次年3月底前', '2025-03'],
    ['明年6月30日前', '2025-06-30'],
    ['6月底前', '2024-06'],
    ['2025年9月1日前', '2025-09-01'],
    ['三季度末', '2024-Q3'],
    ['第2季度末', '2024-Q2'],
    ['今年年底前', '2024-12'],
    ['秋季开学前', '2024-09'],
    ['国庆节前', '2024-10-01'],
    ['2月29日前', '2024-02-29'],
    ['2月30日前', null],
    ['6月31日前', null],
    ['13月底前', null],
  ])('%s', (words, due) => {
    expect(readers(words)).toEqual({ sentence: due, number: due, cell: due })
  })

  test.each(['截至6月底', '上年同期6月底', '去年12月底'])('%s 是过去，不是时限', (words) => {
    expect(dateIn(words, 2024)).toBeNull()
    expect(deadlinesIn(words, 2024)).toEqual([])
  })

  test('后说的日期算数', () => {
    expect(dateIn('一季度达到三成、上半年达到', 2025)?.due).toBe('2025-Q2')
    expect(dateIn('9月底前开工、年底前建成', 2025)?.due).toBe('2025-12')
  })

  test('三季度30家、6月20个，数字不是几号', () => {
    expect(datesIn('6月20个、三季度30家', 2024).map(({ due }) => due)).toEqual(['2024-06', '2024-Q3'])
  })
})

describe('日历上没有的日子', () => {
  const read = (sentence: string) =>
    planFromText(reportFromPlain(`青禾街道2023年工作报告\n一、重点工作\n1.${sentence}\n2.加强学习。`))

  test('数字的时限不记，只存疑', () => {
    expect(read('6月31日前新建口袋公园12个。').targets).toMatchObject([
      { value: '12', due: null, doubts: [{ code: 'plan.due_no_such_day' }] },
    ])
    expect(read('6月30日前新建口袋公园12个。').targets).toMatchObject([{ due: '2023-06-30', doubts: [] }])
  })

  test('节点的时限也不记，只存疑', () => {
    expect(read('柳湾公园提升工程2月30日前完工。').milestones).toMatchObject([
      { event: 'complete', due: null, doubts: [{ code: 'plan.due_no_such_day' }] },
    ])
  })
})
