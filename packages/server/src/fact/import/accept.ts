import type * as contract from '@guatu/contract'
import { factProblems, type SheetShape, statesOf } from '@guatu/core/fact'
import { accept, type Instant, type Result, reject } from '@guatu/core/shared'
import type { Tx } from '../../platform/db.ts'
import type { FileStore } from '../../platform/files.ts'
import type { Writer } from '../draft.ts'
import { locksByMonth, monthOf } from '../months.ts'
import { addEvents, entriesWithCorrections, type KeptEntry } from '../store.ts'
import { factsOfEntries } from '../sums.ts'
import { keptFate, settleRows, Tally } from './check.ts'
import type { Keeping } from './fate.ts'
import { importProblems } from './problems.ts'
import { shapeNamed } from './reading.ts'
import { addRows, addStep, type KeptImport, lastStep, mappingOf, rowsOfImport, stateOfImport } from './store.ts'

interface Accepting {
  readonly tx: Tx
  readonly files: FileStore
  readonly shapes: readonly SheetShape[]
  readonly keeping: Keeping
  /** Tells whoever waits how far it has got, beside the transaction, which nobody sees before its end. */
  readonly told: (rows: number, all: number) => Promise<void>
}

/** Takes every row of a sheet that was looked at to its register, all in one transaction. */
export async function acceptImport(kept: KeptImport, accepting: Accepting): Promise<Result<contract.ImportCounts>> {
  const { tx, files, shapes, keeping, told } = accepting
  const { writer, register } = keeping
  const read = lastStep(kept, 'read')?.content
  const settled = mappingOf(kept)
  if (stateOfImport(kept) !== 'ready' || !read || !settled) return reject(importProblems('import.not_ready', {}))
  if (!files.touch(read.staged)) return reject(importProblems('import.file_gone', {}))
  const shape = shapeNamed(register, shapes, settled.shape)
  const tally = new Tally(read, keeping)
  let done = 0
  for await (const batch of settleRows({ files, register, shape, read, settled, keeping })) {
    for (const one of batch) tally.add(one)
    await addRows(tx, writer.officeId, kept.id, batch.map(keptFate))
    done += batch.length
    await told(done, read.rows)
  }
  const { counts } = tally
  if (counts.new + counts.changed === 0) return reject(importProblems('import.nothing_to_accept', {}))
  const step = { kind: 'accepted', content: { counts }, by: writer.officerId, at: writer.now } as const
  await addStep(tx, writer.officeId, kept, step)
  return accept(counts)
}

const idsAtOnce = 2_000

/** A month that was locked since with one of the rows in it, by the row's own day or that of a fact it says; or null. */
async function lockedSince(
  tx: Tx,
  officeId: string,
  entries: readonly KeptEntry[],
  locks: ReadonlyMap<string, Instant>,
): Promise<string | null> {
  const ids = entries.map(({ id }) => id)
  const facts = locks.size === 0 ? [] : await factsOfEntries(tx, officeId, ids)
  const found = [...entries, ...facts].find(({ trueOn, knownAt }) => (locks.get(monthOf(trueOn)) ?? knownAt) > knownAt)
  return found ? monthOf(found.trueOn) : null
}

/**
 * Takes back all that an import has brought and nobody has verified since, until a month is locked in which one of its
 * rows or facts lies. Rows that were verified stay: whoever verified them returns them.
 */
export async function withdrawImport(
  tx: Tx,
  writer: Writer,
  kept: KeptImport,
  because: string,
): Promise<Result<{ readonly rows: number; readonly left: number }>> {
  if (stateOfImport(kept) !== 'accepted') return reject(importProblems('import.not_ready', {}))
  const ids = (await rowsOfImport(tx, writer.officeId, kept.id)).flatMap(({ became, entryId }) =>
    entryId && became !== 'same' ? [entryId] : [],
  )
  const locks = await locksByMonth(tx, writer.officeId)
  let rows = 0
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const some = new Set(ids.slice(from, from + idsAtOnce))
    const entries = await entriesWithCorrections(tx, writer.officeId, [...some])
    const states = statesOf(entries, writer.now)
    const open = entries.filter(({ id }) => some.has(id) && states.get(id) === 'submitted')
    // What a locked month came to holds these rows as reported; what came after the lock is no part of it.
    const month = await lockedSince(tx, writer.officeId, open, locks)
    if (month !== null) return reject(importProblems('import.month_locked', { month }))
    const event = { kind: 'withdrawn', at: writer.now, by: writer.officerId, because } as const
    await addEvents(
      tx,
      writer.officeId,
      open.map((entry) => ({ entry, event })),
    )
    rows += open.length
  }
  if (rows === 0) return reject(factProblems('fact.not_open', { state: 'verified' }))
  const left = ids.length - rows
  const content = { because, rows, left }
  await addStep(tx, writer.officeId, kept, { kind: 'withdrawn', content, by: writer.officerId, at: writer.now })
  return accept({ rows, left })
}
