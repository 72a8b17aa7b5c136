import type { Grant } from '../../office/index.ts'
import type { Threshold, Words } from '../../shared/index.ts'
import type { PrivacyClass } from '../columns/base.ts'
import type { Column } from '../columns/index.ts'
import type { Feed } from './feed.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Rule } from './rule.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** 权限: who reads the rows, who enters them and who verifies them, each by duty and relation. */
export interface Access {
  readonly read: readonly Grant[]
  readonly write: readonly Grant[]
  readonly verify: readonly Grant[]
  /** Rows that only named posts may see; all others see sums. */
  readonly restricted?: Restriction
}

/** 限制知悉: the circle that sees rows, and when a sum may be shown to others. */
export interface Restriction {
  readonly circle: Words
  /** What one row is counted as in words: 户 or 件. */
  readonly row: Words
  /** A sum of fewer rows is not shown. */
  readonly sumOfMin: number
  /** Nor one in which a single row has more than this share, in per cent. */
  readonly shareMax: number
  readonly source: string
}

/** 保存期限: how many years a row is kept after the day in `from`, or of its entry, and what has to become of it then. */
export interface Retention {
  readonly years: Threshold
  readonly from?: string
  readonly ends: 'archive' | 'anonymise'
}

/** 台账: one declaration from which table, form, importer, exporter, permissions, map and facts follow. */
export interface Register {
  readonly id: string
  readonly label: Words
  /** 门类: under what it stands in the list of registers; left out, under what is common to all work. */
  readonly topic?: Words
  /** What the numbers of its rows begin with (台账编号). Stands on papers that are out, and is not changed any more. */
  readonly prefix: string
  readonly columns: Readonly<Record<string, Column>>
  /** The columns that together tell one row from another. */
  readonly key: readonly string[]
  readonly rules?: readonly Rule[]
  readonly lifecycle?: Lifecycle
  /** 工作日历: by which limits in working days are counted; left out, from Monday to Friday. */
  readonly workdays?: WorkCalendar
  /** The column of coordinates by which rows lie on the map. */
  readonly geometry?: string
  readonly privacy: PrivacyClass
  /** The column of evidence whose classes a row needs before it counts. */
  readonly evidence?: string
  readonly access: Access
  readonly feeds: readonly Feed[]
  /** 期初数: its rows stand for all of their days, from one column to another, in place of single rows (未逐笔). */
  readonly opening?: { readonly from: string; readonly to: string }
  readonly retention?: Retention
  /** The paper or practice this register follows. */
  readonly source: string
}
