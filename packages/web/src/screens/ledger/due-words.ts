import { m } from '../../words/index.ts'

/** What may be asked of the time limits of rows: overdue, or the next step due within so many days. */
export const dueWords: Readonly<Record<string, () => string>> = {
  late: m.ledger_due_late,
  '3': () => m.ledger_due_within({ days: 3 }),
  '7': () => m.ledger_due_within({ days: 7 }),
  '30': () => m.ledger_due_within({ days: 30 }),
}
