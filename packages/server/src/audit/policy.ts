import { audited, inOffice, type PolicyRow, reading, writing } from '../platform/policy.ts'

const auditor = [inOffice('auditAdmin')]

export const auditPolicy: readonly PolicyRow[] = [
  audited(reading('GET /api/audit', '查审计日志', 'search the audit log', auditor)),
  audited(reading('GET /api/audit/sheet', '导出审计查询表', 'export what was found in the audit log', auditor)),
  reading('GET /api/audit/reads', '看查看次数', 'see how often things are read', auditor),
  reading('GET /api/audit/checkpoint', '看审计检查点', 'see the audit checkpoint', auditor),
  reading('GET /api/audit/checkpoints', '看检查点列表', 'see the checkpoints', auditor),
  audited(reading('GET /api/audit/checkpoints/file', '下载检查点', 'download the checkpoints', auditor)),
  writing('POST /api/audit/checkpoints', '出检查点', 'make a checkpoint', auditor),
  writing(
    'POST /api/audit/checkpoints/:size/printed',
    '登记检查点已打印留存',
    'enter a checkpoint as printed',
    auditor,
  ),
  writing('POST /api/audit/export', '导出审计日志', 'export the audit log', auditor),
]
