import { inOffice, type PolicyRow, reading, writing } from '../platform/policy.ts'

const auditor = [inOffice('auditAdmin')]

export const auditPolicy: readonly PolicyRow[] = [
  reading('GET /api/audit', '查审计日志', 'search the audit log', auditor),
  reading('GET /api/audit/checkpoint', '看审计检查点', 'see the audit checkpoint', auditor),
  writing('POST /api/audit/export', '导出审计日志', 'export the audit log', auditor),
]
