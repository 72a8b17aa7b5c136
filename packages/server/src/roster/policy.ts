import { applying, confirming } from '../office/index.ts'
import { audited, inOffice, official, type PolicyRow, reading, writing } from '../platform/policy.ts'

export const rosterPolicy: readonly PolicyRow[] = [
  reading('GET /api/roster/template', '下载花名册模板', 'download the template of a roster', [
    inOffice('supervisor', 'systemAdmin'),
  ]),
  audited(reading('GET /api/roster', '下载现有花名册', 'download the present roster', applying)),
  writing('POST /api/roster/preview', '预览花名册', 'preview a roster', applying),
  writing('POST /api/roster/apply', '导入花名册', 'apply a roster', applying, 'required'),
  official(writing('POST /api/holdings/confirm', '一并确认任职', 'confirm several holdings', confirming)),
  // Where nobody signs in, nobody needs a code.
  writing('POST /api/roster/slips', '打印账号条', 'print slips with accounts', [
    { duties: ['securityAdmin'], relation: 'office', states: ['formal'] },
  ]),
]
