import type * as contract from '@guatu/contract'
import { factProblems, type Register, statesOf } from '@guatu/core/fact'
import type { Problem } from '@guatu/core/shared'
import type { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import { type Ask, versionConflict } from '../platform/http.ts'
import { type Act, refusedBy } from './access.ts'
import { allowOf, entering, thingOf, writerOf } from './asking.ts'
import { draftOfMove, isStepWaiting } from './correct-entry.ts'
import type { Draft } from './draft.ts'
import { feedablesIn } from './feedable.ts'
import { type Recording, recordDrafts } from './record-entries.ts'
import { addEvents, entriesWithCorrections, type KeptEntry, keepStatesStill } from './store.ts'

interface Sifted {
  readonly open: readonly KeptEntry[]
  /** All versions of the rows, by their roots. */
  readonly chains: ReadonlyMap<string, readonly KeptEntry[]>
  readonly refused: { readonly id: string; readonly problem: Problem }[]
}

type Asking<B> = Ask<unknown, unknown, B>

/** Nothing happens to any row while many are looked at, and none comes in. */
async function alone<B>(tx: Tx, asked: Asking<B>, register: Register): Promise<Asking<B>> {
  const ask = await entering(tx, asked, register)
  await keepStatesStill(tx, ask.office.id)
  return { ...ask, now: ask.office.clock.now() }
}

/** The rows that still stand as they were seen and let whoever asks do this to them; of each other one, why not. */
async function standingEach(
  tx: Tx,
  ask: Asking<Pick<z.output<typeof contract.returnEntries>, 'entries'>>,
  register: Register,
  act: Act,
): Promise<Sifted> {
  const seen = new Map(ask.body.entries.map(({ id, version }) => [id, version]))
  const rows = await entriesWithCorrections(tx, ask.office.id, [...seen.keys()])
  const states = statesOf(rows, ask.now)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const chains = Map.groupBy(rows, ({ rootId }) => rootId)
  const permitOf = ask.permitEach()
  const problemOf = (entry: KeptEntry | undefined, version: number): Problem | null => {
    if (!entry || entry.register !== register.id) return factProblems('fact.entry_unknown', {})
    const forbidden = permitOf(thingOf(entry)) ?? refusedBy(register, act, ask.seat, thingOf(entry))
    if (forbidden) return forbidden
    const current = entry.events.length + 1
    if (version !== current) return versionConflict(version, current).problem
    const state = states.get(entry.id) ?? 'withdrawn'
    const closed = permitOf(thingOf(entry, state))
    if (closed) return closed
    const waits = act !== 'return' && isStepWaiting(entry, chains.get(entry.rootId) ?? [], states)
    return waits ? factProblems('fact.correction_waiting', {}) : null
  }
  const open: KeptEntry[] = []
  const refused: Sifted['refused'] = []
  for (const [id, version] of seen) {
    const entry = byId.get(id)
    const problem = problemOf(entry, version)
    if (problem) refused.push({ id, problem })
    else if (entry) open.push(entry)
  }
  return { open, chains, refused }
}

/** 批量退回: sends rows back with one reason; each that cannot be sent back says why and stops no other. */
export async function returnEach(
  tx: Tx,
  asked: Asking<z.output<typeof contract.returnEntries>>,
  register: Register,
): Promise<contract.BatchSteps> {
  const ask = await alone(tx, asked, register)
  const { open, refused } = await standingEach(tx, ask, register, 'return')
  const event = { kind: 'returned', at: ask.now, by: ask.seat.officerId, because: ask.body.because } as const
  if (!ask.body.preview)
    await addEvents(
      tx,
      ask.office.id,
      open.map((entry) => ({ entry, event })),
    )
  return { done: open.length, refused }
}

/** 批量更正: the same values for many rows, each a correction of its own that another person verifies. */
export async function correctEach(
  tx: Tx,
  asked: Asking<z.output<typeof contract.correctEntries>>,
  register: Register,
  registers: readonly Register[],
): Promise<contract.BatchSteps> {
  const ask = await alone(tx, asked, register)
  const { open, refused } = await standingEach(tx, ask, register, 'correct')
  const { values: text, because, preview } = ask.body
  const drafts = open.map((entry) => ({ text, base: entry.content, corrects: entry }))
  const recording = { because, keep: !preview, allow: allowOf(ask, register, 'correct'), registers }
  const { done, wrong } = await recordEach(tx, ask, register, drafts, recording)
  return { done, refused: [...refused, ...wrong] }
}

/** Enters a later version of each row; of each that is refused, why. */
async function recordEach(
  tx: Tx,
  ask: Asking<unknown>,
  register: Register,
  drafts: readonly (Draft & { readonly corrects: KeptEntry })[],
  recording: Recording,
): Promise<{ readonly done: number; readonly wrong: Sifted['refused'] }> {
  const targets = await feedablesIn(tx, ask.office.id, ask.now)
  const { entries, refused } = await recordDrafts(tx, writerOf(ask), register, drafts, targets, recording)
  const wrong = refused.map(({ row, problem }) => ({ id: drafts[row - 1]?.corrects.id ?? '', problem }))
  return { done: entries.length, wrong }
}

/** 批量办理: one move for many rows, each checked by the lifecycle and each a version of its own that another person verifies. */
export async function moveEach(
  tx: Tx,
  asked: Asking<z.output<typeof contract.moveEntries>>,
  register: Register,
  registers: readonly Register[],
): Promise<contract.BatchSteps> {
  const ask = await alone(tx, asked, register)
  const { open, chains, refused } = await standingEach(tx, ask, register, 'move')
  const { values, because, move, preview } = ask.body
  const moving = { values, because, move, duties: ask.seat.duties }
  const unmoved: Sifted['refused'] = []
  const drafts = open.flatMap((entry) => {
    const versions = chains.get(entry.rootId) ?? []
    const draft = draftOfMove(writerOf(ask), register, { entry, versions }, moving)
    if (draft.ok) return [{ ...draft.value, corrects: entry }]
    unmoved.push({ id: entry.id, problem: draft.problem })
    return []
  })
  const recording = { because, keep: !preview, allow: allowOf(ask, register, 'move'), registers }
  const { done, wrong } = await recordEach(tx, ask, register, drafts, recording)
  return { done, refused: [...refused, ...unmoved, ...wrong] }
}
