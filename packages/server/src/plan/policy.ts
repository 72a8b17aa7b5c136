import { audited, official, type PolicyRow, reading, writing } from '../platform/policy.ts'

export const planPolicy: readonly PolicyRow[] = [
  reading('GET /api/sources', '看来源', 'see the sources'),
  writing('POST /api/sources', '导入材料', 'bring in a document', ['supervisor']),
  reading('GET /api/sources/:id', '看审图', 'see a review'),
  audited(reading('GET /api/sources/:id/file', '下载原件', 'download the original')),
  writing('POST /api/sources/:id/decisions', '审核词句', 'decide on phrases', ['supervisor'], 'required'),
  official(writing('POST /api/sources/:id/adopt', '采用为计划', 'adopt as the plan', ['supervisor'], 'required')),
  reading('GET /api/plans', '看计划', 'see the plans'),
  writing('POST /api/plans/:year/tasks', '增加任务', 'add a task', ['supervisor'], 'required'),
  writing('POST /api/targets/:id/settle', '调整目标', 'change a target', ['supervisor'], 'required'),
]
