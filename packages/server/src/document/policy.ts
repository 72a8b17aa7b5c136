import { duties } from '@guatu/core/office'
import { rowsSeen } from '../fact/index.ts'
import { alsoOnWallPass, type PolicyRow, reading, writing } from '../platform/policy.ts'

export const documentPolicy: readonly PolicyRow[] = [
  alsoOnWallPass(reading('GET /api/wall', '看挂图', 'see the wall')),
  reading('GET /api/map', '看一张图', 'see the map', rowsSeen),
  reading('GET /api/search', '检索', 'search', rowsSeen),
  writing('POST /api/prints', '打印', 'print', duties),
]
