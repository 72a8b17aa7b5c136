import type { OwnColumn } from '@guatu/core/fact'
import type { Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import { noteChanged } from '../../platform/audit/changed.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'

/** One step of a column that the office has added: what it is from then on, or is to become once somebody confirms. */
export interface OwnStep {
  readonly id: string
  readonly register: string
  readonly columnId: string
  readonly seq: number
  readonly kind: 'changed' | 'proposed' | 'confirmed'
  readonly content: Pick<OwnColumn, 'column' | 'retired'>
  readonly because: string
  readonly byOfficer: string
  readonly at: Instant
}

/** A column with its steps: as it is in force, and what waits for a second person. */
export interface OwnChain {
  readonly id: string
  readonly steps: readonly OwnStep[]
  /** Null while its first step waits. */
  readonly inForce: OwnColumn | null
  readonly waiting: OwnStep | null
}

/** Every step of an office, or of one of its registers, in the order in which they were made. */
export async function ownSteps(tx: Tx, officeId: string, register?: string): Promise<OwnStep[]> {
  const asked = register === undefined ? sql`true` : sql`register = ${register}`
  const { rows } = await sql<OwnStep>`
    select id, register, column_id, seq, kind, content, because, by_officer, at from own_column_step
    where office_id = ${officeId} and ${asked} order by register, length(column_id), column_id, seq`.execute(tx)
  return rows
}

function chainFrom(id: string, steps: readonly OwnStep[]): OwnChain {
  const settled = steps.findLast(({ kind }) => kind !== 'proposed')
  const last = steps.at(-1)
  return {
    id,
    steps,
    inForce: settled ? { id, ...settled.content } : null,
    waiting: last?.kind === 'proposed' ? last : null,
  }
}

/** The columns of one register out of its steps. */
export const chainsOf = (steps: readonly OwnStep[]): readonly OwnChain[] =>
  [...Map.groupBy(steps, ({ columnId }) => columnId)].map(([id, own]) => chainFrom(id, own))

/**
 * What tells whether anything has changed since: how many steps an office has made. Steps are only added; one that has
 * the smaller id may still come in after the other.
 */
export async function stepsMade(tx: Tx, officeId: string): Promise<number> {
  const { rows } = await sql<{ made: number }>`
    select count(*)::int as made from own_column_step where office_id = ${officeId}`.execute(tx)
  return rows[0]?.made ?? 0
}

/** Adds a step to a column; `before` is the chain that it goes on. */
export async function addOwnStep(
  tx: Tx,
  officeId: string,
  before: readonly OwnStep[],
  step: Omit<OwnStep, 'id' | 'seq'>,
): Promise<void> {
  noteChanged(tx, before.at(-1) ?? null, step)
  await tx
    .insertInto('ownColumnStep')
    .values({ ...step, officeId, id: newId(), seq: before.length + 1, content: JSON.stringify(step.content) })
    .execute()
}
