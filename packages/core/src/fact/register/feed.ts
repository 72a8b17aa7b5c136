import type { Words } from '../../shared/index.ts'
import type { EvidenceClass } from '../columns/value.ts'
import type { Condition } from './condition.ts'

/** What a fact of a row serves: the target that a column names, a measure, or the measure that a column names. */
export type Served = { readonly targetIn: string } | { readonly measure: string } | { readonly measureIn: string }

/** 事实: what a row says to the measures that indicators are made of, as data. */
export interface Feed {
  /** One for a count of rows, or the column that holds how much. */
  readonly gives: 'one' | { readonly quantity: string }
  /** The column that names the unit of the quantity, where each row has its own. */
  readonly unitIn?: string
  /** The day it was true: when it happened or took effect, never the day of entry. */
  readonly datedBy: string
  readonly serves: Served
  /** The column that says whom or what it is about, where an indicator counts each once or by its latest. */
  readonly about?: string
  readonly says: Words
  readonly when?: Condition
  /** What is taken away again, such as a refund. */
  readonly sign?: 'minus'
  /** Where the fact asks for more than its register does. */
  readonly anyOf?: readonly EvidenceClass[]
}
