import { expect, test } from 'vitest'
import { announcedIn } from './announced.ts'

test.each([
  ['部署了8个方面重点工作,细化了70项重点工作任务', 8, 70],
  ['选出2024年度十件民生实事', null, 10],
  ['重点做好以下九个方面工作', 9, null],
  ['今年安排6大板块三十二项具体任务', 6, 32],
  ['2024年度重点工作任务分解表', null, null],
  ['从14个候选项目中选出', null, null],
  ['12个社区共180人参加会议', null, null],
])('%s', (words, areas, tasks) => {
  expect(announcedIn([{ words, start: 0 }])).toMatchObject({ areas, tasks })
})
