import type { Day } from '../../shared/index.ts'
import type { Duty, Side } from '../duty.ts'

/** The three sheets of a roster, their headings as printed in the first row, in the order of the template. */
export const rosterSheetNames = { units: '单位', posts: '岗位', people: '人员' } as const
export type RosterPart = keyof typeof rosterSheetNames

export const rosterHeadings = {
  units: ['名称', '类型', '上级单位'],
  posts: ['单位', '岗位名称', '职责', '分管单位'],
  people: ['姓名', '账号', '单位', '岗位', '任职方式', '起始日期', '终止日期'],
} as const satisfies Record<RosterPart, readonly string[]>

export const unitKindLabels = { department: '科室', community: '社区', centre: '其他' } as const
export type RosterUnitKind = keyof typeof unitKindLabels
export const holdingKindLabels = { holder: '本人', deputy: 'B角' } as const
export type HoldingKind = keyof typeof holdingKindLabels
/** What stands for every unit of the office in the column 分管单位. */
export const wholeLineLabel = '全部'
/** What stands between several duties or units in one cell. */
export const listMark = '、'

/** Rows that one file may hold: a sub-district has about fifty units and fifteen hundred people by our assumption, here with room. */
export const rosterRowsMax: Readonly<Record<RosterPart, number>> = { units: 300, posts: 1000, people: 2000 }
/** Cells that one sheet may span before reading it stops: every row with as many columns as a careless copy brings. */
export const rosterCellsMax = 60_000
/** As long as a name, a title or an account may be; the forms of the people screen ask the same. */
export const rosterCharsMax = 40

export interface UnitLine {
  readonly name: string
  readonly kind: RosterUnitKind
  readonly parent: string | null
}

export interface PostLine {
  readonly unit: string
  readonly title: string
  readonly duties: readonly Duty[]
  readonly side: Side
  /** Names of the units it answers for beside its own. */
  readonly line: readonly string[] | 'all'
}

export interface PersonLine {
  readonly name: string
  readonly account: string | null
  readonly unit: string
  readonly post: string
  readonly kind: HoldingKind
  /** Null where the cell is empty: as it is, or from today. */
  readonly from: Day | null
  readonly until: Day | null
}
