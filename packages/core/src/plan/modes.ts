import type { Layout } from './layout.ts'
import type { Clause, Mode } from './seen.ts'

// Words of time and aspect. What was done carries on through its sentence until something is promised.
const told =
  /(?<![自业])已(?!知)|(?<![较比于与超在])(?:去年|上年|上一年)(?!度?末)|前年|往年|过去[一二三四五两几]?年|[一五三两]年来|截至|截止|目前|迄今|至今|以来(?!的)/
const toldHere = /(?<![为除明受])了(?![解如望结然不])|从.{1,20}中选出|参加会议|出席会议/
const promised =
  /力争|争取|确保|今年|明年|下半年|下一步|计划(?!的)|预计|(?<![即])将(?![近士领])|拟(?!定)|新的一年|继续|(?:剩余|余下)[^,。;]{1,16}(?:全部|完成|完工|前)/
const goal = /目标(?!的)|力争|争取|确保|今年|预期|计划|(?<![即])将(?![近士领])|本年度/
const standing = /目前|现已|已(?:经)?(?!知)/
const ofEarlier = /去年|上年|上一年|前年|往年|过去|年来|以来/
// 优化已建成的驿站: what was done is only what the work is about, and tells nothing of the words that follow.
const attributive =
  /(?:优化|完善|巩固|提升|盘活|用好|管好|对|将|把|推动|支持|加强)[^,。;]{0,8}已|\d[个家条宗处项]已[^,。;]{1,10}(?:项目|企业|小区|地块)/
const goals = /目标(?:任务)?(?:是|为|:|如下|设定|,)/
// 上半年完成税收2亿元,占年度任务的54%: measured against the year's goal, the half-year has been told.
const partOfYear =
  /^(?:今年)?(?:上半年|前[一二三两]个?季度|[一二三]季度|1[-—–~至]\d{1,2}月份?)[^。;]{0,80}占(?:全年|年度|年初)?(?:目标|任务|计划)[^,。;]{0,4}的\d/
const yearFirst = /^(?:[在到]|截至|自从?)?(\d{4})年/

/** −1 where a clause opens with a year before the plan's, 1 with the plan's or a later one, 0 with none. */
function yearOpening(clause: string, year: number | null): -1 | 0 | 1 {
  const found = yearFirst.exec(clause)
  if (year === null || found === null) return 0
  return Number(found[1]) < year ? -1 : 1
}

/** What holds before any word has said otherwise. */
export interface ModeStart {
  readonly mode: Mode
  /** Whether `mode` holds whatever the words say: a review. */
  readonly fixed: boolean
  readonly year: number | null
}

/** Says of each clause whether it tells or promises. Where the goals of the year begin, the passage turns to promises. */
export function clausesOf(text: string, layout: Layout, start: ModeStart): readonly Clause[] {
  const clauses: Clause[] = []
  let rest = start.mode
  let mode = start.mode
  let from = 0
  let sentence = 0
  let asides = false
  for (const [index, end] of layout.clauseEnds.entries()) {
    const words = text.slice(from, Math.min(end, from + 400))
    if (!start.fixed && goals.test(words)) rest = mode = 'forward'
    const [here, onward] = start.fixed
      ? [mode, mode]
      : modesOf(mode, words, rest, start.year, partOfYear.test(text.slice(from, from + 120)))
    clauses.push({ index, start: from, end, text: words, sentence, mode: here })
    // 目前已完工2个; … tells where things stand, no further than its semicolon; 去年… tells on.
    if (here === 'past') asides = standing.test(words) || (asides && !ofEarlier.test(words))
    mode = asides && onward === 'past' && text[end - 1] === ';' ? rest : onward
    if (layout.endsSentence[index]) {
      sentence++
      mode = rest
    }
    from = end
  }
  return clauses
}

/** The mode of a clause, and the mode it leaves to the rest of its sentence. */
function modesOf(mode: Mode, words: string, rest: Mode, year: number | null, reported: boolean): readonly [Mode, Mode] {
  if (reported) return ['past', 'past']
  const past = told.exec(words)?.index ?? -1
  const future = (rest === 'past' ? goal : promised).exec(words)?.index ?? -1
  if (past >= 0 && past > future) return ['past', attributive.test(words) ? mode : 'past']
  const opening = yearOpening(words, year)
  if (opening < 0) return future >= 0 ? ['forward', 'forward'] : ['past', 'past']
  const onward = future >= 0 || (opening > 0 && rest === 'forward') ? 'forward' : mode
  return [onward === 'forward' && toldHere.test(words) ? 'past' : onward, onward]
}

/** Whether a passage sets out the goals of the year, so that what follows it promises. */
export const setsGoals = (text: string): boolean => goals.test(text)
