import type * as contract from '@guatu/contract'
import { isFilled, printed, type Register, standsOf } from '@guatu/core/fact'
import { figuresOf, lookAt, looksOf, tally, treeWords } from '@guatu/core/indicator'
import { addsUp, isCountedWhole, type PlannedTarget, type PlannedTask, termsOf } from '@guatu/core/plan'
import {
  type AsOf,
  addDays,
  type Day,
  day,
  endOfDay,
  firstDayOf,
  type Instant,
  type Words,
  yearOf,
} from '@guatu/core/shared'
import { plannedOn } from '@guatu/core/signal'
import type { KeptEntry } from '../fact/index.ts'
import { evidenceOnlyWords, indicatorOf, seenFacts } from '../indicator/index.ts'
import { boundAt, type Grounds, numbersOn } from './grounds.ts'
import { type Judging, judgeTarget } from './judge-plan.ts'

const monthEnds = (from: Day, to: Day): Day[] =>
  Array.from({ length: 12 * (yearOf(to) - yearOf(from) + 1) }, (_, i) => {
    const [year, month] = [yearOf(from) + Math.floor((i + 1) / 12), ((i + 1) % 12) + 1]
    return addDays(day(`${year}-${String(month).padStart(2, '0')}-01`), -1)
  })

/** The days that the curve of a target runs over: the plan's year, and on to the end of the year it is due in. */
export function spanOf(target: PlannedTarget, task: PlannedTask, year: number): { from: Day; to: Day } {
  const { dueOn } = termsOf(target, task, year)
  return { from: firstDayOf(year), to: day(`${Math.max(year, yearOf(dueOn))}-12-31`) }
}

type Rows = contract.Explanation['rows']

/** What of the rows whoever asks may see; a row out of reach is left out, the figure it counts in is not. */
export interface Sight {
  readonly reaches: (entry: KeptEntry) => boolean
  readonly registerOf: (id: string) => Register | null
}

const textIn = ({ content }: KeptEntry, column: string): string => {
  const value = content[column]
  return typeof value === 'string' ? value : ''
}

/** The rows that name the target themselves. Quantities in its canonical unit. */
function namedRows({ named }: Grounds, asOf: AsOf, { reaches }: Sight): Rows {
  const entries = new Map(named.entries.map((entry) => [entry.id, entry]))
  return tally(named.facts, standsOf(named.entries, asOf.knownAt), asOf).facts.flatMap(({ fact, counted, because }) => {
    const entry = entries.get(fact.entryId)
    if (!entry || !reaches(entry)) return []
    return [
      {
        entryId: fact.entryId,
        register: entry.register,
        trueOn: fact.trueOn,
        knownAt: fact.knownAt,
        unit: textIn(entry, 'unit'),
        quantity: fact.quantity,
        note: textIn(entry, 'note'),
        paper: textIn(entry, 'paper'),
        late: entry.late,
        counted,
        because,
      },
    ]
  })
}

const unsaid = new Set(['row', 'rows', 'target', 'evidence', 'coordinates'])

/** A row by the columns that tell it from others, as people read them. */
function keyWords(register: Register, { content }: KeptEntry): string {
  const said = register.key.flatMap((id) => {
    const [column, value] = [register.columns[id], content[id]]
    return column && !unsaid.has(column.kind) && isFilled(value) ? [printed(column, value, 'people')] : []
  })
  return said.join(' · ')
}

/** The rows that feed the indicator it is bound to, each with why it counts or does not. */
function measuredRows(
  grounds: Grounds,
  asOf: AsOf,
  { reaches, registerOf }: Sight,
  { catalogue }: Pick<Judging, 'catalogue'>,
): Rows {
  const binding = boundAt(grounds, asOf.knownAt)
  const indicator = binding && indicatorOf(catalogue, binding.indicator)
  if (!indicator) return []
  const entries = new Map(grounds.measured.entries.map((entry) => [entry.id, entry]))
  const seen = seenFacts(grounds.measured, asOf.knownAt, catalogue)
  const asked = { from: firstDayOf(grounds.year), to: asOf.on }
  const figures = figuresOf(seen, grounds.communities)
  const looks = looksOf(indicator.of, { figures, measures: catalogue.measures, window: asked, trust: 'verified' })
  const looked = looks.flatMap(({ leaf, window }) => {
    // A month says of the rows of the whole year why they are out; the year before is a year of its own.
    const begins = window.from === null ? null : firstDayOf(yearOf(window.from))
    const ends = yearOf(window.to) === grounds.year ? asOf.on : window.to
    const own = seen.filter(
      ({ measure, trueOn }) => measure === leaf.measure && trueOn <= ends && (begins === null || trueOn >= begins),
    )
    return lookAt(leaf, own, window, 'verified').flatMap(({ fact, counted, because }) => {
      const entry = entries.get(fact.entryId)
      const register = entry && registerOf(entry.register)
      if (!entry || !register || !reaches(entry)) return []
      return [
        {
          factId: fact.id,
          entryId: fact.entryId,
          register: entry.register,
          trueOn: fact.trueOn,
          knownAt: fact.knownAt,
          unit: textIn(entry, 'leadUnit'),
          quantity: fact.quantity,
          note: keyWords(register, entry),
          paper: '',
          late: entry.late,
          counted: counted && !binding.evidenceOnly,
          because: counted && binding.evidenceOnly ? evidenceOnlyWords : because,
        },
      ]
    })
  })
  return eachOnce(looked)
}

/** A fact that several figures of one number look at, such as month after month, once: as it counts where it does. */
function eachOnce(looked: readonly (Rows[number] & { readonly factId: string })[]): Rows {
  const found = new Map<string, Rows[number]>()
  for (const { factId, ...row } of looked)
    if (!found.has(factId) || (row.counted && !found.get(factId)?.counted)) found.set(factId, row)
  return [...found.values()]
}

const byIndicator: Words = {
  zh: '目标已按指标取数，这一行不再计入',
  en: 'an indicator gives the number of the target; this row does not count',
}

/** Every row that was looked at, with why it counts or does not. */
export function rowsOf(grounds: Grounds, asOf: AsOf, sight: Sight, judging: Pick<Judging, 'catalogue'>): Rows {
  const named = namedRows(grounds, asOf, sight)
  if (!boundAt(grounds, asOf.knownAt)) return named
  const left = named.map((row) => ({ ...row, counted: false, because: byIndicator }))
  return [...measuredRows(grounds, asOf, sight, judging), ...left]
}

/** What gives the number, in the words of its declaration and with its figures. */
export function numberOf(grounds: Grounds, asOf: AsOf, { catalogue }: Judging): contract.Explanation['number'] {
  const binding = boundAt(grounds, asOf.knownAt)
  const number = numbersOn(grounds, asOf, catalogue).measuredOf(grounds.targetId)
  if (!binding || !number) return null
  const { id, label, unit, of, source, owner } = number.indicator
  const says = treeWords(of, catalogue.measures)
  return {
    indicator: id,
    label,
    unit,
    says,
    formula: number.verified.says,
    source,
    owner,
    evidenceOnly: binding.evidenceOnly,
    since: binding.boundAt,
  }
}

/** Planned and verified at each month end of its span; verified only up to the day asked for. */
export function curveOf(
  target: PlannedTarget,
  task: PlannedTask,
  grounds: Grounds,
  asOf: AsOf,
  judging: Judging,
): contract.Explanation['curve'] {
  const terms = termsOf(target, task, grounds.year)
  const bound = numbersOn(grounds, asOf, judging.catalogue).measuredOf(target.key)?.indicator ?? null
  const grows = bound ? bound.judged === 'pace' || bound.judged === 'coverage' : addsUp(terms)
  if (!grows || terms.value === null) return []
  const { value } = terms
  const { from, to } = spanOf(target, task, grounds.year)
  const ends = monthEnds(from, to)
  const days = [...ends.filter((on) => on < asOf.on), asOf.on, ...ends.filter((on) => on > asOf.on)]
  return days.map((on) => ({
    on,
    planned: plannedOn(value, isCountedWhole(terms.unit), terms, on, bound?.curve?.cumulative),
    actual: on <= asOf.on ? actualOn(target, task, grounds, { on, knownAt: asOf.knownAt }, judging) : null,
  }))
}

const actualOn = (target: PlannedTarget, task: PlannedTask, grounds: Grounds, asOf: AsOf, judging: Judging) => {
  const numbers = numbersOn(grounds, asOf, judging.catalogue)
  if (!numbers.measuredOf(target.key)) return numbers.tallyOf(target.key).verified
  return judgeTarget(target, task, grounds.year, numbers, asOf, judging).working.actual
}

const earlier = (a: Instant, b: Instant): Instant => [a, b].sort()[0] as Instant

/** The light at each month end up to the day asked for, as it was known at the end of that day. */
export const historyOf = (
  target: PlannedTarget,
  task: PlannedTask,
  grounds: Grounds,
  asOf: AsOf,
  judging: Judging,
): contract.Explanation['history'] => {
  const { from, to } = spanOf(target, task, grounds.year)
  return monthEnds(from, to)
    .filter((on) => on < asOf.on)
    .map((on) => {
      const then = { on, knownAt: earlier(endOfDay(on), asOf.knownAt) }
      const numbers = numbersOn(grounds, then, judging.catalogue)
      return { on, light: judgeTarget(target, task, grounds.year, numbers, then, judging).working.light }
    })
}
