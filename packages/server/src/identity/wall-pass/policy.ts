import type { Duty } from '@guatu/core/office'
import { inOffice, open, type PolicyRow, reading, writing } from '../../platform/policy.ts'

// Who may see the office's figures is a matter of its work, so that an administrator, who sees none of it, gives nobody
// the sight of it. Taking it away is open to whoever keeps the rights as well.
const issuing: readonly Duty[] = ['supervisor']
const revoking: readonly Duty[] = ['supervisor', 'securityAdmin']

export const wallPassPolicy: readonly PolicyRow[] = [
  reading('GET /api/wall-passes', '看大屏凭证', 'see wall passes', [inOffice(...revoking)]),
  writing('POST /api/wall-passes', '发大屏凭证', 'issue a wall pass', issuing),
  writing('POST /api/wall-passes/:id/revoke', '停用大屏凭证', 'revoke a wall pass', revoking),
  // Whoever stands before the screen has no seat; the code is what they bring.
  open('POST /api/wall-passes/bind', '绑定大屏', 'bind a screen'),
]
