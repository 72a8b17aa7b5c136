import type { Me } from '@guatu/contract'
import { m } from './index.ts'

/** How an office that does not work in earnest is marked, null for one that does. */
export const officeMark = (kind: Me['office']['kind']): string | null =>
  kind === 'sample' ? m.top_sample() : kind === 'trial' ? m.top_trial() : null
