import type { WallTask } from '@guatu/contract'
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

/** A share of the year's work as drawn: never below the ground, never above December. */
export const drawn = (share: string | null): number | null =>
  share === null ? null : Math.min(1, Math.max(0, Number(share)))
