import {
  type ColumnProblem,
  checkRow,
  type EvidenceClass,
  factProblems,
  factsOf,
  isFilled,
  isOwn,
  isText,
  type Meant,
  naturalKeyOf,
  type OfficeContext,
  type Register,
  type RowRead,
  type RowValues,
  type SaidFact,
  type Value,
  withNames,
} from '@guatu/core/fact'
import { addsUp, isCountedWhole } from '@guatu/core/plan'
import {
  compare,
  type Day,
  type Decimal,
  dayOf,
  decimal,
  instant,
  isDay,
  isInstant,
  type Problem,
  readUnit,
  times,
  yearOf,
} from '@guatu/core/shared'
import type { Feedable } from './feedable.ts'
import type { NewFact } from './store.ts'

/** A row as it will be kept, with the facts that it says. */
export interface ReadEntry {
  readonly values: Readonly<Record<string, Value>>
  readonly key: string
  readonly status: string | null
  readonly trueOn: Day
  /** The target that the row names itself. */
  readonly targetId: string | null
  readonly facts: readonly NewFact[]
}

export type EntryRead =
  | { readonly ok: true; readonly value: ReadEntry }
  | { readonly ok: false; readonly problems: readonly ColumnProblem[] }

/** What a row is read against. */
export interface Reading {
  readonly office: OfficeContext
  readonly targets: readonly Feedable[]
  /** What a name of a row of another register stands for. */
  readonly meant: (register: string, name: string) => Meant
  /** What the way by which the row comes in proves by itself; null where it proves nothing. */
  readonly proof: EvidenceClass | null
}

/** One row beyond this many times its target is a slip of unit or digit. Our own figure: no paper sets one. */
const timesOfTargetMax = 100

const isOutOfScale = (quantity: Decimal, { value, scale }: Feedable): boolean =>
  value !== null &&
  compare(value, decimal(0)) > 0 &&
  compare(times(quantity, scale), times(value, decimal(timesOfTargetMax))) > 0

function checkQuantity(quantity: Decimal, target: Feedable): Problem | null {
  const text = quantity
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

const timed = ['date', 'month', 'moment']

function dayIn(value: Value | null | undefined): Day | null {
  if (!isFilled(value) || !isText(value)) return null
  if (isInstant(value)) return dayOf(instant(value))
  const first = value.length === 7 ? `${value}-01` : value
  return isDay(first) ? first : null
}

const dayColumns = new WeakMap<Register, readonly string[]>()

/** The columns that may date a row, in the order in which they are asked; none that the office has added. */
function dayColumnsOf(register: Register): readonly string[] {
  const known = dayColumns.get(register)
  if (known) return known
  const { columns, feeds } = register
  const inColumns = Object.entries(columns).flatMap(([id, column]) =>
    timed.includes(column.kind) && !isOwn(column) ? [id] : [],
  )
  const listed = [...new Set([...feeds.map(({ datedBy }) => datedBy), ...inColumns])]
  dayColumns.set(register, listed)
  return listed
}

/** The first day that a row names: what its facts are dated by before all else, and never a day that lies ahead. */
function dayOfRow(register: Register, values: RowValues, today: Day): Day {
  for (const id of dayColumnsOf(register)) {
    const named = dayIn(values[id])
    if (named !== null) return named < today ? named : today
  }
  return today
}

/** Why a target does not take a fact, or null. */
function wrongFor(target: Feedable, { quantity, trueOn }: SaidFact, today: Day): Problem | null {
  if (!addsUp(target)) return factProblems('fact.target_not_fed', { code: target.code })
  if (trueOn > today) return factProblems('fact.day_in_future', { day: trueOn, today })
  if (!runsOn(target, trueOn)) return factProblems('fact.day_out_of_year', { day: trueOn, year: String(target.year) })
  return checkQuantity(quantity, target)
}

/** A fact in the unit that its target or its measure is counted in: 3万元 of a column in 万元 is 30000 CNY. */
function factFrom(said: SaidFact, targets: readonly Feedable[]): NewFact {
  const { serves, subject, trueOn, lacks } = said
  if ('target' in serves) {
    const target = targets.find(({ id }) => id === serves.target)
    const quantity = times(said.quantity, target?.scale ?? decimal(1))
    return { targetId: serves.target, measure: null, subject, quantity, unit: target?.unit ?? '', trueOn, lacks }
  }
  const { unit, scale } = readUnit(said.unit)
  return {
    targetId: null,
    measure: serves.measure,
    subject,
    quantity: times(said.quantity, scale),
    unit,
    trueOn,
    lacks,
  }
}

/** Reads a row against its register and the plan: canonical values and the facts they say, or all that is wrong. */
export function readEntry(register: Register, read: RowRead, status: string | null, reading: Reading): EntryRead {
  const { office, targets, meant, proof } = reading
  const on = dayOfRow(register, read.values, office.today)
  const named = withNames(register, read, (of, name) => {
    if (of !== null) return meant(of, name)
    const target = targetNamed(name, targets, on)
    return target ? { id: target.id } : null
  })
  const checked = checkRow(register, named.values, office, status, named.problems)
  if (!checked.ok) return checked
  const { values } = checked.row
  const said = factsOf(register, { values, state: status, today: office.today })
  const problems = said.flatMap((fact): ColumnProblem[] => {
    const target = 'target' in fact.serves ? fact.serves.target : null
    const known = targets.find(({ id }) => id === target)
    const problem = known ? wrongFor(known, fact, office.today) : null
    return problem ? [{ column: '', problem }] : []
  })
  if (problems.length > 0) return { ok: false, problems }
  const facts = said
    .map((fact) => factFrom(fact, targets))
    .map((fact) => (proof !== null && fact.lacks.includes(proof) ? { ...fact, lacks: [] } : fact))
  const key = naturalKeyOf(register, values)
  const targetId = facts.find((fact) => fact.targetId !== null)?.targetId ?? null
  return { ok: true, value: { values, key, status, trueOn: on, targetId, facts } }
}
