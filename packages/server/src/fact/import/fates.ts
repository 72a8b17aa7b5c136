import { type ColumnProblem, numberField, type RowText } from '@guatu/core/fact'
import type { Draft } from '../draft.ts'
import { recordDrafts } from '../record-entries.ts'
import type { KeptEntry } from '../store.ts'

import { correcting, isTaken } from './correcting.ts'
import { again, type Fate, type Keeping, parted, type SheetRowText, spread } from './fate.ts'
import { namedBy } from './named-rows.ts'

/** A row of a sheet with the row of the register that it names by its number; null where it names none. */
interface KnownRow extends SheetRowText {
  readonly named: KeptEntry | null
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
