import type { Words } from '../shared/index.ts'
import type { EntryState } from './entry.ts'

/** Whether a row counts by what people made of it, in words. */
export const stateReasons: Readonly<Record<EntryState, Words>> = {
  verified: { zh: '已核实，计入', en: 'verified, counted' },
  submitted: { zh: '待核实，未计入', en: 'waits for verification, not counted' },
  returned: { zh: '已退回，不计入', en: 'returned, not counted' },
  withdrawn: { zh: '已撤回，不计入', en: 'withdrawn, not counted' },
  corrected: { zh: '已被更正，以更正为准', en: 'corrected since; the correction stands' },
}

/** Why a verified row does not count yet: none of these classes of evidence stands behind it. */
export const lacksReason = (classes: readonly string[]): Words => ({
  zh: `缺少${classes.join('或')}级佐证材料，不计入`,
  en: `lacks evidence of class ${classes.join(' or ')}, not counted`,
})
