import { type PolicyRow, reading } from '../platform/policy.ts'

export const documentPolicy: readonly PolicyRow[] = [reading('GET /api/wall', '看挂图', 'see the wall')]
