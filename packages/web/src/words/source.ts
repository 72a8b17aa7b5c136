import type { Review } from '@guatu/contract'
import { m } from './index.ts'

export type SourceKind = Review['sourceKind']

/** In the order a form lists them. */
export const sourceKinds: readonly SourceKind[] = ['report', 'livelihood', 'assigned', 'meeting']

const names: Record<SourceKind, () => string> = {
  report: m.source_report,
  livelihood: m.source_livelihood,
  assigned: m.source_assigned,
  meeting: m.source_meeting,
}

export const sourceKindName = (kind: SourceKind): string => names[kind]()
