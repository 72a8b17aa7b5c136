import { type Duty, type Grant, inOffice, type PolicyRow, reading, writing } from '../platform/policy.ts'

const enterers: readonly Duty[] = ['supervisor', 'unitHead', 'handler', 'communitySecretary', 'communityStaff']
// Whoever confirms has to see the thing that was approved as well: a head sees the rows of the units of the post.
const confirmers: readonly Grant[] = [{ duties: ['supervisor', 'unitHead'], relation: 'office', states: ['waiting'] }]

export const approvalPolicy: readonly PolicyRow[] = [
  reading('GET /api/paper-approvals', '看纸质批示', 'see signed papers'),
  reading('GET /api/paper-approvals/:id', '看一份纸质批示', 'see a signed paper'),
  reading('GET /api/paper-approvals/:id/scan', '看批示扫描件', 'see the scan of a signed paper'),
  reading('GET /api/paper-signers', '看可签批的人', 'see who could sign', [inOffice(...enterers)]),
  writing('POST /api/paper-approvals', '录入纸质批示', 'enter a signed paper', enterers),
  writing('POST /api/paper-approvals/:id/confirm', '确认纸质批示', 'confirm a signed paper', confirmers, 'required'),
  writing('POST /api/paper-approvals/:id/return', '退回纸质批示', 'return a signed paper', confirmers, 'required'),
  writing(
    'POST /api/paper-approvals/:id/withdraw',
    '撤回纸质批示',
    'withdraw a signed paper',
    [{ duties: enterers, relation: 'own', states: ['waiting'] }],
    'required',
  ),
]
