import type { Day } from '../shared/index.ts'

/** A person in a post for a time: A角 holds it, B角 stands in. */
export interface Holding {
  readonly kind: 'holder' | 'deputy'
  readonly fromDay: Day
  /** The last day of it; null while no end is known. */
  readonly untilDay: Day | null
  readonly confirmedBy: string | null
}

/** Whether it gives the post's duties on a day: confirmed, begun, not over. */
export const isInForce = ({ fromDay, untilDay, confirmedBy }: Holding, today: Day): boolean =>
  confirmedBy !== null && fromDay <= today && (untilDay === null || today <= untilDay)

/** Counts what has become of it, for changes made against a version that was seen. */
export const versionOf = ({ confirmedBy, untilDay }: Holding): number =>
  1 + (confirmedBy === null ? 0 : 1) + (untilDay === null ? 0 : 1)

/** Whether a holding and a wanted time, without an end where `until` is null, have a day in common. */
export const overlaps = (held: Pick<Holding, 'fromDay' | 'untilDay'>, from: string, until: string | null): boolean =>
  (until === null || held.fromDay <= until) && (held.untilDay === null || from <= held.untilDay)
