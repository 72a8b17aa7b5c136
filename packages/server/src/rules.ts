import type { LikenessRules } from '@guatu/core/fact'
import { unitsIn } from '@guatu/core/indicator'
import { type Day, type Threshold, wholeInForce } from '@guatu/core/shared'
import { definitions } from '@guatu/definitions'
import type { StartRules } from './document/index.ts'
import type { ReadingMeasures, SourceSystemRules } from './fact/index.ts'
import type { LanRules } from './first-run/index.ts'
import type { WallPassRules } from './identity/index.ts'
import type { CapacityLimits } from './platform/audit/capacity.ts'
import type { Usual } from './platform/rates/limits.ts'

const { auditRules, lanRules, likenessRules, requestRules, sourceSystemRules, startRules, wallPassRules } = definitions

type Rules<T> = { readonly [K in keyof T]: Threshold }

const onDay = <T extends object>(rules: Rules<T>, on: Day): { [K in keyof T]: number } =>
  Object.fromEntries(Object.entries<Threshold>(rules).map(([name, rule]) => [name, wholeInForce(rule, on)])) as {
    [K in keyof T]: number
  }

/** The definitions as the rooms below take them: whole numbers in force on a day. */
export const lanRulesOn = (on: Day): LanRules => onDay<LanRules>(lanRules, on)
export const capacityLimitsOn = (on: Day): CapacityLimits => {
  const { logMegabytes, diskMegabytes } = auditRules
  return onDay<CapacityLimits>({ logMegabytes, diskMegabytes }, on)
}
export const wallPassRulesOn = (on: Day): WallPassRules => onDay<WallPassRules>(wallPassRules, on)
export const startRulesOn = (on: Day): StartRules => onDay<StartRules>(startRules, on)
export const sourceSystemRulesOn = (on: Day): SourceSystemRules => {
  const { usualLagDays, ...rules } = sourceSystemRules
  return {
    ...onDay<Omit<SourceSystemRules, 'usualLagDays'>>(rules, on),
    usualLagDays: onDay<SourceSystemRules['usualLagDays']>(usualLagDays, on),
  }
}

/** What the register of readings takes readings of. */
export const readingMeasures: ReadingMeasures = new Map(
  definitions.readingMeasures.map(({ value, label, unit, every, bounds }) => [
    value,
    { label, unit, every, bounds, takes: (from: string) => unit === '' || unitsIn(from, unit) !== null },
  ]),
)
export const likenessOn = (on: Day): LikenessRules => onDay<LikenessRules>(likenessRules, on)
export const usualRequestsOn = (on: Day): Usual => onDay<Usual>(requestRules.usual, on)
