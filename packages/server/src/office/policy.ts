import { type Duty, type PolicyRow, reading, writing } from '../platform/policy.ts'

const anybody: readonly Duty[] = ['supervisor', 'handler', 'unitHead', 'leader', 'viewer']

export const officePolicy: readonly PolicyRow[] = [
  { ...reading('GET /api/offices', '看单位列表', 'see the offices'), relation: 'anyone' },
  { ...writing('POST /api/offices', '新建单位', 'make an office', anybody), relation: 'anyone' },
  { ...writing('POST /api/session', '切换身份', 'switch officers', anybody), relation: 'anyone' },
  reading('GET /api/me', '看自己的身份', 'see who one is'),
  writing('POST /api/units', '新增科室社区', 'add a unit', ['supervisor']),
  // Where the sample was the only office, nobody has a seat from which to bring it back.
  { ...writing('POST /api/sample/reset', '重置示例', 'reset the sample', anybody), relation: 'anyone' },
  writing('DELETE /api/sample', '删除示例', 'delete the sample', anybody),
  reading('GET /api/live', '实时更新', 'live updates'),
]
