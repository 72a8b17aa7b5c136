import { expect, test } from 'vitest'
import { reportFromPlain } from '../../text/index.ts'
import { planFromText } from '../from-text.ts'

/** The milestones of a task of one sentence, as `subject event due`. */
function milestonesOf(sentence: string): string[] {
  const report = reportFromPlain(`某街道2025年工作计划\n一、重点工作\n1.${sentence}\n2.加强学习。`)
  return planFromText(report).milestones.map(({ subject, event, due }) => `${subject} ${event} ${due ?? '-'}`)
}

test.each([
  ['年产6万吨的云溪新材料项目9月底前试生产。', ['云溪新材料项目 operate 2025-09']],
  ['占地90亩的祥和智能家居产业园四季度竣工。', ['祥和智能家居产业园 complete 2025-Q4']],
  ['加快城西大道北延段建设。', ['城西大道北延段 progress -']],
  ['同和中心6月底竣工。', ['同和中心 complete 2025-06']],
  ['云溪饲料3万吨加工项目10月底前投产。', ['云溪饲料3万吨加工项目 operate 2025-10']],
  ['完成柳湾水库除险加固。', ['柳湾水库 complete -']],
  ['推进柳湾公园及周边设施提升项目。', ['柳湾公园及周边设施提升项目 progress -']],
  ['实施青年创业护航计划。', []],
  ['打通公交微循环,年内打通春晓路。', ['春晓路 complete 2025']],
  ['建设油茶林地800亩、蔬菜大棚300亩。', []],
])('a thing and what becomes of it: %s', (sentence, expected) => {
  expect(milestonesOf(sentence)).toEqual(expected)
})
