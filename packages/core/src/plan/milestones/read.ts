import { deadlinesIn } from '../deadlines.ts'
import { openingOf } from '../outline/headings.ts'
import type { FoundMilestone } from './found.ts'
import { anyOf, before, behind, pushes } from './lexicon.ts'
import { Sentence } from './sentence.ts'
import { phrasesOf, sentencesOf } from './split.ts'
import { isFacility, isNamed } from './things.ts'

const worthReading = new RegExp(
  anyOf([...Object.values(behind).flat(), ...Object.values(before).flat(), ...pushes, '对', '将', '把']),
)

/**
 * Reads the milestones of a passage: named things, and what is to become of them. `name` is what the passage speaks of
 * where a phrase names nothing itself (the task's cell beside the goal's); null where there is none.
 */
export function milestonesIn(words: string, year: number | null, name: string | null = null): FoundMilestone[] {
  if (!worthReading.test(words)) return []
  const dues = deadlinesIn(words, year)
  const found = sentencesOf(words).flatMap((run) => {
    const sentence = new Sentence(words, dues, name)
    for (const phrase of phrasesOf(words, run)) {
      if (worthReading.test(words.slice(phrase.from, phrase.to))) sentence.phrase(phrase)
    }
    return sentence.milestones()
  })
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

const nameMax = 30
/** 招引优质项目, 提升城市公园 are aims; what stands behind such a verb is named only by a name of its own. */
const aims =
  /^(?:签约|引进|招引|谋划|储备|争取|申报|推广|加强|强化|优化|提升|完善|健全|服务|聚焦|突出|狠抓|抓[好实牢]|办[好实]|做[好优强大实]|打造|培育|盘活)/
/** A heading this long that ends in what is built names one thing, whatever its words. */
const titleMin = 6

/**
 * The thing that a task's opening words name and say nothing of (滨河快速路二期工程。…), or null. A cell that holds
 * nothing else names its thing more surely.
 */
export function thingNamedBy(words: string, inCell = false): string | null {
  const { head } = openingOf(words.slice(0, nameMax * 3))
  const said = head.replace(/^(?:新建|改建|扩建|建设|实施|推进|加快|启动|完成|改造提升|改造)+/, '')
  const name = said.replace(aims, '')
  if (name.length < 4 || name.length > nameMax || /[,，;；、]/.test(name) || !isFacility(name)) return null
  if (isNamed(name)) return name
  const sure = name.length >= titleMin || (inCell && !/(?:项目|工程)$/.test(name))
  return sure && name === said ? name : null
}
