import type { ConfirmedHoldings, Holding, RosterAnswer, SlipSheets } from '@guatu/contract'
import { change } from './client.ts'

function formOf(file: File, seen?: RosterAnswer): FormData {
  const form = new FormData()
  if (seen) form.set('digest', seen.digest)
  if (seen) form.set('seenAt', seen.at)
  form.set('file', file, file.name)
  return form
}

/** What a roster would change. Nothing is changed by asking. */
export const previewRoster = (file: File): Promise<RosterAnswer> =>
  change<RosterAnswer>({ method: 'POST', path: '/api/roster/preview', body: formOf(file) })

/** Applies the very file that was previewed, to what it was previewed against. */
export const applyRoster = (file: File, seen: RosterAnswer): Promise<RosterAnswer> =>
  change<RosterAnswer>({
    method: 'POST',
    path: '/api/roster/apply',
    body: formOf(file, seen),
    version: seen.version,
  })

/** Confirms holdings together, each as it was seen. */
export const confirmHoldings = (holdings: readonly Holding[]): Promise<ConfirmedHoldings> =>
  change<ConfirmedHoldings>({
    method: 'POST',
    path: '/api/holdings/confirm',
    body: { holdings: holdings.map(({ id, version }) => ({ id, version })) },
  })

/** Makes slips with fresh codes for these units. */
export const makeSlips = (units: readonly string[]): Promise<SlipSheets> =>
  change<SlipSheets>({ method: 'POST', path: '/api/roster/slips', body: { units } })
