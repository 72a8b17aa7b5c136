import { duties } from '@guatu/core/office'
import { inOffice, type PolicyRow, reading } from '../platform/policy.ts'

export const httpPolicy: readonly PolicyRow[] = [
  reading('GET /api/openapi.json', '看接口说明', 'see how programs speak to it', [inOffice(...duties)]),
]
