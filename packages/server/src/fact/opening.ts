import { type ColumnProblem, isOwn, type Register, rowProblems, statesOf, type Value } from '@guatu/core/fact'
import { type Day, isDay } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Writer } from './draft.ts'
import type { ReadEntry } from './read-entry.ts'
import { entriesOfRegister, entriesWithCorrections, type KeptEntry, type NewFact } from './store.ts'

type Values = Readonly<Record<string, Value>>

/** What an opening balance stands for in place of single rows: which target or measure, where, and when. */
interface Covered {
  readonly rootId: string
  readonly serves: ReadonlySet<string>
  /** The community or unit; null for the whole office. */
  readonly place: string | null
  readonly from: Day
  readonly to: Day
}

const textIn = (values: Values, id: string): string => {
  const value = values[id]
  return typeof value === 'string' ? value : ''
}

const wholeOffice = ['', 'street']

/** Where a row belongs: the community or else the unit that it names; null where that is the office itself. */
function placeOf({ columns }: Register, values: Values): string | null {
  const all = Object.entries(columns).filter(([, column]) => !isOwn(column))
  const column = all.find(([, { kind }]) => kind === 'community') ?? all.find(([, { kind }]) => kind === 'unit')
  const named = column ? textIn(values, column[0]) : ''
  return wholeOffice.includes(named) ? null : named
}

const servedBy = ({ targetId, measure }: NewFact): string => targetId ?? measure ?? ''

function coveredBy(
  register: Register,
  entry: Pick<KeptEntry, 'rootId' | 'content'>,
  serves: readonly string[],
): Covered | null {
  const { opening } = register
  if (!opening) return null
  const [from, to] = [textIn(entry.content, opening.from), textIn(entry.content, opening.to)]
  if (!isDay(from) || !isDay(to)) return null
  return { rootId: entry.rootId, serves: new Set(serves), place: placeOf(register, entry.content), from, to }
}

/** The opening balances of the office that stand, whether verified or not yet. */
async function standingOpenings(tx: Tx, { officeId, now }: Writer, register: Register): Promise<Covered[]> {
  const entries = await entriesOfRegister(tx, officeId, register.id)
  const states = statesOf(entries, now)
  const standing = entries.filter(({ id }) => ['submitted', 'verified'].includes(states.get(id) ?? ''))
  return standing.flatMap((entry) => {
    const named = [textIn(entry.content, 'target'), textIn(entry.content, 'measure')].filter((one) => one !== '')
    return coveredBy(register, entry, named) ?? []
  })
}

const meets = (place: string | null, other: string | null): boolean =>
  place === null || other === null || place === other

/** Whether two of them stand for the same thing in the same place on the same day. */
const crosses = (one: Covered, other: Covered): boolean =>
  meets(one.place, other.place) &&
  [...one.serves].some((served) => other.serves.has(served)) &&
  one.from <= other.to &&
  other.from <= one.to

const standsAlready = ({ from, to }: Covered): readonly ColumnProblem[] => [
  { column: '', problem: rowProblems('fact.covered_by_opening', { from, to }) },
]

/** Why an opening balance may not stand beside one that was handed in before it. */
export function apartFromEachOther(register: Register): (entry: ReadEntry) => readonly ColumnProblem[] {
  const before: Covered[] = []
  return ({ values, facts }) => {
    const covered = coveredBy(register, { rootId: '', content: values }, facts.map(servedBy))
    const other = covered && before.find((one) => crosses(one, covered))
    if (other) return standsAlready(other)
    if (covered) before.push(covered)
    return []
  }
}

const within = (fact: NewFact, { serves, from, to }: Covered): boolean =>
  serves.has(servedBy(fact)) && from <= fact.trueOn && fact.trueOn <= to

/** Why rows may not be entered beside the opening balances of the office: they would count twice. */
export async function overlapping(
  tx: Tx,
  writer: Writer,
  register: Register,
  registers: readonly Register[],
): Promise<(entry: ReadEntry) => readonly ColumnProblem[]> {
  const books = registers.filter(({ opening, id }) => opening && id !== register.id)
  const covered: Covered[] = []
  for (const book of books) covered.push(...(await standingOpenings(tx, writer, book)))
  return ({ values, facts }) => {
    const place = placeOf(register, values)
    const found = covered.find((one) => meets(place, one.place) && facts.some((fact) => within(fact, one)))
    return found ? standsAlready(found) : []
  }
}

interface Beside {
  readonly entryId: string
}

/** Whether rows stand already for what an opening balance would stand for. */
export async function alreadyItemised(
  tx: Tx,
  writer: Writer,
  register: Register,
  registers: readonly Register[],
  { values, facts }: ReadEntry,
  ownRoot: string | null,
): Promise<readonly ColumnProblem[]> {
  const covered = coveredBy(register, { rootId: '', content: values }, facts.map(servedBy))
  if (!covered) return []
  const other = (await standingOpenings(tx, writer, register)).find(
    (one) => one.rootId !== ownRoot && crosses(one, covered),
  )
  if (other) return standsAlready(other)
  const { officeId, now } = writer
  const { rows } = await sql<Beside>`
    select distinct entry_id from fact where office_id = ${officeId} and true_on between ${covered.from}::date and ${covered.to}::date
      and (measure = any(${sql.val([...covered.serves])}::text[]) or target_id::text = any(${sql.val([...covered.serves])}::text[]))`.execute(
    tx,
  )
  if (rows.length === 0) return []
  const all = await entriesWithCorrections(
    tx,
    officeId,
    rows.map(({ entryId }) => entryId),
  )
  const states = statesOf(all, now)
  const named = new Set(rows.map(({ entryId }) => entryId))
  const standing = all.filter(
    ({ id, register: of, content }) =>
      named.has(id) &&
      of !== register.id &&
      ['submitted', 'verified'].includes(states.get(id) ?? '') &&
      meets(covered.place, placeOf(registers.find((one) => one.id === of) ?? register, content)),
  )
  if (standing.length === 0) return []
  return [
    {
      column: register.opening?.from ?? '',
      problem: rowProblems('fact.rows_there_already', { rows: standing.length }),
    },
  ]
}
