import type { entryState } from '@guatu/contract'
import type { z } from 'zod'
import { m } from './index.ts'

export type EntryState = z.infer<typeof entryState>

/** In the order of a row's life. */
export const entryStates: readonly EntryState[] = ['submitted', 'verified', 'returned', 'corrected', 'withdrawn']

const names: Record<EntryState, () => string> = {
  submitted: m.entry_submitted,
  verified: m.entry_verified,
  returned: m.entry_returned,
  corrected: m.entry_corrected,
  withdrawn: m.entry_withdrawn,
}
export const entryStateName = (state: EntryState): string => names[state]()

export const entryTones: Record<EntryState, 'green' | 'yellow' | 'red' | 'plain'> = {
  submitted: 'yellow',
  verified: 'green',
  returned: 'red',
  corrected: 'plain',
  withdrawn: 'plain',
}
