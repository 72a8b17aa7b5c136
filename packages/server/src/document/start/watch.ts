import type * as contract from '@guatu/contract'
import { type Day, daysBetween } from '@guatu/core/shared'
import { turnedWorse } from '@guatu/core/signal'
import { lastEnteredBy, waitingToVerify } from '../../fact/index.ts'
import { isOpenUnit, unitsOf } from '../../office/index.ts'
import type { Tx } from '../../platform/db.ts'
import type { JudgedTask } from '../../signal/index.ts'
import type { Asking, Judged } from './mine.ts'

/** What turned yellow or red between two days, in the order of the plan. */
function turnedIn(now: readonly JudgedTask[], before: readonly JudgedTask[]): contract.StartWatch['turned'] {
  const lights = new Map(before.map(({ task, light }) => [task.key, light]))
  return now.flatMap(({ task: { key, number, title }, light }) => {
    const was = lights.get(key) ?? null
    return turnedWorse(was, light) ? [{ id: key, number, title, before: was ?? 'noData', light }] : []
  })
}

/** Units with a part in the plan of which nothing came in for some days, the longest silent first. */
async function silentIn(tx: Tx, asking: Asking, judged: Judged | null, days: number) {
  const { officeId, asOf } = asking
  const named = new Set((judged?.tasks ?? []).flatMap(({ task }) => [...task.lead, ...task.support]))
  const units = (await unitsOf(tx, officeId)).filter((unit) => named.has(unit.name) && isOpenUnit(unit, asOf.on))
  const entered = await lastEnteredBy(tx, asking)
  return units
    .map(({ id, name }) => ({ unit: name, last: entered.get(id) ?? null }))
    .filter(({ last }) => last === null || daysBetween(last, asOf.on) >= days)
    .toSorted((a, b) => ((a.last ?? '') < (b.last ?? '') ? -1 : 1))
}

/** 督查先看的: what turned, what waits, and who is silent, for a day as known then. */
export async function watchOf(
  tx: Tx,
  asking: Asking,
  { now, before }: { readonly now: Judged | null; readonly before: Judged | null },
  { since, silentDays }: { readonly since: Day; readonly silentDays: number },
): Promise<contract.StartWatch> {
  return {
    since,
    turned: turnedIn(now?.tasks ?? [], before?.tasks ?? []),
    waiting: await waitingToVerify(tx, asking),
    silent: await silentIn(tx, asking, now, silentDays),
    silentDays,
  }
}
