import { type Evaluated, type Indicator, inUnit, type MeasuredNumber } from '../indicator/index.ts'
import { isCountedWhole, type Terms } from '../plan/index.ts'
import {
  type AsOf,
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
  floorOfExact,
  inForce,
  lastDayOf,
  shownExact,
  type Words,
  yearOf,
} from '../shared/index.ts'
import * as kinds from './by-kind.ts'
import { isReachedBy, type PaceRules, paceLight, softened } from './from-indicators.ts'
import { type KindFigures, type KindRules, kindFiguresOn } from './kind-rules.ts'
import type { Badge, Light, Working } from './light.ts'
import { plannedExactly } from './pace.ts'
import { restOfYear } from './season.ts'

export interface MeasuredRules {
  readonly pace: PaceRules
  readonly kinds: KindRules
}

interface Judged {
  readonly light: Light
  readonly rule: string
  readonly words: Words
  readonly planned?: Exact
}

interface Case {
  readonly terms: Terms
  readonly target: Exact
  readonly actual: Exact
  readonly number: MeasuredNumber
  readonly on: Day
  readonly pace: PaceRules
  readonly figures: KindFigures
}

const hundred = exactly(decimal(100))
const shown = (value: Exact): string => shownExact(value, 2)

const words = (zh: string, en: string): Words => ({ zh, en })

function byPace({ terms, target, actual, number, on, pace }: Case): Judged {
  const value = shownExact(target, 10)
  const planned = plannedExactly(value, isCountedWhole(terms.unit), terms, on, number.indicator.curve?.cumulative)
  const judged = paceLight(terms, value, actual, planned, on, pace)
  return { ...judged, planned }
}

function byCoverage(given: Case): Judged {
  const { terms, target, actual, number, on, pace } = given
  const smallMax = inForce(pace.smallNumberMax, on)
  if (!smallMax || compareExact(target, exactly(smallMax)) > 0) return byPace(given)
  const planned = plannedExactly(shownExact(target, 10), true, terms, on, number.indicator.curve?.cumulative)
  const light = kinds.coverageLight(Number(planned.parts), Number(floorOfExact(actual)), on > terms.dueOn)
  return {
    light,
    rule: 'coverage',
    words: words(
      `应覆盖${shown(planned)}，已覆盖${shown(actual)}`,
      `${shown(planned)} planned, ${shown(actual)} covered`,
    ),
    planned,
  }
}

const byLevel = ({ target, actual, figures }: Case): Judged => ({
  light: kinds.levelLight(actual, target, figures),
  rule: 'level',
  words: words(`${shown(actual)}，目标${shown(target)}`, `${shown(actual)}, the target is ${shown(target)}`),
})

/** What the rest of the year has to grow by, from last year's whole and what has been reached. */
function requiredOfRest(target: Exact, part: Exact, before: Exact, base: Exact): Exact | null {
  const whole = exactTimes(base, exactOver(exactMinus(target, exactly(decimal(-100))), hundred) ?? hundred)
  const rest = exactOver(exactTimes(exactMinus(whole, part), hundred), exactMinus(base, before))
  return rest && exactMinus(rest, hundred)
}

function byGrowth({ target, actual, number, figures }: Case): Judged {
  const { parts } = number.verified
  const base = number.baseOfYear
  const required = parts && base ? requiredOfRest(target, parts.part, parts.of, base) : null
  if (required)
    return {
      light: kinds.growthLight(actual, required, figures),
      rule: 'growth',
      words: words(
        `已增长${shown(actual)}%，余下月份需增长${shown(required)}%`,
        `grown by ${shown(actual)} %, the rest of the year needs ${shown(required)} %`,
      ),
    }
  // Growth so far that reaches the target asks no more of the rest; less than it cannot be judged without last year.
  if (compareExact(actual, target) >= 0)
    return { light: 'green', rule: 'growth', words: words(`已增长${shown(actual)}%`, `grown by ${shown(actual)} %`) }
  return {
    light: 'noData',
    rule: 'growth',
    words: words(
      '上年全年数没有入账，算不出余下月份所需增速',
      'last year’s total is not there: what the rest has to grow cannot be worked out',
    ),
  }
}

/** A year’s worth of what is due, as it has come so far. */
function expectedInYear(due: Exact, { startsOn, dueOn }: Terms, on: Day): Exact {
  const gone = daysBetween(startsOn, on < dueOn ? on : dueOn) + 1
  return exactTimes(due, exactly(decimal(daysBetween(startsOn, dueOn) + 1), decimal(Math.max(gone, 1))))
}

function byRate(given: Case): Judged {
  const { terms, target, number, on, figures } = given
  const { parts } = number.verified
  if (!parts) return byLevel(given)
  const known = { target, met: parts.part, due: parts.of, expected: expectedInYear(parts.of, terms, on) }
  const needed = kinds.neededRate(known)
  return {
    light: kinds.timelinessLight(known, figures),
    rule: 'timeliness',
    words: words(
      `${shown(parts.part)}÷${shown(parts.of)}${needed ? `，余下需达${shown(exactTimes(needed, hundred))}%` : ''}`,
      `${shown(parts.part)} ÷ ${shown(parts.of)}${needed ? `, the rest needs ${shown(exactTimes(needed, hundred))} %` : ''}`,
    ),
  }
}

/** 超标日预算: whole bad days that the year allows, by the curve in which they usually come. */
function byBudget(given: Case): Judged {
  const { target, number, on, pace, terms } = given
  const { parts } = number.verified
  const shares = number.indicator.curve?.cumulative
  if (!parts || !shares) return byLevel(given)
  const daysOfYear = exactly(decimal(daysBetween(terms.startsOn, lastDayOf(yearOf(terms.startsOn))) + 1))
  const budget = floorOfExact(exactTimes(daysOfYear, exactOver(exactMinus(hundred, target), hundred) ?? hundred))
  const allowed = plannedExactly(budget, false, { ...terms, dueOn: lastDayOf(yearOf(terms.startsOn)) }, on, shares)
  const bad = exactMinus(parts.of, parts.part)
  const says = words(
    `允许超标${shown(allowed)}天÷实际${shown(bad)}天`,
    `${shown(allowed)} bad days allowed ÷ ${shown(bad)} had`,
  )
  const ratio = exactOver(allowed, bad)
  if (!ratio) return { light: 'green', rule: 'budget', words: says }
  const { light } = paceLight(terms, shownExact(allowed, 10), allowed, bad, on, pace, false)
  return { light, rule: 'budget', words: says }
}

function byMean({ target, actual, number, on, figures }: Case): Judged {
  const rest = restOfYear(actual, number.verified.through ?? on, number.indicator.season?.index ?? null)
  const known = { limit: target, mean: actual, ...rest }
  const [allowed, forecast] = [kinds.allowedMean(known), kinds.forecastMean(known)]
  const zh = `平均${shown(actual)}${allowed ? `，余下允许平均${shown(allowed)}` : ''}${forecast ? `，全年预测${shown(forecast)}` : ''}`
  const en = `mean ${shown(actual)}${allowed ? `, the rest may have ${shown(allowed)}` : ''}${forecast ? `, forecast ${shown(forecast)}` : ''}`
  return { light: kinds.upperMeanLight(known, figures), rule: 'upperMean', words: words(zh, en) }
}

function byPeriods(given: Case): Judged {
  const { periods } = given.number.verified
  if (!periods) return byLevel(given)
  const passed = periods.filter(Boolean).length
  return {
    light: kinds.everyPeriodLight(periods),
    rule: 'everyPeriod',
    words: words(`${passed}/${periods.length}期达标`, `${passed} of ${periods.length} periods passed`),
  }
}

const byZero = ({ actual }: Case): Judged => ({
  light: kinds.zeroEventLight(Number(floorOfExact(actual)), 0),
  rule: 'zeroEvent',
  words: words(`发生${shown(actual)}起`, `${shown(actual)} happened`),
})

const rules: Readonly<Record<Indicator['judged'], (given: Case) => Judged>> = {
  pace: byPace,
  coverage: byCoverage,
  level: byLevel,
  growth: byGrowth,
  rate: byRate,
  budget: byBudget,
  upperMean: byMean,
  everyPeriod: byPeriods,
  zeroEvent: byZero,
}

// A number that only grows is done once it is reached; every other may fall back until the year is over.
const growsOnly: readonly Indicator['judged'][] = ['pace', 'coverage']

const none = (light: Light, rule: string, says: Words, badges: readonly Badge[]): Working => ({
  light,
  rule,
  says,
  actual: null,
  reported: null,
  planned: null,
  ratio: null,
  attainment: null,
  badges,
})

const badgesOf = (terms: Terms, { unverified, stale, gaps }: MeasuredNumber, overdue: number): Badge[] => [
  ...(overdue > 0 ? [{ kind: 'overdue', days: overdue } as const] : []),
  ...(stale ? [{ kind: 'stale', since: stale.since } as const] : []),
  ...(gaps ? [{ kind: 'gaps', ...gaps } as const] : []),
  ...(unverified > 0 ? [{ kind: 'unverified', count: unverified } as const] : []),
  ...(terms.stretch ? [{ kind: 'stretch' } as const] : []),
]

/** What has not been brought up to date is never on schedule: 督查规则 b.6, readings after one period. */
const unlessStale = (working: Working, { stale }: MeasuredNumber): Working =>
  stale && working.light === 'green'
    ? {
        ...working,
        light: 'yellow',
        rule: 'stale',
        says: words(
          `数据未更新（${stale.since === null ? '尚无数据' : `至${stale.since}`}），${working.says.zh}`,
          `not up to date (${stale.since === null ? 'no data yet' : `last ${stale.since}`}); ${working.says.en}`,
        ),
      }
    : working

/** The light of a target that an indicator gives the number of, for one day as known then. */
export function judgeMeasured(
  terms: Terms,
  number: MeasuredNumber,
  { on }: AsOf,
  { pace, kinds: kindRules }: MeasuredRules,
): Working {
  const { indicator, verified, reported } = number
  const badges = badgesOf(terms, number, 0)
  const figures = kindFiguresOn(kindRules, on)
  if (terms.value === null) return none('unset', 'unset', words('尚未定值', 'no value settled'), badges)
  if (!figures) return none('unset', 'none', words('当日尚无生效的亮灯规则', 'no rule was in force that day'), badges)
  const unit = terms.printedUnit || terms.unit
  const inTarget = ({ value }: Evaluated) => value && inUnit(value, indicator.unit, unit)
  const [actual, told, target] = [inTarget(verified), inTarget(reported), exactly(terms.value)]
  const known: Pick<Working, 'reported'> = { reported: told && shownExact(told, 10) }
  if (!actual) return { ...none('noData', 'noData', verified.says, badges), ...known }
  const shares = exactOver(actual, target)
  const shownFigures = {
    ...known,
    actual: shownExact(actual, 10),
    planned: null as Decimal | null,
    ratio: null as Decimal | null,
    attainment: shares && shownExact(shares, 4),
  }
  if (number.evidenceOnly)
    return {
      ...shownFigures,
      light: 'noData',
      rule: 'evidenceOnly',
      says: words('只作佐证，这些行已计入另一目标', 'evidence only: these rows count for another target'),
      badges,
    }
  const isOver = on >= terms.dueOn
  const reached = isReachedBy(terms, target, actual)
  if (reached && (growsOnly.includes(indicator.judged) || isOver))
    return {
      ...shownFigures,
      light: 'blue',
      rule: 'reached',
      says: words('已核实数达到目标', 'verified figures reach the target'),
      badges,
    }
  if (on > terms.dueOn)
    return {
      ...shownFigures,
      light: softened(terms, 'red'),
      rule: 'overdue',
      says: words('时限已过，尚未达到', 'the date has passed and it is not reached'),
      badges: badgesOf(terms, number, daysBetween(terms.dueOn, on)),
    }
  const judged = rules[indicator.judged]({ terms, target, actual, number, on, pace, figures })
  const ratio = judged.planned ? exactOver(actual, judged.planned) : null
  const working: Working = {
    ...shownFigures,
    planned: judged.planned ? shownExact(judged.planned, 10) : null,
    ratio: ratio && shownExact(ratio, 4),
    light: softened(terms, judged.light),
    rule: judged.rule,
    says: judged.words,
    badges,
  }
  return unlessStale(working, number)
}
