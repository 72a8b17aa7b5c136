import type { Problem } from '../../shared/index.ts'
import type { Column } from '../columns/index.ts'

const reasons = {
  'sheet.date_invalid': 'date-invalid',
  'sheet.date_imprecise': 'date-imprecise',
  'sheet.date_out_of_period': 'date-out-of-period',
  'sheet.number_invalid': 'number-invalid',
  'sheet.unit_other': 'number-invalid',
  'sheet.ambiguous_percent': 'ambiguous-percent',
  'sheet.formula_error': 'formula-error',
  'sheet.duplicate': 'duplicate',
  'sheet.personal': 'personal',
  'fact.day_in_future': 'date-out-of-period',
  'fact.column_missing': 'required-missing',
  'fact.needed_here': 'required-missing',
  'fact.quantity_unreadable': 'number-invalid',
  'fact.number_not_whole': 'number-invalid',
  'fact.number_too_fine': 'number-invalid',
  'fact.number_below': 'number-out-of-range',
  'fact.number_above': 'number-out-of-range',
  'fact.choice_unknown': 'enum-unknown',
  'fact.uscc_form': 'uscc-check',
  'fact.uscc_check': 'uscc-check',
  'fact.uscc_confused': 'uscc-check',
  'fact.personal_number': 'personal',
} as const

/** In a few kinds what a problem is about, for counting refusals: a clerk reads the sentence of the problem. */
export type SheetReason = (typeof reasons)[keyof typeof reasons] | 'date-order' | 'inconsistent' | 'other'

const days = new Set<Column['kind'] | null>(['date', 'month', 'moment'])

/** The kind of a problem of a column; what breaks an order is told by whether days or figures were compared. */
export function reasonOf({ code }: Problem, kind: Column['kind'] | null): SheetReason {
  if (code === 'fact.out_of_order') return days.has(kind) ? 'date-order' : 'inconsistent'
  return reasons[code as keyof typeof reasons] ?? 'other'
}
