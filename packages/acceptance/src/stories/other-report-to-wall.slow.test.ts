import { afterAll, beforeAll, test } from 'vitest'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { otherReport } from '../support/reports.ts'
import { type Told, tellReportToWall } from './support/report-to-wall.ts'

let story: BrowserStory
beforeAll(async () => {
  story = await openBrowserStory('2023-01-10')
}, 180_000)
afterAll(() => story.close())

const other: Told = {
  report: otherReport(),
  slips: 5,
  missing: 0,
  correct: { from: '150', to: '160' },
  // The task's other targets have no rows yet, and no data stands above 正常; so the rows have to fall behind.
  feed: { printed: '200', each: '6', light: '红灯', attained: '完成21%' },
}

test(
  '另一份报告，编号、条数都不同：导入、用键盘改正一个目标、采用、上墙，七行填报又核实后，开着的墙自己变，昨天的墙不变',
  () => tellReportToWall(story, '白鹭街道', other),
  90_000,
)
