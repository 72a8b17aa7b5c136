import { factProblems, naturalKeyOf, type Register, type RowText, readRow, targetFeedOf } from '@guatu/core/fact'
import { addsUp, isCountedWhole } from '@guatu/core/plan'
import {
  accept,
  compare,
  type Day,
  type Decimal,
  day,
  decimal,
  type Problem,
  type Result,
  reject,
  times,
  yearOf,
} from '@guatu/core/shared'
import type { Feedable } from './feedable.ts'

/** A row as it will be kept: its values canonical, its quantity in the target's own unit. */
export interface ReadEntry {
  readonly values: Readonly<Record<string, string>>
  readonly key: string
  readonly trueOn: Day
  readonly target: Feedable
  readonly quantity: Decimal
}

/** One row beyond this many times its target is a slip of unit or digit. Our own figure: no paper sets one. */
const timesOfTargetMax = 100

const isOutOfScale = (quantity: Decimal, { value, scale }: Feedable): boolean =>
  value !== null &&
  compare(value, decimal(0)) > 0 &&
  compare(times(quantity, scale), times(value, decimal(timesOfTargetMax))) > 0

function checkQuantity(text: string, target: Feedable): Problem | null {
  const quantity = decimal(text)
  if (compare(quantity, decimal(0)) <= 0) return factProblems('fact.quantity_not_positive', { text })
  if (isCountedWhole(target.unit) && times(quantity, target.scale).includes('.'))
    return factProblems('fact.quantity_not_whole', { text, unit: target.unit })
  if (isOutOfScale(quantity, target))
    return factProblems('fact.quantity_out_of_scale', { text, code: target.code, times: timesOfTargetMax })
  return null
}

/** Whether a day is of the plan's year or of one after it in which the target still runs. */
const runsOn = ({ year, dueOn }: Feedable, on: Day): boolean =>
  yearOf(on) >= year && yearOf(on) <= Math.max(year, yearOf(dueOn))

/** The target that a row names by its id or its code; of several with one code that of the row's own year. */
function targetNamed(named: string, targets: readonly Feedable[], on: Day): Feedable | undefined {
  const byId = targets.find(({ id }) => id === named)
  const coded = targets.filter(({ code }) => code.toLowerCase() === named.toLowerCase())
  return byId ?? coded.find(({ year }) => year === yearOf(on)) ?? coded.find((target) => runsOn(target, on)) ?? coded[0]
}

/** Reads one typed row against its register and the plan: canonical values, or the first thing wrong with it. */
export function readEntry(
  register: Register,
  row: RowText,
  targets: readonly Feedable[],
  today: Day,
): Result<ReadEntry> {
  const read = readRow(register, row)
  if (!read.ok) return read
  const values = read.value
  const { quantity, datedBy, target: targetColumn } = targetFeedOf(register)
  const named = values[targetColumn] ?? ''
  const trueOn = day(values[datedBy] ?? '')
  const target = targetNamed(named, targets, trueOn)
  if (!target) return reject(factProblems('fact.target_unknown', { text: named }))
  if (!addsUp(target)) return reject(factProblems('fact.target_not_fed', { code: target.code }))
  if (trueOn > today) return reject(factProblems('fact.day_in_future', { day: trueOn, today }))
  if (!runsOn(target, trueOn))
    return reject(factProblems('fact.day_out_of_year', { day: trueOn, year: String(target.year) }))
  const typed = values[quantity] ?? ''
  const wrong = checkQuantity(typed, target)
  if (wrong) return reject(wrong)
  const canonical = { ...values, [targetColumn]: target.id }
  return accept({
    values: canonical,
    key: naturalKeyOf(register, canonical),
    trueOn,
    target,
    quantity: times(decimal(typed), target.scale),
  })
}
