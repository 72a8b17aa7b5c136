import { type EntryEvent, statesOf } from '@guatu/core/fact'
import type { Instant, Problem, Words } from '@guatu/core/shared'
import { officersOf } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Ask, Since, Theirs } from '../platform/http.ts'
import { type RegisterOf, shown, thingOf } from './asking.ts'
import { chainOf, type KeptEntry } from './store.ts'

const did: Readonly<Record<EntryEvent['kind'] | 'corrected', Words>> = {
  verified: { zh: '核实', en: 'verified' },
  returned: { zh: '退回', en: 'returned' },
  withdrawn: { zh: '撤回', en: 'withdrew' },
  corrected: { zh: '更正', en: 'corrected' },
}

/** A row and the corrections in its place, one correcting the other; those that were returned or withdrawn are left out. */
function lineFrom(entry: KeptEntry, rows: readonly KeptEntry[], now: Instant): readonly KeptEntry[] {
  const states = statesOf(rows, now)
  const standing = rows.filter(({ id }) => !['returned', 'withdrawn'].includes(states.get(id) ?? ''))
  const line = [entry]
  for (const { id } of line) {
    const next = standing.find(({ corrects }) => corrects === id)
    if (next) line.push(next)
  }
  return line
}

/** What became of a row after its first `seen` events: each correction in its place, and what happened to it. */
const happenings = (line: readonly KeptEntry[], seen: number) =>
  line.flatMap((row, i) =>
    i === 0
      ? row.events.slice(seen)
      : [{ kind: 'corrected' as const, at: row.knownAt, by: row.enteredBy, because: row.because }, ...row.events],
  )

/** What others made of a row since the caller saw it, and the row that stands in its place; nothing they may not see. */
export async function theirs(
  tx: Tx,
  ask: Pick<Ask, 'office' | 'seat' | 'now' | 'version' | 'permit'>,
  registerOf: RegisterOf,
  entry: KeptEntry,
): Promise<Theirs> {
  const line = lineFrom(entry, await chainOf(tx, ask.office.id, entry.id), ask.now)
  const last = line.at(-1) ?? entry
  const standing = ask.permit(thingOf(last)) === null ? await shown(tx, ask, registerOf, last.id) : null
  if (!standing?.ok) return {}
  const names = new Map((await officersOf(tx, ask.office.id)).map(({ id, name }) => [id, name]))
  const since = happenings(line, Math.max(0, ask.version - 1)).map(
    ({ kind, at, by, because }): Since => ({
      by: names.get(by) ?? '',
      at,
      did: did[kind],
      ...(because === '' ? {} : { because }),
    }),
  )
  return { standing: standing.value, since }
}

/** A refusal because a row was corrected in the meantime, with that correction beside it. */
export const beside = (problem: Problem, more: Theirs): Problem => ({
  ...problem,
  facts: { ...problem.facts, ...more },
})
