import { addDays, type Day } from '../shared/index.ts'
import { administrators, type Duty, dutyLabels } from './duty.ts'
import { type Holding, isInForce } from './holding.ts'

/** A holding among others. */
export interface HoldingOf extends Holding {
  readonly id: string
  readonly postId: string
}

/** The duties without which nobody could appoint anybody any more. */
const keeping = (isFormal: boolean): readonly Duty[] => (isFormal ? administrators : ['supervisor'])

const staysHeld = (
  duty: string,
  after: Day,
  leaving: HoldingOf,
  posts: readonly { readonly id: string; readonly duties: readonly string[] }[],
  holdings: readonly HoldingOf[],
): boolean => {
  const ids = posts.filter((post) => post.duties.includes(duty)).map((post) => post.id)
  return holdings.some((one) => one.id !== leaving.id && ids.includes(one.postId) && isInForce(one, after))
}

/**
 * The duty, in words, that nobody would hold from a day on if this holding ended before it, where it is one that the
 * office cannot be without; else null.
 */
export function lastDuty(
  isFormal: boolean,
  leaving: HoldingOf,
  after: Day,
  posts: readonly { readonly id: string; readonly duties: readonly string[] }[],
  holdings: readonly HoldingOf[],
): string | null {
  const held = posts.find((post) => post.id === leaving.postId)?.duties ?? []
  const lost = keeping(isFormal).find(
    (duty) => held.includes(duty) && !staysHeld(duty, after, leaving, posts, holdings),
  )
  return lost ? dutyLabels[lost].zh : null
}

/** Whether there is a day from today on when these holdings would give a duty and, without them, none of the others. */
export function isKeptAlone(leaving: readonly Holding[], others: readonly Holding[], today: Day): boolean {
  const gives = (held: readonly Holding[], on: Day) => held.some((one) => isInForce(one, on))
  const ends = others.flatMap(({ untilDay }) => (untilDay === null ? [] : [addDays(untilDay, 1)]))
  const days = [today, ...leaving.map(({ fromDay }) => fromDay), ...ends]
  return days.some((on) => on >= today && gives(leaving, on) && !gives(others, on))
}
