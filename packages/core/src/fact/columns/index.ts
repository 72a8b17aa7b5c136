import type { Result, Words } from '../../shared/index.ts'
import type { ColumnKind } from './base.ts'
import { type ChoiceColumn, choiceKind, type YesNoColumn, yesNoKind } from './choice.ts'
import { type CoordinatesColumn, coordinatesKind } from './coordinates.ts'
import { type DocumentNumberColumn, documentNumberKind } from './document-number.ts'
import { type EvidenceColumn, evidenceKind } from './evidence.ts'
import { type MoneyColumn, numberKind, type PercentageColumn, type QuantityColumn, unitOf } from './number.ts'
import { type PhoneColumn, phoneKind } from './phone.ts'
import { type ReferenceColumn, type RowColumn, referenceKind, rowKind } from './reference.ts'
import { type TextColumn, textKind } from './text.ts'
import { type TimeColumn, timeKind } from './time.ts'
import { type UsccColumn, usccKind } from './uscc.ts'
import type { OfficeContext, Value } from './value.ts'

/** A column says all of itself in one line: its kind, its label, and what is checked. */
export type Column =
  | TextColumn
  | TimeColumn
  | QuantityColumn
  | MoneyColumn
  | PercentageColumn
  | ChoiceColumn
  | YesNoColumn
  | ReferenceColumn
  | RowColumn
  | UsccColumn
  | DocumentNumberColumn
  | PhoneColumn
  | CoordinatesColumn
  | EvidenceColumn

type OfKind<K extends Column['kind']> = Extract<Column, { readonly kind: K }>

const kinds: { readonly [K in Column['kind']]: ColumnKind<OfKind<K>> } = {
  text: textKind,
  longText: textKind,
  date: timeKind,
  month: timeKind,
  moment: timeKind,
  quantity: numberKind,
  money: numberKind,
  percentage: numberKind,
  choice: choiceKind,
  choices: choiceKind,
  yesNo: yesNoKind,
  unit: referenceKind,
  units: referenceKind,
  target: referenceKind,
  community: referenceKind,
  communities: referenceKind,
  row: rowKind,
  rows: rowKind,
  uscc: usccKind,
  documentNumber: documentNumberKind,
  phone: phoneKind,
  coordinates: coordinatesKind,
  evidence: evidenceKind,
}

// The table gives each kind its own columns, which the compiler cannot follow through a lookup.
const kindOf = (column: Column): ColumnKind<Column> => kinds[column.kind] as unknown as ColumnKind<Column>

/** The unit that the figures of a column are in, as people write it; null where it holds no figures or names no unit. */
export const unitOfColumn = (column: Column): string | null =>
  column.kind === 'quantity' || column.kind === 'money' || column.kind === 'percentage' ? unitOf(column) || null : null

/** What is wrong with the declaration of a column, each with its remedy. */
export const mistakesInColumn = (column: Column): readonly Words[] => kindOf(column).mistakes(column)

/** A filled cell as it was typed, made a value; `checkValue` says whether the column takes it. */
export const readValue = (column: Column, typed: string): Result<Value> => kindOf(column).read(column, typed)

/** The canonical form of a filled value, or why the column does not take it. */
export const checkValue = (column: Column, value: Value, office: OfficeContext): Result<Value> =>
  kindOf(column).check(column, value, office)
