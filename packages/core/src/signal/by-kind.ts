import {
  compareExact,
  type Decimal,
  decimal,
  type Exact,
  exactly,
  exactMinus,
  exactOver,
  exactPlus,
  exactTimes,
} from '../shared/index.ts'
import type { KindFigures } from './kind-rules.ts'
import { type Light, worse } from './light.ts'

type Judged = Extract<Light, 'green' | 'yellow' | 'orange' | 'red'>

const reaches = (a: Exact, b: Exact): boolean => compareExact(a, b) >= 0
const lessPoints = (a: Exact, points: Decimal): Exact => exactMinus(a, exactly(points))
const part = (a: Exact, share: Decimal): Exact => exactTimes(a, exactly(share))
const whole = (n: number): Exact => exactly(decimal(n))
const hundred = whole(100)

/** 占比、水平 (task 21): the value itself, in per cent. */
export function levelLight(value: Exact, target: Exact, { levelYellowPoints }: KindFigures): Judged {
  if (reaches(value, target)) return 'green'
  return reaches(value, lessPoints(target, levelYellowPoints)) ? 'yellow' : 'red'
}

/** 增速: what has been achieved beside what the rest of the year has to achieve, in per cent. */
export function growthLight(achieved: Exact, required: Exact, { growthYellowPoints }: KindFigures): Judged {
  if (reaches(achieved, required)) return 'green'
  return reaches(achieved, lessPoints(required, growthYellowPoints)) ? 'yellow' : 'red'
}

/** What is known of a rate of things done in time; counts so far, the rate asked for in per cent. */
export interface Timeliness {
  readonly target: Exact
  readonly met: Exact
  readonly due: Exact
  /** How many will be due in the whole year. */
  readonly expected: Exact
}

/** How large a part of the rest of the year has to be in time, of one; null when nothing is left to be due. */
export const neededRate = ({ target, met, due, expected }: Timeliness): Exact | null =>
  exactOver(exactMinus(exactOver(exactTimes(target, expected), hundred) ?? met, met), exactMinus(expected, due))

/** 及时率: red where the rest of the year cannot mend it. */
export function timelinessLight(known: Timeliness, figures: KindFigures): Judged {
  const { target, met, due } = known
  const rate = exactOver(exactTimes(met, hundred), due)
  if (!rate || reaches(rate, target)) return 'green'
  const needed = neededRate(known)
  if (!needed || compareExact(needed, whole(1)) > 0) return 'red'
  if (compareExact(rate, lessPoints(target, figures.rateRedPoints)) < 0) return 'red'
  return compareExact(needed, exactly(figures.neededRateYellow)) <= 0 ? 'yellow' : 'orange'
}

/** 清案率: the more cautious of the forecasts, and where the path should be today, in per cent. */
export function trajectoryLight(
  {
    target,
    actual,
    path,
    forecasts,
  }: { readonly target: Exact; readonly actual: Exact; readonly path: Exact; readonly forecasts: readonly Exact[] },
  figures: KindFigures,
): Judged {
  const lights = forecasts.map((forecast): Judged => {
    if (reaches(forecast, target) && reaches(actual, lessPoints(path, figures.trajectoryGreenPoints))) return 'green'
    if (reaches(forecast, lessPoints(target, figures.trajectoryYellowPoints))) return 'yellow'
    return reaches(forecast, lessPoints(target, figures.trajectoryOrangePoints)) ? 'orange' : 'red'
  })
  return lights.reduce<Light>(worse, 'green') as Judged
}

/** A mean so far over days, what the rest of the days usually have, and the mean that must not be passed. */
export interface MeanSoFar {
  readonly limit: Exact
  readonly mean: Exact
  readonly days: number
  readonly daysOfYear: number
  /** 季节常值 of the days that are left; null where nobody knows it. */
  readonly norm: Exact | null
}

/** 余下日子允许的平均: null when no day is left. */
export function allowedMean({ limit, mean, days, daysOfYear }: MeanSoFar): Exact | null {
  const left = exactMinus(exactTimes(limit, whole(daysOfYear)), exactTimes(mean, whole(days)))
  return days >= daysOfYear ? null : exactOver(left, whole(daysOfYear - days))
}

/** 全年预测: the days so far, and the rest as they usually are. */
export const forecastMean = ({ mean, days, daysOfYear, norm }: MeanSoFar): Exact | null =>
  norm &&
  exactOver(exactPlus(exactTimes(mean, whole(days)), exactTimes(norm, whole(daysOfYear - days))), whole(daysOfYear))

/** 均值上限 (PM2.5): held while the forecast holds, then by how much better than usual the rest would have to be. */
export function upperMeanLight(known: MeanSoFar, { meanYellow, meanOrange }: KindFigures): Judged {
  const { limit, mean, norm } = known
  const needed = allowedMean(known)
  const forecast = forecastMean(known)
  const holds = compareExact(mean, limit) <= 0
  if (!needed) return holds ? 'green' : 'red'
  if (!norm || !forecast) return holds ? 'green' : 'yellow'
  if (holds && compareExact(forecast, limit) <= 0) return 'green'
  if (compareExact(needed, whole(0)) <= 0) return 'red'
  if (reaches(needed, part(norm, meanYellow))) return 'yellow'
  return reaches(needed, part(norm, meanOrange)) ? 'orange' : 'red'
}

/** 零事件: one is red until the year ends; a near miss is yellow. */
export const zeroEventLight = (events: number, nearMisses: number): Judged =>
  events > 0 ? 'red' : nearMisses > 0 ? 'yellow' : 'green'

/** 名次: within the better half, or so many places behind it. */
export function rankLight(rank: number, half: number, { rankYellow, rankOrange }: KindFigures): Judged {
  if (rank <= half) return 'green'
  if (rank <= half + Number(rankYellow)) return 'yellow'
  return rank <= half + Number(rankOrange) ? 'orange' : 'red'
}

/** 每期一次: a failure is not repaired by a good mean. The oldest period first, those without a figure left out. */
export function everyPeriodLight(passed: readonly boolean[]): Judged {
  if (passed.at(-1) === false) return 'red'
  if (passed.every(Boolean)) return 'green'
  return passed.at(-2) ? 'yellow' : 'orange'
}

/** 应办尽办 of many obligations of a period, counts. */
export function complianceLight(
  {
    met,
    due,
    repairable,
    redLine,
  }: { readonly met: Exact; readonly due: Exact; readonly repairable: boolean; readonly redLine: boolean },
  { complianceYellow, complianceOrange }: KindFigures,
): Judged {
  if (reaches(met, due)) return 'green'
  if (redLine || !reaches(met, part(due, complianceOrange))) return 'red'
  return repairable && reaches(met, part(due, complianceYellow)) ? 'yellow' : 'orange'
}

/** 清单覆盖, few members: by how many of those that the path asks for are missing. */
export function coverageLight(planned: number, covered: number, afterDue: boolean): Judged {
  const missing = planned - covered
  if (missing <= 0) return 'green'
  if (afterDue || missing >= 3) return 'red'
  return missing === 1 ? 'yellow' : 'orange'
}

/** 节点: working days late where it is, or left over where it is not. */
export function milestoneLight(
  {
    late,
    slack,
    finalDuePassed = false,
  }: { readonly late: number; readonly slack: number; readonly finalDuePassed?: boolean },
  { slackGreenDays, lateYellowDays }: KindFigures,
): Judged {
  if (finalDuePassed || late > Number(lateYellowDays)) return 'red'
  if (late > 0) return 'yellow'
  if (slack < 0) return 'orange'
  return slack >= Number(slackGreenDays) ? 'green' : 'yellow'
}

/** 物资不低于定额: by the worst item, a share of what it has to be; while a response is on, no shortage is small. */
export function stockLight(
  { stock, minimum, responding }: { readonly stock: Exact; readonly minimum: Exact; readonly responding: boolean },
  { stockYellow }: KindFigures,
): Judged {
  if (reaches(stock, minimum)) return 'green'
  if (responding) return 'red'
  const short = exactMinus(minimum, stock)
  return compareExact(short, part(minimum, stockYellow)) < 0 ? 'yellow' : 'orange'
}

/** 清单判定: how many items somebody has judged done. */
export function checklistLight(done: number, of: number, { checklistYellow, checklistOrange }: KindFigures): Judged {
  if (done >= of) return 'green'
  if (reaches(whole(done), part(whole(of), checklistYellow))) return 'yellow'
  return reaches(whole(done), part(whole(of), checklistOrange)) ? 'orange' : 'red'
}

/** 概率: the chance that enough is reached, of one. */
export function chanceLight(chance: Exact, { chanceGreen, chanceYellow }: KindFigures): Judged {
  if (reaches(chance, exactly(chanceGreen))) return 'green'
  return reaches(chance, exactly(chanceYellow)) ? 'yellow' : 'red'
}

/** A forecast of its own, not made of the pace, holds a light down: below the target yellow, far below it red. */
export function heldByForecast(light: Light, forecast: Exact, target: Exact, { forecastRed }: KindFigures): Light {
  if (reaches(forecast, target)) return light
  return worse(light, reaches(forecast, part(target, forecastRed)) ? 'yellow' : 'red')
}

/** 三色显示: what the books' three colours show of a light. */
export const inThreeColours = (light: Light): Light => (light === 'orange' ? 'red' : light === 'blue' ? 'green' : light)
