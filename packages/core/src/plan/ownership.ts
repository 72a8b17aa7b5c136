import type { Draft } from './drafts.ts'
import type { Outline } from './outline/outline.ts'
import type { Keyed } from './passages.ts'
import type { DeadlineReading, OwnerReading } from './plan.ts'
import { readTail, tailsOf } from './tails.ts'

/** Who answers for which task, and by when. */
export interface Owned {
  readonly owners: readonly OwnerReading[]
  readonly deadlines: readonly DeadlineReading[]
}

/** Who answers, and by when: from the tails of tasks and headings, and from the columns of rows. */
export function ownersOf(
  text: string,
  outline: Outline,
  tasks: readonly Keyed[],
  about: { readonly year: number | null; readonly firstLeads: boolean },
): Owned {
  const headings = [...outline.others].filter(([, role]) => role === 'heading').map(([block]) => block)
  const tails = [
    ...tasks.flatMap(({ key, tails: own }) => own.map((tail) => readTail(text, tail, key, about))),
    ...tailsOf(text, headings).map((tail) => readTail(text, tail, null, about)),
  ]
  const rows = tasks.map(({ draft, key }) => rowOwner(draft, key))
  return {
    owners: [...tails.map(({ owner }) => owner), ...rows.flatMap(({ owners }) => owners)],
    deadlines: [...tails, ...rows].flatMap(({ deadlines }) => deadlines),
  }
}

function rowOwner({ row }: Draft, task: string): Owned {
  if (!row) return { owners: [], deadlines: [] }
  const { lead, support, leaders, ownerAt, due, dueAt } = row
  const read = { task, doubts: [] }
  return {
    owners: ownerAt ? [{ ...read, at: ownerAt, rule: 'owner columns', lead, support, leaders }] : [],
    deadlines: due && dueAt ? [{ ...read, at: dueAt, rule: 'deadline column', due }] : [],
  }
}
