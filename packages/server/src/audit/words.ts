import type { Outcome } from '@guatu/core/audit'
import type { Words } from '@guatu/core/shared'

/** What became of what is on record, in words. */
export const outcomeWords: Readonly<Record<Outcome, Words>> = {
  done: { zh: '成功', en: 'done' },
  refused: { zh: '拒绝', en: 'refused' },
  invalid: { zh: '无效', en: 'not valid' },
  failed: { zh: '出错', en: 'failed' },
  read: { zh: '查看', en: 'looked at' },
}
