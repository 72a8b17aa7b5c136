import type { Tally } from '../indicator/index.ts'
import { addsUp, isCountedWhole, isWorkOnly, type Terms, uncheckableWords } from '../plan/index.ts'
import {
  type AsOf,
  compare,
  compareExact,
  type Day,
  type Decimal,
  daysBetween,
  decimal,
  type Exact,
  exactly,
  exactMinus,
  exactOver,
  exactTimes,
  inForce,
  shownExact,
  shownRatio,
  type Threshold,
  type Words,
} from '../shared/index.ts'
import type { Badge, Light, Working } from './light.ts'
import { plannedExactly, shownPlanned } from './pace.ts'

/** The thresholds of the ratio rule, each dated and with its source. */
export interface PaceRules {
  readonly green: Threshold
  readonly yellow: Threshold
  readonly orange: Threshold
  readonly smallNumberMax: Threshold
}

const says = {
  reached: { zh: '已核实数达到目标', en: 'verified figures reach the target' },
  overdue: { zh: '时限已过，尚未完成', en: 'the date has passed and it is not done' },
  notDue: { zh: '未到完成时限，尚无节点记录', en: 'not due yet, no milestone recorded' },
  noData: { zh: '尚无已核实的台账记录', en: 'no verified row yet' },
  otherRule: { zh: '此类目标尚无数据来源', en: 'nothing feeds this kind of target yet' },
  unset: { zh: '尚未定值', en: 'no value settled' },
  noRule: { zh: '当日尚无生效的亮灯规则', en: 'no rule was in force that day' },
} satisfies Record<string, Words>

const withoutFigures = (light: Light, rule: string, words: Words, badges: readonly Badge[] = []): Working => ({
  light,
  rule,
  says: words,
  actual: null,
  reported: null,
  planned: null,
  ratio: null,
  attainment: null,
  badges,
})

/** Whether an exact value is what the target's comparator asks for. */
export function isReachedBy({ comparator }: Terms, value: Exact, actual: Exact): boolean {
  const sign = compareExact(actual, value)
  if (comparator === '>') return sign > 0
  if (comparator === '<') return sign < 0
  return comparator === '<=' ? sign <= 0 : sign >= 0
}

function ratioLight(
  actual: Exact,
  planned: Exact,
  bounds: { green: Decimal; yellow: Decimal; orange: Decimal },
): Light {
  const reaches = (bound: Decimal) => compareExact(actual, exactTimes(planned, exactly(bound))) >= 0
  if (reaches(bounds.green)) return 'green'
  if (reaches(bounds.yellow)) return 'yellow'
  return reaches(bounds.orange) ? 'orange' : 'red'
}

// The number of missing units that each light allows; a ratio jumps too far where one unit is a tenth of the year.
function smallNumberLight(actual: Exact, planned: Exact): Light {
  const missing = exactMinus(planned, actual)
  const isAtMost = (units: number) => compareExact(missing, exactly(decimal(units))) <= 0
  if (isAtMost(0)) return 'green'
  if (isAtMost(1)) return 'yellow'
  return isAtMost(2) ? 'orange' : 'red'
}

/** The light of a figure against what should be there by now; `small`: few whole units go by how many are missing. */
export function paceLight(
  target: Terms,
  value: Decimal,
  actual: Exact,
  planned: Exact,
  on: Day,
  rules: PaceRules,
  small = isCountedWhole(target.unit),
) {
  const bounds = [rules.green, rules.yellow, rules.orange, rules.smallNumberMax].map((rule) => inForce(rule, on))
  const [green, yellow, orange, smallMax] = bounds
  if (!green || !yellow || !orange || !smallMax) return { light: 'unset' as Light, rule: 'none', words: says.noRule }
  if (compareExact(planned, exactly(decimal(0))) <= 0)
    return { light: 'green' as Light, rule: 'ratio', words: { zh: '计划数为零', en: 'nothing planned yet' } }
  const shown = (figure: Exact) =>
    `${shownExact(exactOver(figure, exactly(target.scale)) ?? figure, 2)}${target.printedUnit}`
  if (small && compare(value, smallMax) <= 0) {
    const words = {
      zh: `小数规则：应达${shown(planned)}，实有${shown(actual)}`,
      en: `small numbers: ${shown(planned)} planned, ${shown(actual)} there`,
    }
    return { light: smallNumberLight(actual, planned), rule: 'smallNumber', words }
  }
  const quotient = shownExact(exactOver(actual, planned) ?? actual, 3)
  const words = {
    zh: `完成数÷应达数 = ${shown(actual)}÷${shown(planned)} = ${quotient}`,
    en: `actual ÷ planned = ${shown(actual)} ÷ ${shown(planned)} = ${quotient}`,
  }
  return { light: ratioLight(actual, planned, { green, yellow, orange }), rule: 'ratio', words }
}

/** 力争: a red light of a stretch target is shown orange. */
export const softened = (target: Terms, light: Light): Light => (target.stretch && light === 'red' ? 'orange' : light)

/** The light of one target for one day as known then. Pure: the same inputs always give the same light. */
export function judge(target: Terms, tally: Tally, { on }: AsOf, rules: PaceRules): Working {
  const overdue = on > target.dueOn ? daysBetween(target.dueOn, on) : 0
  if (isWorkOnly(target))
    return withoutFigures('uncheckable', 'uncheckable', uncheckableWords['plan.uncheckable.no_end'])
  if (target.kind === 'milestone')
    return overdue > 0
      ? withoutFigures('noData', 'milestone', says.noData)
      : withoutFigures('notDue', 'milestone', says.notDue)
  if (target.value === null) return withoutFigures('unset', 'unset', says.unset)
  if (!addsUp(target)) return withoutFigures('noData', 'otherKind', says.otherRule)
  const { value } = target
  const actual = tally.verified
  const exact = plannedExactly(value, isCountedWhole(target.unit), target, on)
  const planned = shownPlanned(exact)
  const figures = {
    actual,
    reported: tally.reported,
    planned,
    ratio: compare(planned, decimal(0)) > 0 ? shownRatio(actual, planned, 4) : null,
    attainment: compare(value, decimal(0)) > 0 ? shownRatio(actual, value, 4) : null,
  }
  const badges: Badge[] = []
  if (tally.unverified > 0) badges.push({ kind: 'unverified', count: tally.unverified })
  if (target.stretch) badges.push({ kind: 'stretch' })
  if (tally.counted === 0)
    return { ...figures, attainment: null, light: 'noData', rule: 'noData', says: says.noData, badges }
  if (isReachedBy(target, exactly(value), exactly(actual)))
    return { ...figures, light: 'blue', rule: 'reached', says: says.reached, badges }
  if (overdue > 0) {
    badges.unshift({ kind: 'overdue', days: overdue })
    return { ...figures, light: softened(target, 'red'), rule: 'overdue', says: says.overdue, badges }
  }
  const pace = paceLight(target, value, exactly(actual), exact, on, rules)
  return { ...figures, light: softened(target, pace.light), rule: pace.rule, says: pace.words, badges }
}
