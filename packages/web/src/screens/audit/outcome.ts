import type { AuditRow } from '@guatu/contract'
import { m } from '../../words/index.ts'

type Outcome = AuditRow['outcome']

export const outcomes: readonly Outcome[] = ['done', 'refused', 'invalid', 'failed', 'read']

const named: Readonly<Record<Outcome, () => string>> = {
  done: m.audit_done,
  refused: m.audit_refused,
  invalid: m.audit_invalid,
  failed: m.audit_failed,
  read: m.audit_read,
}

export const outcomeName = (outcome: Outcome): string => named[outcome]()

export const outcomeTone = (outcome: Outcome): 'plain' | 'red' | 'yellow' =>
  outcome === 'failed' ? 'red' : outcome === 'refused' || outcome === 'invalid' ? 'yellow' : 'plain'
