import { rowsSeen } from '../fact/index.ts'
import { type PolicyRow, reading } from '../platform/policy.ts'

export const signalPolicy: readonly PolicyRow[] = [
  reading('GET /api/plans/:year', '看任务和灯', 'see tasks and lights'),
  reading('GET /api/tasks/:id', '看任务', 'see a task'),
  // The figures are everybody's; the rows behind them only of the units that the seat reaches.
  reading('GET /api/targets/:id/working', '看灯的算法', 'see the working of a light', rowsSeen),
]
