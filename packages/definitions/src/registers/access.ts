import type { Access } from '@guatu/core/fact'
import type { Duty, Grant } from '@guatu/core/office'

const inOffice = (...duties: readonly Duty[]): Grant => ({ duties, relation: 'office' })
const community: readonly Duty[] = ['communitySecretary', 'communityStaff']

/** Whoever works sees the rows of the office, or of what the post answers for; another verifies than enters. */
export const everybody: Access = {
  read: [
    inOffice('chief', 'supervisor', 'handler', 'finance', 'discipline', 'viewer'),
    { duties: ['leader', 'unitHead'], relation: 'line' },
    { duties: community, relation: 'unit' },
    { duties: ['gridWorker'], relation: 'own' },
  ],
  write: [inOffice('handler'), { duties: [...community, 'gridWorker'], relation: 'unit' }],
  verify: [{ duties: ['unitHead'], relation: 'line' }],
}

/** 统计岗: what firms report is seen, entered and checked by the posts of statistics; all others see sums of firms. */
export const statisticsOnly: Access = {
  read: [{ duties: ['handler', 'unitHead'], relation: 'unit' }],
  write: [{ duties: ['handler'], relation: 'unit' }],
  verify: [{ duties: ['unitHead'], relation: 'unit' }],
  restricted: {
    circle: { zh: '统计岗', en: 'posts of statistics' },
    sumOfMin: 3,
    shareMax: 80,
    source: '任务书 1–36 §A9.6；统计法 [C*]',
  },
}
