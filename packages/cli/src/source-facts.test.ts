import { reportFromPlain } from '@guatu/core/text'
import { expect, test } from 'vitest'
import { datedOnIn, headingOf } from './source-facts.ts'

const report = (text: string) => reportFromPlain(text)

test.each([
  ['白河街道工作报告\n（2023年2月8日）\n一、建设', 'a.txt', '2023-02-08'],
  ['白河街道工作报告\n2023年2月8日召开会议。', '报告2023-03-01.txt', '2023-03-01'],
  ['白河街道工作报告\n2023年2月30日', '报告20230301.txt', '2023-03-01'],
  ['白河街道2023年工作报告', '2023年报告.txt', null],
])('成文日期取自单独成行的日期或文件名，不猜', (text, name, day) => {
  expect(datedOnIn(report(text), name)).toBe(day)
})

test('标题取自样式为标题的首行，没有样式时不猜', () => {
  const read = report('白河街道2023年工作报告\n正文')
  expect(headingOf(read)).toBeNull()
  const lines = read.lines.map((line, i) => ({ ...line, level: i === 0 ? 1 : null }))
  expect(headingOf({ ...read, lines })).toBe('白河街道2023年工作报告')
})
