import type { Duty } from '../platform/policy.ts'

interface BuiltIn {
  readonly name: string
  readonly post: string
  readonly unit: string
  readonly duties: readonly Duty[]
}

/** The units that every new office starts with; others are added as they appear in its papers. */
export const builtInUnits = [
  { name: '党政综合办公室', kind: 'department' },
  { name: '公共事务中心', kind: 'centre' },
] as const

/** People to switch between until an office brings its own. They stand for posts, not for anybody who exists. */
export const builtInPeople: readonly BuiltIn[] = [
  { name: '示例·督查专员', post: '督查专员', unit: '党政综合办公室', duties: ['supervisor'] },
  { name: '示例·经办人', post: '经办人', unit: '公共事务中心', duties: ['handler'] },
  { name: '示例·科室负责人', post: '科室负责人', unit: '公共事务中心', duties: ['unitHead', 'handler'] },
  { name: '示例·分管领导', post: '分管领导', unit: '党政综合办公室', duties: ['leader'] },
  { name: '示例·只读人员', post: '挂点联络员', unit: '党政综合办公室', duties: ['viewer'] },
]
