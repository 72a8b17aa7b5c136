import { type Column, unitOfColumn } from './columns/index.ts'
import { isRetired } from './register/own.ts'
import type { Register } from './register/register.ts'
import { conditionWords } from './register/words.ts'

/** A JSON schema (2020-12) of one cell, as text; it says more than a program can check, so that people read it too. */
export interface CellSchema {
  readonly type: 'string'
  readonly title: string
  readonly description: string
  readonly format?: 'date'
  readonly pattern?: string
  readonly maxLength?: number
  readonly enum?: readonly string[]
}

export interface RowSchema {
  readonly type: 'object'
  readonly title: string
  readonly properties: Readonly<Record<string, CellSchema>>
  readonly required: readonly string[]
  readonly additionalProperties: false
}

const formats: Partial<Readonly<Record<Column['kind'], Pick<CellSchema, 'format' | 'pattern'>>>> = {
  date: { format: 'date' },
  month: { pattern: '^\\d{4}-(?:0[1-9]|1[0-2])$' },
  quantity: { pattern: '^-?\\d+(?:\\.\\d+)?$' },
  money: { pattern: '^-?\\d+(?:\\.\\d+)?$' },
  percentage: { pattern: '^-?\\d+(?:\\.\\d+)?$' },
}

function describe(register: Register, column: Column): string {
  const unit = unitOfColumn(column)
  const when = column.requiredWhen ? conditionWords(register, column.requiredWhen) : null
  const asked = column.askedWhen ? conditionWords(register, column.askedWhen) : null
  return [
    column.label.en,
    column.kind,
    ...(unit ? [`in ${unit}`] : []),
    ...('register' in column ? [`names a row of ${column.register}, by its id or its name`] : []),
    ...('options' in column ? [column.options.map(({ value, label }) => `${value} ${label.zh}`).join(', ')] : []),
    ...(when ? [`必填条件 needed when: ${when.zh} (${when.en})`] : []),
    ...(asked ? [`只在 only asked when: ${asked.zh} (${asked.en})`] : []),
  ].join(' · ')
}

const cellSchema = (register: Register, column: Column): CellSchema => ({
  type: 'string',
  title: column.label.zh,
  description: describe(register, column),
  ...formats[column.kind],
  ...('maxLength' in column ? { maxLength: column.maxLength } : {}),
  // A choice is also taken by its Chinese label, as people write it.
  ...(column.kind === 'choice' ? { enum: column.options.flatMap(({ value, label }) => [value, label.zh]) } : {}),
})

/** The values of a row as they cross the wire, in the canonical form of their kinds; empty ones may be left out. */
export function rowSchemaOf(register: Register): RowSchema {
  const columns = Object.entries(register.columns).filter(([, column]) => !isRetired(column))
  return {
    type: 'object',
    title: register.label.zh,
    properties: Object.fromEntries(columns.map(([id, column]) => [id, cellSchema(register, column)])),
    required: columns.flatMap(([id, { required, askedWhen }]) => (required && !askedWhen ? [id] : [])),
    additionalProperties: false,
  }
}
