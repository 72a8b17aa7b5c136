import type { PlannedTarget, PlannedTask } from '../plan/index.ts'
import { readUnit } from '../shared/index.ts'
import { plainTitle } from './alike.ts'
import type { Indicator } from './indicator.ts'
import { unitsIn } from './units.ts'

/** A target as proposals see it. */
export interface Proposable {
  readonly target: PlannedTarget
  readonly task: Pick<PlannedTask, 'title' | 'sentence'>
}

export interface Proposal {
  readonly target: string
  readonly indicator: string
  /** Out of a hundred: how much of the indicator's name the words of the target hold. */
  readonly score: number
  /**
   * Its name stands in the target's own words, its unit fits, and no other comes near. Where only another word for it
   * stands there, both have to count by the same unit: 改造3个小区 are not 3 栋.
   */
  readonly sure: boolean
}

const atLeastProposed = 50
const sureFrom = 90
const aheadBy = 20
// A name that stands in the task's sentence alone may belong to another target of the task: its unit has to be the very same.
const inSentence = 60

function pairsOf(text: string): readonly string[] {
  const characters = Array.from(text)
  return characters.length < 2 ? characters : characters.slice(1).map((character, i) => `${characters[i]}${character}`)
}

/** How much of a phrase a text holds, out of a hundred, by pairs of neighbouring characters. */
function heldBy(phrase: string, text: string): number {
  if (phrase !== '' && text.includes(phrase)) return 100
  const pairs = pairsOf(phrase)
  const held = pairs.filter((pair) => text.includes(pair)).length
  return pairs.length === 0 ? 0 : Math.floor((held * 99) / pairs.length)
}

/** Whether the kind of number fits what is asked for: growth for growth, a limit from above for one. */
function fits({ judged, unit }: Indicator, { words, kind }: PlannedTarget): boolean {
  if (kind !== 'target' || !words) return false
  if ((words.basis === 'growth') !== (judged === 'growth')) return false
  const isLimit = words.comparator === '<=' || words.comparator === '<'
  if (isLimit !== (judged === 'upperMean' || judged === 'zeroEvent')) return false
  return unitsIn(unit, words.printedUnit || words.unit) !== null
}

const countsAlike = ({ unit }: Indicator, { target }: Proposable): boolean =>
  readUnit(unit).unit === (target.words?.unit ?? '')

/** Whether the number is named as the indicator is, or counted as it is. */
const isMeant = (indicator: Indicator, one: Proposable): boolean =>
  countsAlike(indicator, one) || heldBy(plainTitle(indicator.label.zh), plainTitle(one.target.subject)) >= sureFrom

function scoreOf(indicator: Indicator, one: Proposable): number {
  const { target, task } = one
  const isOther = indicator.notSaid?.some((word) => target.subject.includes(word))
  if (isOther || !fits(indicator, target)) return 0
  const own = plainTitle(target.subject)
  const around = plainTitle(`${task.title}${task.sentence}`)
  const phrases = [indicator.label.zh, ...(indicator.alsoSaid ?? [])].map(plainTitle)
  const scores = phrases.map((phrase) => {
    const inOwn = heldBy(phrase, own)
    return countsAlike(indicator, one) && around.includes(phrase) ? Math.max(inOwn, inSentence) : inOwn
  })
  return Math.max(...scores)
}

/**
 * Which indicator each target may be bound to, by words and unit; an indicator is proposed once. Nothing is bound by it:
 * a person confirms.
 */
export function proposeBindings(targets: readonly Proposable[], indicators: readonly Indicator[]): readonly Proposal[] {
  const all = targets.flatMap((one) =>
    indicators.map((indicator) => ({ one, indicator, score: scoreOf(indicator, one) })),
  )
  const likely = all.filter(({ score }) => score >= atLeastProposed).toSorted((a, b) => b.score - a.score)
  const taken = new Set<string>()
  const proposals: Proposal[] = []
  for (const { one, indicator, score } of likely) {
    const { key } = one.target
    if (taken.has(`t ${key}`) || taken.has(`i ${indicator.id}`)) continue
    taken.add(`t ${key}`).add(`i ${indicator.id}`)
    const rivals = all.filter((other) => (other.one === one) !== (other.indicator === indicator))
    const isAhead = rivals.every((rival) => rival.score + aheadBy <= score)
    proposals.push({
      target: key,
      indicator: indicator.id,
      score,
      sure: score >= sureFrom && isAhead && !indicator.proxy && isMeant(indicator, one),
    })
  }
  return proposals
}
