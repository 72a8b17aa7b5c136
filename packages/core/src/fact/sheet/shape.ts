import type { Words } from '../../shared/index.ts'
import type { Column } from '../columns/index.ts'
import { text } from '../columns/text.ts'
import { isRetired } from '../register/own.ts'
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

/** Where a column of the register comes from: a field, a text for all rows, a day with its time, or the ends of a month. */
export type Given =
  | string
  | { readonly is: string }
  | { readonly day: string; readonly time: string; readonly part: 'from' | 'to' }
  | { readonly month: string; readonly end: boolean }

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
  /** What the fields say to the columns of the register, by column; left out, each field is the column of its name. */
  readonly gives?: Readonly<Record<string, Given>>
}

/** Whether every row of a sheet needs the field; what only some rows are asked for, the register itself looks after. */
export const isNeeded = ({ column }: SheetField): boolean => column.required === true && column.askedWhen === undefined

/** The field of a register's own sheet that says which row it is, by its number; no column of the register. */
export const numberField = '@number'

const numberOfSheet = (): SheetField => ({ column: text({ zh: '台账编号', en: 'Ledger number' }, 40) })

/** The field of a register's own sheet that says where a row stands in its lifecycle; no column of the register. */
export const statusField = '@status'

const statusOfSheet = (): SheetField => ({
  column: text({ zh: '状态', en: 'Status' }, 40),
  heads: ['办理状态', '当前状态', '所处状态'],
})

const unreadable = new Set<Column['kind']>(['evidence'])

/** The sheet of a register as it is exported: each column under its own label. Files are no words and stay out, and what is retired takes no values. */
export const shapeOfRegister = (register: Register): SheetShape => ({
  id: register.id,
  label: register.label,
  register: register.id,
  fields: {
    [numberField]: numberOfSheet(),
    ...Object.fromEntries(
      Object.entries(register.columns).flatMap(([id, column]) =>
        unreadable.has(column.kind) || isRetired(column) ? [] : [[id, { column }] as const],
      ),
    ),
    ...(register.lifecycle ? { [statusField]: statusOfSheet() } : {}),
  },
  key: [],
  rules: [],
})
