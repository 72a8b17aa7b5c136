import { rowsSeen } from '../fact/index.ts'
import { audited, inOffice, type PolicyRow, reading, writing } from '../platform/policy.ts'

const enterers = ['handler', 'communitySecretary', 'communityStaff', 'gridWorker'] as const

export const evidencePolicy: readonly PolicyRow[] = [
  // The supervision clerk brings scans of papers that were signed.
  writing('POST /api/evidence', '上传凭证', 'bring evidence', [inOffice(...enterers, 'unitHead', 'supervisor')]),
  writing('POST /api/entries/:id/evidence', '附凭证', 'put evidence to a row', [
    { duties: enterers, relation: 'own', states: ['submitted'] },
    { duties: ['unitHead'], relation: 'line', states: ['submitted'] },
  ]),
  reading('GET /api/entries/:id/evidence', '看一行的凭证', 'see the evidence of a row', rowsSeen),
  audited(reading('GET /api/evidence/:id', '下载凭证', 'download evidence', rowsSeen)),
]
