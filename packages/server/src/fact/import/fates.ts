import {
  type ColumnProblem,
  isFilled,
  type LedgerNumber,
  moveTo,
  numberField,
  printed,
  type Register,
  type RowText,
  readLedgerNumber,
  rowProblems,
  sheetProblems,
  statesOf,
  statusField,
  statusNamed,
} from '@guatu/core/fact'
import { accept, type Problem, type Result, reject, type Words } from '@guatu/core/shared'
import type { Tx } from '../../platform/db.ts'
import type { Draft, Writer } from '../draft.ts'
import type { Feedable } from '../feedable.ts'
import { rootsNumbered } from '../numbers.ts'
import { type Recorded, type Recording, recordDrafts } from '../record-entries.ts'
import type { Refusal } from '../sift.ts'
import { entriesWithCorrections, type KeptEntry } from '../store.ts'

type Stands = Recorded['rows'][number]

/** What becomes of a row of a sheet in its register. */
export interface Fate {
  readonly became: 'new' | 'changed' | 'same' | 'refused'
  readonly entryId: string | null
  readonly problem: Problem | null
  /** The column of the register that a refusal is about; empty where it is about the whole row. */
  readonly column: string
  /** All that a refusal is about. */
  readonly problems?: readonly ColumnProblem[]
  /** What a row that is taken will hold, and where it will stand. */
  readonly stands?: Stands
  /** What should be known of a row that is taken. */
  readonly note?: Words
}

/** How rows of a sheet are taken to their register; with `keep` off it is only said what would become of them. */
export interface Keeping {
  readonly tx: Tx
  readonly writer: Writer
  readonly register: Register
  readonly targets: readonly Feedable[]
  readonly recording: Recording
  /** Of whoever brings the sheet: they say which steps of a lifecycle it may take rows. */
  readonly duties: readonly string[]
  /** Where new rows stand that say it not; left out, at the beginning of the lifecycle. */
  readonly startsAt?: string | undefined
  /** Versions that this very sheet has brought, by their root, with the row of the sheet. */
  readonly brought: Map<string, number>
  /** Keys that rows of this sheet would take, where nothing is kept, with the row that does. */
  readonly previewed: Map<string, number>
}

export interface SheetRowText {
  readonly row: RowText
  /** As the sheet numbers it. */
  readonly sheetRow: number
}

/** A row of a sheet with the row of the register that it names by its number; null where it names none. */
interface KnownRow extends SheetRowText {
  readonly named: KeptEntry | null
}

/** The step that takes a row to where its sheet says it stands: null where it stands there. */
function stepTo(
  { register, duties, writer: { today } }: Keeping,
  { status, content: values }: KeptEntry,
  said: string | undefined,
): Result<string | null> {
  const { lifecycle } = register
  const to = said === undefined ? status : statusNamed(register, said)
  if (!lifecycle || status === null || to === status || to === null) return accept(null)
  const labelOf = (id: string) => lifecycle.states[id]?.label.zh ?? id
  if (!Object.hasOwn(lifecycle.states, to)) return reject(rowProblems('fact.status_unknown', { status: to }))
  const move = moveTo(register, to, { values, state: status, duties, today })
  if (move === null) return reject(rowProblems('fact.status_unreached', { from: labelOf(status), to: labelOf(to) }))
  const declared = lifecycle.moves[move]
  return declared?.because ? reject(rowProblems('fact.reason_needed', { move: declared.label.zh })) : accept(move)
}

const refusedWith = ({ problem, problems }: Pick<Refusal, 'problem' | 'problems'>): Fate => ({
  became: 'refused',
  entryId: null,
  problem,
  column: problems[0]?.column ?? '',
  problems,
})

const again = (first: number): Fate => ({
  became: 'refused',
  entryId: null,
  problem: sheetProblems('sheet.duplicate', { first }),
  column: '',
})

/** The version that counts of a row that stands: the last that was neither returned nor withdrawn. */
function lastStanding(versions: readonly KeptEntry[], states: ReadonlyMap<string, string>): KeptEntry | null {
  const standing = versions.filter(({ id }) => ['submitted', 'verified'].includes(states.get(id) ?? ''))
  return standing.toSorted((a, b) => (a.knownAt < b.knownAt ? -1 : a.knownAt > b.knownAt ? 1 : 0)).at(-1) ?? null
}

/** What a row of a sheet says of its columns, and beside it where it stands; undefined where that is not said. */
function parted({ row }: SheetRowText): { readonly text: RowText; readonly status: string | undefined } {
  const { [statusField]: status, [numberField]: _, ...text } = row
  return { text, status }
}

/** Whether a row of a sheet says what stands already; columns that the sheet lacks say nothing. */
function saysTheSame(
  { columns }: Register,
  row: RowText,
  values: KeptEntry['content'],
  { content }: KeptEntry,
): boolean {
  return Object.keys(row).every((id) => {
    const [column, kept, said] = [columns[id], content[id], values[id]]
    if (!column) return false
    const [before, now] = [kept, said].map((value) => (isFilled(value) ? printed(column, value) : ''))
    return before === now
  })
}

// A key that is taken by another row handed in together with it.
const besideIt = /^row (\d+)$/

/** The row of this sheet that took the key before; undefined where it was there before the sheet. */
function firstOf(
  standing: readonly string[],
  rows: readonly SheetRowText[],
  brought: ReadonlyMap<string, number>,
): number | undefined {
  const firsts = standing.map((root) => {
    const beside = besideIt.exec(root)?.[1]
    return beside ? rows[Number(beside) - 1]?.sheetRow : brought.get(root)
  })
  return firsts.find((first) => first !== undefined)
}

type Taken = Refusal & Required<Pick<Refusal, 'taken'>>
const isTaken = (refusal: Refusal): refusal is Taken => refusal.taken !== undefined

interface Standing {
  readonly at: number
  readonly text: RowText
  readonly entry: KeptEntry
  readonly move: string | null
}

/** Rows whose key is taken: by a row of this sheet, by one that says the same, or by one that they correct. */
async function correcting(
  keeping: Keeping,
  rows: readonly SheetRowText[],
  taken: readonly Taken[],
  fates: Fate[],
): Promise<void> {
  const { tx, writer, register, targets, recording, brought } = keeping
  const roots = [...new Set(taken.flatMap(({ taken: { by } }) => by.filter((root) => !besideIt.test(root))))]
  const chains = Map.groupBy(await entriesWithCorrections(tx, writer.officeId, roots), ({ rootId }) => rootId)
  const states = statesOf([...chains.values()].flat(), writer.now)
  const changed: Standing[] = []
  for (const refusal of taken) {
    const at = refusal.row - 1
    const row = rows[at]
    if (!row) continue
    const { by, values } = refusal.taken
    const [root = ''] = by
    const first = firstOf(by, rows, brought)
    const entry = lastStanding(chains.get(root) ?? [], states)
    if (first !== undefined) fates[at] = again(first)
    else if (!entry || by.length > 1) fates[at] = refusedWith(refusal)
    else {
      const { text, status } = parted(row)
      const step = stepTo(keeping, entry, status)
      if (!step.ok) fates[at] = refusedWith({ problem: step.problem, problems: [] })
      else if (step.value === null && saysTheSame(register, text, values, entry))
        fates[at] = {
          became: 'same',
          entryId: entry.id,
          problem: null,
          column: '',
          stands: { values: entry.content, status: entry.status },
        }
      else changed.push({ at, text, entry, move: step.value })
    }
    brought.set(root, row.sheetRow)
  }
  const drafts = changed.map(
    ({ text, entry, move }): Draft => ({
      text,
      corrects: entry,
      base: entry.content,
      status: (move === null ? null : register.lifecycle?.moves[move]?.to) ?? entry.status,
      move,
    }),
  )
  const done = await recordDrafts(tx, writer, register, drafts, targets, recording)
  spread(
    changed.map(({ at }) => at),
    done,
    'changed',
    fates,
  )
}

/** Puts what was said of some rows in their places. */
function spread(
  places: readonly number[],
  { entries, rows, refused, notes }: Recorded,
  became: 'new' | 'changed',
  fates: Fate[],
): void {
  const wrong = new Map(refused.map((refusal) => [refusal.row - 1, refusal]))
  const noted = new Map(notes.map(({ row, says }) => [row - 1, says]))
  let next = 0
  for (const [i, at] of places.entries()) {
    const [refusal, note] = [wrong.get(i), noted.get(i)]
    if (refusal) {
      fates[at] = refusedWith(refusal)
      continue
    }
    const [entryId = null, stands] = [entries[next], rows[next]]
    next += 1
    fates[at] = { became, entryId, problem: null, column: '', ...(stands ? { stands } : {}), ...(note ? { note } : {}) }
  }
}

/** Rows that would be entered, where nothing is kept: one whose key an earlier row would take is one too many. */
function previewing(
  { previewed }: Keeping,
  rows: readonly SheetRowText[],
  keys: readonly string[],
  fates: Fate[],
): void {
  let next = 0
  for (const [at, fate] of fates.entries()) {
    if (fate.became !== 'new') continue
    const key = keys[next++] ?? ''
    const first = previewed.get(key)
    if (first !== undefined) fates[at] = again(first)
    else previewed.set(key, rows[at]?.sheetRow ?? 0)
  }
}

const keyOf = ({ year, serial }: LedgerNumber): string => `${year} ${serial}`

/** The rows that rows of a sheet name by their numbers, or why one names none that stands. */
async function namedBy(
  { tx, writer, register }: Keeping,
  rows: readonly SheetRowText[],
): Promise<readonly (KeptEntry | Problem | null)[]> {
  const said = rows.map(({ row }) => row[numberField] ?? '')
  if (said.every((text) => text === '')) return said.map(() => null)
  const read = said.map((text) => readLedgerNumber(register, text))
  const found = await rootsNumbered(
    tx,
    writer.officeId,
    register.id,
    read.filter((number) => number !== null),
  )
  const roots = new Map(found.map(({ rootId, ...number }) => [keyOf(number), rootId]))
  const versions = await entriesWithCorrections(tx, writer.officeId, [...new Set(roots.values())])
  const chains = Map.groupBy(versions, ({ rootId }) => rootId)
  const states = statesOf(versions, writer.now)
  return said.map((text, at) => {
    if (text === '') return null
    const number = read[at]
    const root = number ? roots.get(keyOf(number)) : undefined
    if (root === undefined) return sheetProblems('sheet.ledger_number_unknown', { text, register: register.label.zh })
    return lastStanding(chains.get(root) ?? [], states) ?? sheetProblems('sheet.ledger_number_fallen', { text })
  })
}

/** What becomes of some rows of a sheet: new ones are entered, changed ones correct what stands, others are refused. */
export async function fatesOf(keeping: Keeping, rows: readonly SheetRowText[]): Promise<Fate[]> {
  if (rows.length === 0) return []
  const named = await namedBy(keeping, rows)
  const known = rows.flatMap((row, at): KnownRow[] => {
    const one = named[at] ?? null
    return one !== null && 'code' in one ? [] : [{ ...row, named: one }]
  })
  const next = (await fatesOfKnown(keeping, known)).values()
  return named.map((one) =>
    one !== null && 'code' in one
      ? { became: 'refused', entryId: null, problem: one, column: numberField }
      : (next.next().value as Fate),
  )
}

async function fatesOfKnown(keeping: Keeping, rows: readonly KnownRow[]): Promise<Fate[]> {
  const { tx, writer, register, targets, recording, brought } = keeping
  const fates: Fate[] = []
  const drafts = rows.map((row): Draft => {
    const { text, status = null } = parted(row)
    if (!row.named) return { text, status: status ?? keeping.startsAt ?? null }
    return { text, status, base: row.named.content, names: row.named.rootId }
  })
  const done = await recordDrafts(tx, writer, register, drafts, targets, recording)
  spread([...rows.keys()], done, 'new', fates)
  if (recording.keep === false) previewing(keeping, rows, done.keys, fates)
  else
    for (const [at, { became, entryId }] of fates.entries())
      if (became === 'new' && entryId) brought.set(entryId, rows[at]?.sheetRow ?? 0)
  const taken = done.refused.filter(isTaken)
  if (taken.length > 0) await correcting(keeping, rows, taken, fates)
  return fates
}

/** What the register says of rows that could not be read whole, so that everything wrong with a row is told at once. */
export async function alsoWrong(
  { tx, writer, register, targets, recording }: Keeping,
  rows: readonly RowText[],
): Promise<ReadonlyMap<number, readonly ColumnProblem[]>> {
  const drafts = rows.map((row): Draft => ({ text: parted({ row, sheetRow: 0 }).text }))
  const { refused } = await recordDrafts(tx, writer, register, drafts, targets, { ...recording, keep: false })
  // That a cell is filled for nothing follows from one that could not be read.
  const telling = (problems: readonly ColumnProblem[]) =>
    problems.filter(({ problem }) => problem.code !== 'fact.not_asked_here')
  return new Map(refused.filter((one) => !isTaken(one)).map(({ row, problems }) => [row - 1, telling(problems)]))
}
