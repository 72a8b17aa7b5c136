import { assert, type Words } from '../shared/index.ts'

interface ColumnBase {
  readonly label: Words
  readonly required?: boolean
}

/** A column says all of itself in one line: its kind, its label, and what is checked. */
export type Column =
  | (ColumnBase & { readonly kind: 'text' | 'longText'; readonly maxLength: number })
  | (ColumnBase & { readonly kind: 'date' | 'quantity' | 'unit' | 'target' })
  | (ColumnBase & {
      readonly kind: 'choice'
      readonly options: readonly { readonly value: string; readonly label: Words }[]
    })

/** What a row says to the indicators: which column holds the quantity, the day it was true, and the target it serves. */
export interface Feed {
  readonly quantity: string
  readonly datedBy: string
  readonly target: string
}

/** 台账: one declaration from which table, form, importer and API follow. */
export interface Register {
  readonly id: string
  readonly label: Words
  readonly columns: Readonly<Record<string, Column>>
  /** The columns that together tell one row from another. */
  readonly key: readonly string[]
  readonly feeds: Feed
  /** The paper or practice this register follows. */
  readonly source: string
}

export const text = (label: Words, maxLength: number, more: { required?: boolean } = {}): Column => ({
  kind: 'text',
  label,
  maxLength,
  ...more,
})
export const longText = (label: Words, maxLength: number, more: { required?: boolean } = {}): Column => ({
  kind: 'longText',
  label,
  maxLength,
  ...more,
})
export const date = (label: Words, more: { required?: boolean } = {}): Column => ({ kind: 'date', label, ...more })
export const quantity = (label: Words, more: { required?: boolean } = {}): Column => ({
  kind: 'quantity',
  label,
  ...more,
})
export const unit = (label: Words, more: { required?: boolean } = {}): Column => ({ kind: 'unit', label, ...more })
export const target = (label: Words, more: { required?: boolean } = {}): Column => ({ kind: 'target', label, ...more })

/** Checks a declaration when the program starts; a mistake stops the start, naming register, column and remedy. */
export function register(declared: Register): Register {
  const expectColumn = (column: string, where: string, kind?: Column['kind']) => {
    const found = declared.columns[column]
    assert(
      found,
      `register ${declared.id}: ${where} names the column ${column}, which is not declared; add it or correct the name`,
    )
    assert(
      !kind || found.kind === kind,
      `register ${declared.id}: column ${column} has to be of kind ${kind} for ${where}`,
    )
  }
  assert(declared.key.length > 0, `register ${declared.id}: key is empty; name the columns that tell rows apart`)
  for (const column of declared.key) expectColumn(column, 'key')
  expectColumn(declared.feeds.quantity, 'feeds.quantity', 'quantity')
  expectColumn(declared.feeds.datedBy, 'feeds.datedBy', 'date')
  expectColumn(declared.feeds.target, 'feeds.target', 'target')
  return declared
}
