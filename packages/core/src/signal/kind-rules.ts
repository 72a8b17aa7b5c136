import { type Day, type Decimal, inForce, type Threshold } from '../shared/index.ts'

/** The figures of the lights that are not worked out by pace; shares are of one, points are percentage points. */
export const kindFigures = [
  'levelYellowPoints',
  'growthYellowPoints',
  'rateRedPoints',
  'trajectoryGreenPoints',
  'trajectoryYellowPoints',
  'trajectoryOrangePoints',
  'neededRateYellow',
  'meanYellow',
  'meanOrange',
  'rankYellow',
  'rankOrange',
  'slackGreenDays',
  'lateYellowDays',
  'complianceYellow',
  'complianceOrange',
  'stockYellow',
  'checklistYellow',
  'checklistOrange',
  'chanceGreen',
  'chanceYellow',
  'forecastRed',
] as const

export type KindFigure = (typeof kindFigures)[number]

/** Each of them dated and with its source. */
export type KindRules = Readonly<Record<KindFigure, Threshold>>

export type KindFigures = Readonly<Record<KindFigure, Decimal>>

/** All figures in force on a day; null where one of them is not. */
export function kindFiguresOn(rules: KindRules, on: Day): KindFigures | null {
  const found = kindFigures.map((figure) => [figure, inForce(rules[figure], on)] as const)
  return found.some(([, value]) => value === null) ? null : (Object.fromEntries(found) as KindFigures)
}
