import type { WallChart, WallTask } from '@guatu/contract'
import { lightColour } from '../../ui/LightShape.tsx'

/** Behind: what is missing up to the plan is hatched, and the whole bar is in the full colour. */
export const isBehind = (task: WallTask): boolean =>
  task.light === 'yellow' || task.light === 'orange' || task.light === 'red'

/** The colour of the filled part. Calm tasks recede into tints, so that exceptions are the only strong marks. */
export function fillColour(task: WallTask): string {
  if (isBehind(task)) return lightColour(task.light)
  if (task.light === 'green') return 'var(--green-tint)'
  if (task.light === 'blue') return 'var(--blue-tint)'
  return 'var(--stone-tint)'
}

export const overdueDays = (task: WallTask): number | null =>
  task.badges.find((badge) => badge.kind === 'overdue')?.days ?? null

// Nearer than this to the line, a tick of its own would only blur it.
const tickApart = 0.015

/** How far a task should be by a path of its own, where that is to be told from the line; null where the line says it. */
export function tickOf({ months, planned }: WallTask, elapsed: number): number | null {
  const due = months ? null : drawn(planned)
  return due !== null && Math.abs(due - elapsed) > tickApart ? due : null
}

/** How much of the year is over on the day that is shown. */
export const elapsedOf = ({ elapsed }: WallChart): number => elapsed.days / elapsed.of

/** A share of the year's work as drawn: never below the ground, never above December. */
export const drawn = (share: string | null): number | null =>
  share === null ? null : Math.min(1, Math.max(0, Number(share)))
