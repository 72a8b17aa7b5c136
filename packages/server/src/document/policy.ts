import { duties } from '@guatu/core/office'
import { rowsSeen } from '../fact/index.ts'
import { alsoOnWallPass, type Grant, inOffice, type PolicyRow, reading, writing } from '../platform/policy.ts'

/** What a start page calls one's own: of the units that a post works for or answers for, or entered by oneself. */
export const ownSeen: readonly Grant[] = [
  { duties: ['leader', 'unitHead'], relation: 'line' },
  { duties: ['handler', 'communitySecretary', 'communityStaff'], relation: 'unit' },
  { duties: ['gridWorker'], relation: 'own' },
]

/** Who watches the whole office from the start page. */
export const watchSeen: readonly Grant[] = [inOffice('supervisor')]

export const documentPolicy: readonly PolicyRow[] = [
  alsoOnWallPass(reading('GET /api/wall', '看挂图', 'see the wall')),
  reading('GET /api/map', '看一张图', 'see the map', rowsSeen),
  reading('GET /api/start', '看首页', 'see the start page', [...watchSeen, ...ownSeen]),
  reading('GET /api/search', '检索', 'search', rowsSeen),
  writing('POST /api/prints', '打印', 'print', duties),
]
