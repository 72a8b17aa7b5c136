import type { Words } from '../shared/index.ts'

const known: Readonly<Record<string, Words>> = {
  submitted: { zh: '待核实', en: 'waiting for verification' },
  verified: { zh: '已核实', en: 'verified' },
  returned: { zh: '已退回', en: 'returned' },
  corrected: { zh: '已更正', en: 'corrected' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  waiting: { zh: '待确认', en: 'waiting for confirmation' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  replaced: { zh: '已重新录入', en: 'entered anew' },
  sample: { zh: '示例单位', en: 'sample office' },
  trial: { zh: '试用单位', en: 'trial office' },
  formal: { zh: '正式单位', en: 'formal office' },
}

/** How a state that a grant names is said, on the policy page and in refusals. */
export const stateWords = (state: string): Words => known[state] ?? { zh: state, en: state }
