import { alsoOnWallPass, type PolicyRow, reading } from '../platform/policy.ts'

export const documentPolicy: readonly PolicyRow[] = [alsoOnWallPass(reading('GET /api/wall', '看挂图', 'see the wall'))]
