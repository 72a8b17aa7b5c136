import { duties } from '@guatu/core/office'
import { alsoOnWallPass, type PolicyRow, reading, writing } from '../platform/policy.ts'

export const documentPolicy: readonly PolicyRow[] = [
  alsoOnWallPass(reading('GET /api/wall', '看挂图', 'see the wall')),
  writing('POST /api/prints', '打印', 'print', duties),
]
