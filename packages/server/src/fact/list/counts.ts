import type * as contract from '@guatu/contract'
import type { Register } from '@guatu/core/fact'
import type { Within } from '@guatu/core/office'
import type { Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Seat } from '../../platform/seat.ts'
import { all } from './asked.ts'
import { openTo, seenAmong } from './seen.ts'
import { isWaitingAt, type Looked, withFallen } from './states.ts'
import type { Sql } from './values.ts'

interface Counted {
  readonly register: string
  readonly rows: string
}
interface Waiting extends Counted {
  readonly unit: string | null
}

/** How many of the rows called `e` that are seen wait to be verified, by register and unit, most first. */
export async function waitingBy(tx: Tx, looked: Looked, seen: Sql): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    with ${withFallen(looked)}
    select e.register, u.name as unit, count(*) as rows from entry e
      left join unit u on u.office_id = e.office_id and u.id = e.unit_id
    where ${seen} and ${isWaitingAt(looked)}
    group by e.register, u.name order by count(*) desc`.execute(tx)
  return rows
}

/** How many rows of each register whoever asks may see, and how many of each unit wait to be verified. */
export async function countsOf(
  tx: Tx,
  registers: readonly Register[],
  { officeId, seat, within, now }: { officeId: string; seat: Seat; within: Within; now: Instant },
): Promise<contract.LedgerCounts> {
  const seenIn = openTo(registers, seat)
  const open = seenIn.map(({ register }) => register)
  const seen = all([sql`e.office_id = ${officeId} and e.known_at <= ${now}`, seenAmong(seenIn, within)])
  const { rows: counted } = await sql<Counted>`
    select e.register, count(*) as rows from entry e where ${seen} and e.corrects is null group by e.register`.execute(
    tx,
  )
  const waiting = await waitingBy(tx, { officeId, register: '', knownAt: now }, seen)
  const rowsOf = new Map(counted.map(({ register, rows }) => [register, Number(rows)]))
  const closed = Map.groupBy(
    registers.filter((register) => !open.includes(register)),
    ({ access }) => access.restricted?.circle,
  )
  return {
    closed: [...closed].map(([circle = null, { length }]) => ({ circle, registers: length })),
    ledgers: open.map(({ id }) => ({
      register: id,
      rows: rowsOf.get(id) ?? 0,
      waiting: waiting
        .filter(({ register }) => register === id)
        .map(({ unit, rows }) => ({ unit: unit ?? '', rows: Number(rows) })),
    })),
  }
}
