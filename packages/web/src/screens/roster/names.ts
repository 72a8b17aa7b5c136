import type { RosterRow } from '@guatu/contract'
import type { ComponentProps } from 'react'
import type { Badge } from '../../ui/Badge.tsx'
import { m } from '../../words/index.ts'

export const partName: Readonly<Record<RosterRow['part'], () => string>> = {
  units: m.roster_part_units,
  posts: m.roster_part_posts,
  people: m.roster_part_people,
}

export const fates: Readonly<
  Record<RosterRow['fate'], { says: () => string; tone: NonNullable<ComponentProps<typeof Badge>['tone']> }>
> = {
  new: { says: m.roster_fate_new, tone: 'green' },
  changed: { says: m.roster_fate_changed, tone: 'blue' },
  ended: { says: m.roster_fate_ended, tone: 'yellow' },
  same: { says: m.roster_fate_same, tone: 'plain' },
  refused: { says: m.roster_fate_refused, tone: 'red' },
}
