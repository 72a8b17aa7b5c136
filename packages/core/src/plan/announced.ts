import type { Span } from '../shared/index.ts'
import { smallWhole } from './numerals/chinese.ts'

/** How many areas and tasks a report says it holds, and where it says so. */
export interface Announced {
  readonly areas: number | null
  readonly tasks: number | null
  readonly at: Span | null
}

const count = '(?<![\\d.])(\\d{1,3}|[一二三四五六七八九十两百]{1,5})'
const areasSaid = new RegExp(`${count}(?:个|大){0,2}(?:方面|大类|板块|领域|部分)(?:的?(?:重点)?(?:工作|任务))?`)
const tasksSaid = new RegExp(
  `${count}[项件条个大](?:年度|具体|重大|为民|省级|市级|区级){0,2}(?:重点工作任务|重点工作|重点任务|工作任务|目标任务|具体任务|民生实事|惠民实事|民生微?实事项目|实事项目|实事|任务)`,
)

/** Reads 8个方面 and 70项重点工作任务 in the words that stand outside every task. The last count of each is kept. */
export function announcedIn(passages: readonly { readonly words: string; readonly start: number }[]): Announced {
  let areas: number | null = null
  let tasks: number | null = null
  let at: Span | null = null
  for (const { words, start } of passages) {
    const saidAreas = areasSaid.exec(words)
    const saidTasks = tasksSaid.exec(words)
    if (saidAreas) areas = smallWhole(saidAreas[1] as string)
    if (saidTasks) {
      tasks = smallWhole(saidTasks[1] as string)
      at = { start: start + saidTasks.index, end: start + saidTasks.index + saidTasks[0].length }
    }
  }
  return { areas, tasks, at }
}
