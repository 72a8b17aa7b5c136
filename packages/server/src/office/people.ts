import type { Duty } from '../platform/policy.ts'

/** Somebody whom nobody has brought: a post that a sample or an office on trial is played with. */
export interface BuiltIn {
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly duties: readonly Duty[]
  /** Answers for every unit of the office: a few people stand for all of its heads and leaders. */
  readonly wholeLine?: true
  /** An office of one's own appoints them itself: only the sample has them from the beginning. */
  readonly sampleOnly?: true
}

/** The units that every new office starts with; others are added as they appear in its papers. */
export const builtInUnits = [
  { name: '党政综合办公室', kind: 'department' },
  { name: '公共事务中心', kind: 'centre' },
] as const

/**
 * People to switch between until an office brings its own. They stand for posts, not for anybody who exists; each name
 * gets a mark before it.
 */
export const builtInPeople: readonly BuiltIn[] = [
  { name: '督查专员', title: '督查专员', unit: '党政综合办公室', duties: ['supervisor'] },
  { name: '经办人', title: '经办人', unit: '公共事务中心', duties: ['handler'] },
  {
    name: '科室负责人',
    title: '科室负责人',
    unit: '公共事务中心',
    duties: ['unitHead', 'handler'],
    wholeLine: true,
  },
  { name: '分管领导', title: '分管领导', unit: '党政综合办公室', duties: ['leader'], wholeLine: true },
  { name: '只读人员', title: '挂点联络员', unit: '党政综合办公室', duties: ['viewer'] },
  { name: '审计管理员', title: '审计管理员', unit: '党政综合办公室', duties: ['auditAdmin'] },
  { name: '系统管理员', title: '系统管理员', unit: '党政综合办公室', duties: ['systemAdmin'], sampleOnly: true },
  { name: '安全管理员', title: '安全管理员', unit: '党政综合办公室', duties: ['securityAdmin'], sampleOnly: true },
]
