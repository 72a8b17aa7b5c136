import type * as contract from '@guatu/contract'
import { factProblems, lacksReason, type Register, stateReasons, statesOf } from '@guatu/core/fact'
import { type AsOf, accept, decimal, type Instant, type Result, reject, type Words } from '@guatu/core/shared'
import { sql } from 'kysely'
import { officersOf } from '../office/index.ts'
import { planAsOf, versionsOf } from '../plan/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Ask } from '../platform/http.ts'
import { refusedBy } from './access.ts'
import { papersOf, type RegisterOf, thingOf } from './asking.ts'
import { type Eyes, noteShown, presentEntry } from './present.ts'
import { chainOf, type KeptEntry } from './store.ts'

export interface Found {
  readonly register: Register
  readonly entry: KeptEntry
  /** Every version of the row that was known by then, the oldest first. */
  readonly versions: readonly KeptEntry[]
}

/** A row of any register with its versions, where whoever asks may see it. */
export async function rowFor(
  tx: Tx,
  ask: Ask<{ id: string }>,
  registerOf: RegisterOf,
  { knownAt }: Pick<AsOf, 'knownAt'>,
): Promise<Result<Found>> {
  const rows = await chainOf(tx, ask.office.id, ask.params.id)
  const versions = rows.filter((row) => row.knownAt <= knownAt).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const entry = versions.find(({ id }) => id === ask.params.id)
  if (!entry) return reject(factProblems('fact.entry_unknown', {}))
  const register = await registerOf(tx, ask.office.id, entry.register)
  if (!register.ok) return register
  const thing = thingOf(entry)
  const refused = ask.permit(thing) ?? refusedBy(register.value, 'read', ask.seat, thing)
  return refused ? reject(refused) : accept({ register: register.value, entry, versions })
}

interface FactRow {
  readonly id: string
  readonly entryId: string
  readonly targetId: string | null
  readonly measure: string | null
  readonly subject: string
  readonly quantity: string
  readonly unit: string
  readonly lacks: readonly string[]
  readonly trueOn: string
}

/** The targets of every adopted plan that facts name, each up to the sentence that it was read from. */
async function targetsNamed(tx: Tx, officeId: string, ids: ReadonlySet<string>, knownAt: Instant) {
  const found = new Map<string, NonNullable<contract.SaidFact['target']>>()
  if (ids.size === 0) return found
  for (const { year } of await versionsOf(tx, officeId)) {
    const adopted = await planAsOf(tx, officeId, year, knownAt)
    for (const { key, title, sentence, targets } of adopted?.plan.tasks ?? [])
      for (const target of targets)
        if (ids.has(target.key))
          found.set(target.key, { id: target.key, code: target.code, taskId: key, task: title, sentence })
  }
  return found
}

const measureWords = ({ feeds }: Register, measure: string): Words =>
  feeds.find(({ serves }) => 'measure' in serves && serves.measure === measure)?.says ?? { zh: measure, en: measure }

/** What the versions of a row say, each with whether it counts and why. */
async function factsSaid(
  tx: Tx,
  officeId: string,
  { register, versions }: Found,
  { knownAt, states }: Pick<Eyes, 'knownAt' | 'states'>,
): Promise<contract.SaidFact[]> {
  const ids = versions.map(({ id }) => id)
  const { rows } = await sql<FactRow>`
    select id, entry_id, target_id, measure, subject, quantity, unit, lacks, true_on from fact
    where office_id = ${officeId} and entry_id = any(${sql.val(ids)}::uuid[]) order by entry_id, id`.execute(tx)
  const named = new Set(rows.flatMap(({ targetId }) => targetId ?? []))
  const targets = await targetsNamed(tx, officeId, named, knownAt)
  return rows.map(({ id, entryId, targetId, measure, subject, quantity, unit, lacks, trueOn }) => {
    const state = states.get(entryId) ?? 'withdrawn'
    const lacking = state === 'verified' && lacks.length > 0
    const target = targetId === null ? null : (targets.get(targetId) ?? null)
    return {
      id,
      entryId,
      trueOn,
      quantity: decimal(quantity),
      unit,
      subject,
      measure,
      serves: measure === null ? { zh: target?.code ?? '', en: target?.code ?? '' } : measureWords(register, measure),
      target,
      counted: state === 'verified' && !lacking,
      because: lacking ? lacksReason(lacks) : stateReasons[state],
    }
  })
}

/** A row with its whole history and what it counts for. */
export async function detailOf(
  tx: Tx,
  ask: Pick<Ask, 'office' | 'seat'>,
  found: Found,
  { knownAt }: AsOf,
): Promise<contract.EntryDetail> {
  const { register, entry, versions } = found
  const people = await officersOf(tx, ask.office.id)
  const papers = await papersOf(tx, ask.office.id, versions, knownAt)
  const eyes: Eyes = { knownAt, states: statesOf(versions, knownAt), people, seat: ask.seat, papers }
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? ''
  const shown = versions.map((version) => presentEntry(register, version, versions, eyes))
  noteShown(tx, register, shown)
  return {
    entry: presentEntry(register, entry, versions, eyes),
    versions: versions.map((version, i) => ({
      entry: shown[i] as contract.Entry,
      because: version.because,
      events: version.events
        .filter(({ at }) => at <= knownAt)
        .map(({ kind, at, by, because }) => ({ kind, at, by: nameOf(by), because })),
    })),
    facts: await factsSaid(tx, ask.office.id, found, eyes),
  }
}
