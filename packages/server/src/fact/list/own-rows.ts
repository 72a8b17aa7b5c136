import type * as contract from '@guatu/contract'
import { lacksReason, ledgerNumber, type Register, statesOf } from '@guatu/core/fact'
import type { Within } from '@guatu/core/office'
import { type AsOf, addDays, type Day, dayOf, instant, type Words } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Seat } from '../../platform/seat.ts'
import { entriesWithCorrections } from '../store.ts'
import { all } from './asked.ts'
import { waitingBy } from './counts.ts'
import { duesOf, timedStates } from './due.ts'
import { type OpenRegister, openTo, seenAmong } from './seen.ts'
import { isOvertakenAt, withFallen } from './states.ts'
import type { Sql } from './values.ts'

/** So many of a kind are named; of more it is told how many there are. */
const namedMax = 20
const newestMax = 5

export interface OwnAsking {
  readonly officeId: string
  readonly seat: Seat
  readonly registers: readonly Register[]
  /** What the policy table lets the post see of its own. */
  readonly within: Within
  readonly asOf: AsOf
  /** A step of a lifecycle is near when it is due within so many days. */
  readonly dueDays: number
}

interface Looking extends OwnAsking {
  readonly open: readonly OpenRegister[]
  /** Whether the row called `e` is seen. */
  readonly seen: Sql
  readonly fallen: Sql
}

interface Marked {
  readonly id: string
  readonly says: Words
  readonly total?: number
}

const nothing: Words = { zh: '', en: '' }

/** Rows that were sent back, where no later version stands in their place. */
async function returned(tx: Tx, { seen, fallen, officeId, asOf }: Looking): Promise<Marked[]> {
  const { rows } = await sql<{ id: string; because: string; total: number }>`
    with ${fallen}
    select e.id, v.because, count(*) over ()::int as total from entry e join fallen f on f.id = e.id and f.kind = 'returned'
      join lateral (select because from entry_event v where v.office_id = ${officeId} and v.entry_id = e.id
        and v.kind = 'returned' and v.at <= ${asOf.knownAt} order by v.seq desc limit 1) v on true
    where ${seen} and not ${isOvertakenAt(asOf.knownAt)}
    order by e.id desc limit ${namedMax}`.execute(tx)
  return rows.map(({ id, because, total }) => ({ id, total, says: { zh: because, en: because } }))
}

/** Rows that stand and lack the evidence by which what they say would count. */
async function unproved(tx: Tx, { seen, fallen, asOf }: Looking): Promise<Marked[]> {
  const { rows } = await sql<{ id: string; lacks: string[]; total: number }>`
    with ${fallen}
    select e.id, l.lacks, count(*) over ()::int as total from entry e
      join lateral (select f.lacks from fact f where f.office_id = e.office_id and f.entry_id = e.id
        and f.lacks <> '{}' limit 1) l on true
    where ${seen} and e.id not in (select id from fallen) and not ${isOvertakenAt(asOf.knownAt)}
    order by e.id desc limit ${namedMax}`.execute(tx)
  return rows.map(({ id, lacks, total }) => ({ id, total, says: lacksReason(lacks) }))
}

const steps = (register: Register, move: string): Words => register.lifecycle?.moves[move]?.label ?? nothing

/** Rows whose next step is late or nearly due, the nearest first. */
async function nearlyDue(tx: Tx, looking: Looking): Promise<Marked[]> {
  const { officeId, open, asOf, dueDays, seen } = looking
  const lastDay = addDays(dayOf(asOf.knownAt), dueDays)
  const found: (Marked & { on: string })[] = []
  for (const { register } of open) {
    if (timedStates(register).length === 0) continue
    for (const [id, { to, late, on, move }] of await duesOf(tx, { officeId, register, asOf, seen }))
      if (to === null && (late || on <= lastDay)) {
        const step = steps(register, move)
        const says = {
          zh: `${step.zh}${late ? '已过期限' : '期限'}${on}`,
          en: `${step.en} ${late ? 'was due' : 'is due'} ${on}`,
        }
        found.push({ id, on, says })
      }
  }
  return found.toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

async function newest(tx: Tx, { seen }: Looking): Promise<Marked[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from entry e where ${seen} order by e.id desc limit ${newestMax}`.execute(tx)
  return rows.map(({ id }) => ({ id, says: nothing }))
}

/** Rows of one's own that want something, and those that came last; each where a list would show it too. */
export async function ownRows(
  tx: Tx,
  asking: OwnAsking,
): Promise<Pick<contract.StartMine, 'newest'> & { readonly gaps: contract.StartMine['gaps'] }> {
  const { officeId, seat, registers, within, asOf } = asking
  const open = openTo(registers, seat)
  const looked = { officeId, register: '', knownAt: asOf.knownAt }
  const seen = all([sql`e.office_id = ${officeId} and e.known_at <= ${asOf.knownAt}`, seenAmong(open, within)])
  const looking = { ...asking, open, seen, fallen: withFallen(looked) }
  const marked = {
    returned: await returned(tx, looking),
    unproved: await unproved(tx, looking),
    due: await nearlyDue(tx, looking),
    newest: await newest(tx, looking),
  }
  const ids = [...new Set(Object.values(marked).flatMap((some) => some.map(({ id }) => id)))]
  const versions = ids.length === 0 ? [] : await entriesWithCorrections(tx, officeId, ids)
  const states = statesOf(versions, asOf.knownAt)
  const byId = new Map(versions.map((entry) => [entry.id, entry]))
  const shown = ({ id, says }: Marked): contract.StartRow[] => {
    const entry = byId.get(id)
    const register = open.find((one) => one.register.id === entry?.register)?.register
    const state = states.get(id)
    if (!entry || !register || !state) return []
    const number = ledgerNumber(register, entry.number)
    return [{ id, register: register.id, label: register.label, number, trueOn: entry.trueOn, state, says }]
  }
  const stands = ({ id }: Marked) => ['submitted', 'verified'].includes(states.get(id) ?? '')
  const some = (all: readonly Marked[]) => ({
    total: all[0]?.total ?? all.length,
    rows: all.slice(0, namedMax).flatMap(shown),
  })
  return {
    gaps: {
      returned: some(marked.returned),
      unproved: some(marked.unproved),
      due: some(marked.due.filter(stands)),
    },
    newest: marked.newest.flatMap(shown),
  }
}

/** When each unit last entered anything that whoever asks may see; a unit that never did is not among them. */
export async function lastEnteredBy(
  tx: Tx,
  { officeId, seat, registers, within, asOf }: Omit<OwnAsking, 'dueDays'>,
): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await sql<{ unitId: string; last: Date }>`
    select u.id as unit_id, l.known_at as last from unit u
      join lateral (select e.known_at from entry e
        where e.office_id = ${officeId} and e.unit_id = u.id and e.known_at <= ${asOf.knownAt}
          and ${seenAmong(openTo(registers, seat), within)}
        order by e.known_at desc limit 1) l on true
    where u.office_id = ${officeId}`.execute(tx)
  return new Map(rows.map(({ unitId, last }) => [unitId, dayOf(instant(new Date(last).toISOString()))]))
}

/** How many rows wait to be verified, of those that whoever asks may see, by register and unit. */
export async function waitingToVerify(
  tx: Tx,
  { officeId, seat, registers, within, asOf }: Omit<OwnAsking, 'dueDays'>,
): Promise<contract.StartWatch['waiting']> {
  const open = openTo(registers, seat)
  const seen = all([sql`e.office_id = ${officeId} and e.known_at <= ${asOf.knownAt}`, seenAmong(open, within)])
  const found = await waitingBy(tx, { officeId, register: '', knownAt: asOf.knownAt }, seen)
  return found.flatMap(({ register, unit, rows }) => {
    const shape = open.find((one) => one.register.id === register)?.register
    return shape ? [{ register, label: shape.label, unit: unit ?? '', rows: Number(rows) }] : []
  })
}
