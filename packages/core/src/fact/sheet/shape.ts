import type { Words } from '../../shared/index.ts'
import type { Column } from '../columns/index.ts'
import type { Register } from '../register/register.ts'
import type { Rule } from '../register/rule.ts'

/** One thing that a sheet says of each row: how it is read, and what people call it at the head. */
export interface SheetField {
  readonly column: Column
  /** What else stands at the head of its column, besides its label. */
  readonly heads?: readonly string[]
  /** The day lies in the year of the ledger. */
  readonly inYear?: boolean
  /** The field from whose day `7天内` and `立即` count. */
  readonly countsFrom?: string
  /** A time of day or from when to when, or a word for it: `14:30-16:30`, `下午`. */
  readonly isTime?: boolean
}

/** A sheet with one row a period and one column a figure, as offices keep their months. Names of fields. */
export interface WideFields {
  readonly period: string
  readonly object: string
  readonly measure: string
  readonly value: string
  readonly unit: string
}

/** 表样: a ledger as people keep it in a sheet, with the register whose rows it holds. */
export interface SheetShape {
  readonly id: string
  readonly label: Words
  readonly register: string
  readonly fields: Readonly<Record<string, SheetField>>
  /** The fields that together tell one row of the sheet from another. */
  readonly key: readonly string[]
  readonly rules: readonly Rule[]
  readonly wide?: WideFields
}

const unreadable = new Set<Column['kind']>(['evidence'])

/** The sheet of a register as it is exported: each column under its own label. Files are no words and stay out. */
export const shapeOfRegister = (register: Register): SheetShape => ({
  id: register.id,
  label: register.label,
  register: register.id,
  fields: Object.fromEntries(
    Object.entries(register.columns).flatMap(([id, column]) =>
      unreadable.has(column.kind) ? [] : [[id, { column }] as const],
    ),
  ),
  key: [],
  rules: [],
})
