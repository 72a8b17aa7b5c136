import { describe, expect, test } from 'vitest'
import { reportFromPlain } from '../text/index.ts'
import { planFromText } from './from-text.ts'
import { startReview } from './review.ts'

/** The deadline of the one task that a sentence makes. */
function dueOf(sentence: string): string | null | undefined {
  const text = `某街道2025年工作计划\n一、重点工作\n1.${sentence}\n2.加强学习。`
  return startReview(planFromText(reportFromPlain(text))).tasks[0]?.due
}

describe('句子里的日期，是整条任务的时限', () => {
  test.each([
    ['只有这一件事', '新建口袋公园12个，6月底前全部开放。', '2025-06'],
    ['各有各的日期，取最后一个', '青山路上半年开工、9月底前通车。', '2025-09'],
    ['写在句首，管到句末', '9月底前，新建口袋公园12个，改造公厕5座。', '2025-09'],
    ['写在句末，说的是前面全部', '新建口袋公园12个、改造公厕5座，确保9月底前全部完成。', '2025-09'],
    ['持续做的，句末说了做完的日期', '持续推进青山小区改造，9月底前全部完工。', '2025-09'],
    ['到年底的，别的事也不会更晚', '新建口袋公园12个，青山路年底前通车。', '2025-12'],
    ['明年的，比今年的都晚', '新建口袋公园12个，青山路2026年6月底前通车。', '2026-06'],
  ])('%s：%s', (_, sentence, due) => {
    expect(dueOf(sentence)).toBe(due)
  })
})

describe('句子里的日期，只是其中一件事的', () => {
  test.each([
    ['全年还有数', '6月底前完成青山路改造，全年开展志愿活动20场。'],
    ['别的数没有日期', '新建口袋公园12个，其中首批5个6月底前开放。'],
    ['别的事没有日期', '青山路6月底前通车，建成青山小学。'],
    ['一直要做的事', '6月底前完成方案编制，全年常态化开展巡查。'],
    ['句末的日期说的是另一样东西', '改造供水管道9公里，新建停车位350个，青山变电站三季度投运。'],
    ['句首的日期管不到下一句', '6月底前，新建口袋公园12个。举办演出20场。'],
  ])('%s：%s', (_, sentence) => {
    expect(dueOf(sentence)).toBeNull()
  })
})

test('时限栏写了的，以时限栏为准；句子里的还在，注明是其中一部分', () => {
  const text = '1.青山路6月底前通车，举办演出20场。（牵头单位：城建办；完成时限：10月底）'
  const reading = planFromText(reportFromPlain(`某街道2025年工作计划\n一、重点工作\n${text}\n2.加强学习。`))
  expect(startReview(reading).tasks[0]?.due).toBe('2025-10')
  expect(reading.deadlines.map(({ due, part }) => [due, part ?? false])).toEqual([
    ['2025-06', true],
    ['2025-10', false],
  ])
})

test('从前读出的时限没有这个记号，照旧算整条任务的', () => {
  const text = '某街道2025年工作计划\n一、重点工作\n1.青山路6月底前通车，举办演出20场。\n2.加强学习。'
  const reading = planFromText(reportFromPlain(text))
  const before = reading.deadlines.map(({ at, task, rule, doubts, due }) => ({ at, task, rule, doubts, due }))
  expect(startReview({ ...reading, deadlines: before }).tasks[0]?.due).toBe('2025-06')
})
