import type * as contract from '@guatu/contract'
import { changesWhatIsRequired, type OwnColumn, ownColumnsMax, ownId, type Register } from '@guatu/core/fact'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { Tx } from '../../platform/db.ts'
import { hold } from '../../platform/hold.ts'
import { versionConflict } from '../../platform/http.ts'
import type { Writer } from '../draft.ts'
import { changed, columnFrom, wrongIn } from './declare.ts'
import { ownProblems } from './problems.ts'
import { addOwnStep, chainsOf, type OwnChain, ownSteps } from './store.ts'

const holdColumns = (tx: Tx, officeId: string, { id }: Register) => hold(tx, `columns ${officeId} ${id}`)

async function keep(
  tx: Tx,
  { officeId, officerId, now }: Writer,
  { register, chain, own, because }: { register: Register; chain: OwnChain | null; own: OwnColumn; because: string },
): Promise<void> {
  const { id, ...content } = own
  const kind = changesWhatIsRequired(chain?.inForce ?? null, own) ? 'proposed' : 'changed'
  await addOwnStep(tx, officeId, chain?.steps ?? [], {
    register: register.id,
    columnId: id,
    kind,
    content,
    because,
    byOfficer: officerId,
    at: now,
  })
}

/** Adds a column, or asks for it where it would be required. Its id is the next that the register has not had. */
export async function addOwnColumn(
  tx: Tx,
  writer: Writer,
  register: Register,
  draft: contract.NewOwnColumn,
): Promise<Result<null>> {
  await holdColumns(tx, writer.officeId, register)
  const chains = chainsOf(await ownSteps(tx, writer.officeId, register.id))
  if (chains.length >= ownColumnsMax)
    return reject(ownProblems('own_column.full', { register: register.label.zh, max: ownColumnsMax }))
  const own = { id: ownId(chains.length + 1), column: columnFrom(draft), retired: false }
  const problem = wrongIn(register, own)
  if (problem) return reject(problem)
  await keep(tx, writer, { register, chain: null, own, because: draft.because })
  return accept(null)
}

/** A column as the caller saw it, while nobody else can change one of its register. */
async function standingColumn(
  tx: Tx,
  { officeId }: Writer,
  register: Register,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<OwnChain>> {
  await holdColumns(tx, officeId, register)
  const chain = chainsOf(await ownSteps(tx, officeId, register.id)).find((one) => one.id === id)
  if (!chain) return reject(ownProblems('own_column.unknown', {}))
  return chain.steps.length === version ? accept(chain) : versionConflict(version, chain.steps.length)
}

/** Another name, another rule when it is required, or no more values; what is required waits for a second person. */
export async function changeOwnColumn(
  tx: Tx,
  writer: Writer,
  register: Register,
  seen: { readonly id: string; readonly version: number },
  change: contract.ChangeOwnColumn,
): Promise<Result<null>> {
  const found = await standingColumn(tx, writer, register, seen)
  if (!found.ok) return found
  const chain = found.value
  const before: OwnColumn = chain.waiting ? { id: seen.id, ...chain.waiting.content } : (chain.inForce as OwnColumn)
  const words = { register: register.label.zh, column: before.column.label.zh }
  if (before.retired) return reject(ownProblems('own_column.retired', words))
  const own = changed(before, change)
  if (JSON.stringify(own) === JSON.stringify(before)) return reject(ownProblems('own_column.same', words))
  const problem = wrongIn(register, own)
  if (problem) return reject(problem)
  await keep(tx, writer, { register, chain, own, because: change.because })
  return accept(null)
}

/** Puts into force what somebody else has asked for. */
export async function confirmOwnColumn(
  tx: Tx,
  writer: Writer,
  register: Register,
  seen: { readonly id: string; readonly version: number },
): Promise<Result<null>> {
  const found = await standingColumn(tx, writer, register, seen)
  if (!found.ok) return found
  const { waiting, steps } = found.value
  if (!waiting) return reject(ownProblems('own_column.not_waiting', {}))
  if (waiting.byOfficer === writer.officerId) return reject(ownProblems('own_column.needs_second', {}))
  const problem = wrongIn(register, { id: seen.id, ...waiting.content })
  if (problem) return reject(problem)
  const { content, because } = waiting
  const step = { register: register.id, columnId: seen.id, kind: 'confirmed' as const, content, because }
  await addOwnStep(tx, writer.officeId, steps, { ...step, byOfficer: writer.officerId, at: writer.now })
  return accept(null)
}
