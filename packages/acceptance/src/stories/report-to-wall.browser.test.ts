import { afterAll, beforeAll, test } from 'vitest'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { startingReport } from '../support/reports.ts'
import { type Told, tellReportToWall } from './support/report-to-wall.ts'

let story: BrowserStory
beforeAll(async () => {
  story = await openBrowserStory('2023-01-10')
}, 180_000)
afterAll(() => story.close())

const starting: Told = {
  report: startingReport(),
  slips: 62,
  missing: 8,
  correct: { from: '60', to: '61' },
  feed: { printed: '700', each: '80', light: '正常', attained: '完成80%' },
}

test(
  '起点报告：导入、用键盘改正一个目标、采用、上墙，七行填报又核实后，开着的墙自己变，昨天的墙不变',
  () => tellReportToWall(story, '青禾街道', starting),
  180_000,
)
