import { randomUUID } from 'node:crypto'
import { addDays, day } from '@guatu/core/shared'
import type { openOffice } from '../support/open-office.ts'
import { query } from '../support/query.ts'
import { allDuties, type Duty, type PolicyRow } from './matrix.ts'
import { personIn } from './single-duties.ts'

type Office = Awaited<ReturnType<typeof openOffice>>

/** What a row may be to whoever asks: of the same unit, entered by the same person elsewhere, of another unit, office. */
export const relations = ['ownUnit', 'ownHand', 'otherUnit', 'otherOffice'] as const
export type Relation = (typeof relations)[number]
export const states = ['submitted', 'verified', 'returned', 'withdrawn', 'corrected'] as const
export type State = (typeof states)[number]
export type Verdict = 'done' | 'not this one' | 'not in this state' | 'unknown' | 'closed'

/** One person of each duty, all in one unit; somebody else; another unit; and another office with its own row. */
export interface Stage {
  readonly office: Office
  readonly ownUnit: string
  readonly otherUnit: string
  readonly other: string
  readonly people: ReadonlyMap<Duty, { readonly id: string; readonly cookie: string }>
  readonly otherOffice: { readonly id: string; readonly unit: string; readonly officer: string }
}

export async function stageFor(office: Office, other: { readonly id: string }): Promise<Stage> {
  const unitOf = async (officeId: string, name: string): Promise<string> => {
    const id = randomUUID()
    await query(
      office.database.root,
      `insert into unit (office_id, id, name, kind, created_at) values ('${officeId}', '${id}', '${name}', 'community', now())`,
    )
    return id
  }
  const [ownUnit, otherUnit] = [await unitOf(office.id, '甲社区'), await unitOf(office.id, '乙社区')]
  const people = new Map<Duty, { id: string; cookie: string }>()
  for (const [i, duty] of allDuties.entries()) {
    const id = await personIn(office, duty, 200 + i, ownUnit)
    people.set(duty, { id, cookie: await office.sessionOf(id) })
  }
  const neighbour = { id: other.id, database: office.database }
  const unit = await unitOf(other.id, '甲社区')
  const officer = await personIn(neighbour, 'handler', 200, unit)
  const somebody = await personIn(office, 'handler', 300, ownUnit)
  return { office, ownUnit, otherUnit, other: somebody, people, otherOffice: { id: other.id, unit, officer } }
}

export interface Case {
  readonly duty: Duty
  readonly relation: Relation
  readonly state: State
  readonly entryId: string
}

const eventOf: Readonly<Partial<Record<State, string>>> = {
  verified: 'verified',
  returned: 'returned',
  withdrawn: 'withdrawn',
}

// Behind those that were entered in the usual way.
let serial = 1_000_000
function nextSerial(): number {
  serial += 1
  return serial
}

// Thousands of rows of one day would all be held against each other where rows like one are asked for.
const dayOfRow = (id: string) => addDays(day('2022-01-01'), Number.parseInt(id.slice(0, 4), 16) % 500)

/** Writes a fresh row for every case, straight into the tables: a case may use its row up. `note` finds them in a list. */
export async function casesFor(stage: Stage, duties: readonly Duty[], note = ''): Promise<Case[]> {
  const cases = duties.flatMap((duty) =>
    relations.flatMap((relation) => states.map((state): Case => ({ duty, relation, state, entryId: randomUUID() }))),
  )
  const entry = (id: string, officeId: string, by: string, unit: string, corrects: string | null = null) =>
    `('${officeId}', '${id}', 'progress', null, '${dayOfRow(id)}', '2023-06-02', '${by}', '{"note": "${note}"}', '${id}', ${corrects === null ? 'null' : `'${corrects}'`}, '${corrects ?? id}', '', '${unit}', 2023, ${nextSerial()})`
  const rows = cases.flatMap(({ duty, relation, state, entryId }) => {
    const officeId = relation === 'otherOffice' ? stage.otherOffice.id : stage.office.id
    const own = stage.people.get(duty)?.id ?? ''
    const by = relation === 'otherOffice' ? stage.otherOffice.officer : relation === 'ownHand' ? own : stage.other
    const unit =
      relation === 'otherOffice' ? stage.otherOffice.unit : relation === 'ownUnit' ? stage.ownUnit : stage.otherUnit
    const first = entry(entryId, officeId, by, unit)
    return state === 'corrected' ? [first, entry(randomUUID(), officeId, by, unit, entryId)] : [first]
  })
  const events = cases.flatMap(({ relation, state, entryId }) => {
    const kind = eventOf[state]
    const [officeId, by] =
      relation === 'otherOffice' ? [stage.otherOffice.id, stage.otherOffice.officer] : [stage.office.id, stage.other]
    return kind ? [`('${officeId}', '${entryId}', 1, '${kind}', '2023-06-03', '${by}', '')`] : []
  })
  await query(
    stage.office.database.root,
    `insert into entry (office_id, id, register, target_id, true_on, known_at, entered_by, content, natural_key, corrects, root_id, because, unit_id, number_year, serial) values ${rows.join(', ')}`,
    `insert into entry_event (office_id, entry_id, seq, kind, at, by_officer, because) values ${events.join(', ')}`,
    // As the database does by itself where it runs for longer: a plan for an empty table goes through all rows of a full one.
    'analyze entry, entry_event',
  )
  return cases
}

/** What the policy table says of a case; read off the row here, not by the code that guards the door. */
export function declared({ grants }: PolicyRow, { duty, relation, state }: Omit<Case, 'entryId'>): Verdict {
  const open = grants.filter((grant) => grant.duties.includes(duty))
  if (open.length === 0) return 'closed'
  if (relation === 'otherOffice') return 'unknown'
  const near = open.filter(
    (grant) =>
      grant.relation === 'office' || (grant.relation === 'own' ? relation === 'ownHand' : relation === 'ownUnit'),
  )
  if (near.length === 0) return 'not this one'
  return near.some((grant) => !grant.states || grant.states.includes(state)) ? 'done' : 'not in this state'
}
