import { duties } from '@guatu/core/office'
import { inOffice, open, type PolicyRow, reading, writing } from '../platform/policy.ts'

const everybody = inOffice(...duties)

export const officePolicy: readonly PolicyRow[] = [
  open('GET /api/offices', '看单位列表', 'see the offices'),
  open('POST /api/offices', '新建单位', 'make an office'),
  open('POST /api/session', '切换身份', 'switch officers'),
  reading('GET /api/me', '看自己的身份', 'see who one is', [everybody]),
  writing('POST /api/units', '新增科室社区', 'add a unit', ['supervisor', 'systemAdmin']),
  // Where the sample was the only office, nobody has a seat from which to bring it back.
  open('POST /api/sample/reset', '重置示例', 'reset the sample'),
  writing('DELETE /api/sample', '删除示例', 'delete the sample', [everybody]),
  reading('GET /api/live', '实时更新', 'live updates', [everybody]),
]
