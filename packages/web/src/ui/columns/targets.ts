import type { Plan } from '@guatu/contract'

/** A target as a row of the ledger names it. */
export interface NamedTarget {
  readonly id: string
  readonly code: string
  readonly says: string
  readonly printedUnit: string
  readonly taskId: string
  readonly feedable: boolean
}

/** Every target of some plans by its id, in the order of the plans. */
export const targetsOf = (plans: readonly Plan[]): ReadonlyMap<string, NamedTarget> =>
  new Map(
    plans
      .flatMap(({ tasks }) => tasks)
      .flatMap((task) =>
        task.targets.map(({ id, code, says, printedUnit, feedable }) => [
          id,
          { id, code, says, printedUnit, taskId: task.id, feedable },
        ]),
      ),
  )

/** The targets that the generic register may feed, for a form to choose from. */
export const feedableChoices = (targets: ReadonlyMap<string, NamedTarget>): { value: string; label: string }[] =>
  [...targets.values()]
    .filter((target) => target.feedable)
    .map(({ id, code, says }) => ({ value: id, label: `${code}　${says}` }))
