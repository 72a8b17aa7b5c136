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

const ofCases: readonly Duty[] = ['handler', 'unitHead']

/** 承办岗位: cases of people, which only those who handle them, their head and the leader of their line may see. */
export const caseHandlersOnly: Access = {
  read: [
    { duties: ofCases, relation: 'unit' },
    { duties: ['leader'], relation: 'line' },
  ],
  write: [{ duties: ['handler'], relation: 'unit' }],
  verify: [{ duties: ['unitHead'], relation: 'unit' }],
  restricted: {
    circle: { zh: '承办岗位', en: 'posts that handle the cases' },
    row: { zh: '件', en: 'cases' },
    sumOfMin: 5,
    shareMax: 80,
    source: '任务书 37–62 §0.5：少于5件不显示',
  },
}

/** 请示报告: what is reported upwards, for the office's own posts and no community. */
export const ofTheOffice: Access = {
  read: [inOffice('chief', 'supervisor'), { duties: ['leader', 'unitHead', 'handler'], relation: 'line' }],
  write: [{ duties: ['handler'], relation: 'unit' }],
  verify: [{ duties: ['unitHead'], relation: 'line' }],
}

/** 统计岗: what firms report is seen, entered and checked by the posts of statistics; all others see sums of firms. */
export const statisticsOnly: Access = {
  read: [{ duties: ['handler', 'unitHead'], relation: 'unit' }],
  write: [{ duties: ['handler'], relation: 'unit' }],
  verify: [{ duties: ['unitHead'], relation: 'unit' }],
  restricted: {
    circle: { zh: '统计岗', en: 'posts of statistics' },
    row: { zh: '户', en: 'firms' },
    sumOfMin: 3,
    shareMax: 80,
    source: '任务书 1–36 §A9.6；统计法 [C*]',
  },
}
