import { createHash } from 'node:crypto'
import { type Detail, plainJson } from '@guatu/core/audit'
import type { Tx } from '../db.ts'

/** A thing as it stood before and after a change; null where it was not there yet, or is there no more. */
export interface Changed {
  readonly before: unknown
  readonly after: unknown
}

const noted = new WeakMap<Tx, Changed[]>()

/** Says what this transaction changes. Its record carries the digests of it, never the thing itself. */
export function noteChanged(tx: Tx, before: unknown, after: unknown): void {
  const changes = noted.get(tx) ?? []
  noted.set(tx, changes)
  changes.push({ before, after })
}

const said = new WeakMap<Tx, Detail>()

/** Says in the record of this transaction what its route and its object do not tell: what was looked at, never a thing itself. */
export const noteSaid = (tx: Tx, detail: Detail): void => void said.set(tx, { ...said.get(tx), ...detail })

/** Runs what is taken back afterwards: what it notes and says for the record of this transaction goes with it. */
export async function withoutNoting<T>(tx: Tx, rehearsal: () => Promise<T>): Promise<T> {
  const [changes, detail] = [[...(noted.get(tx) ?? [])], said.get(tx) ?? {}]
  const outcome = await rehearsal()
  noted.set(tx, changes)
  said.set(tx, detail)
  return outcome
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

// One text for one value, whatever order its fields were put together in.
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(fields.sort(byName).map(([name, field]) => [name, inOrder(field)]))
}

const digestOf = (values: readonly unknown[]): string =>
  createHash('sha256')
    .update(plainJson(values.map(inOrder)))
    .digest('hex')

const sideOf = (name: 'before' | 'after', values: readonly unknown[]): Detail =>
  values.some((value) => value !== null) ? { [name]: digestOf(values) } : {}

/**
 * What this transaction said for its record, and SHA-256 over what was noted, before and after: over a JSON list of the things in the order of the change, their fields
 * by name. A side on which nothing stood is left out.
 */
export function changesIn(tx: Tx): Detail {
  const changes = noted.get(tx) ?? []
  return {
    ...said.get(tx),
    ...sideOf(
      'before',
      changes.map(({ before }) => before),
    ),
    ...sideOf(
      'after',
      changes.map(({ after }) => after),
    ),
  }
}
