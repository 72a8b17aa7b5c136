import { rowsSeen } from '../fact/index.ts'
import { type PolicyRow, reading, writing } from '../platform/policy.ts'

export const indicatorPolicy: readonly PolicyRow[] = [
  reading('GET /api/entries/:id/targets', '看一行计入哪些目标', 'see which targets a row counts for', rowsSeen),
  reading('GET /api/plans/:year/bindings', '看指标口径', 'see what gives the numbers'),
  writing('POST /api/plans/:year/bindings', '确认指标口径', 'say what gives the numbers', ['supervisor'], 'required'),
]
