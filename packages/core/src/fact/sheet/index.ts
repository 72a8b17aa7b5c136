export type { Warning } from './cells.ts'
export { rowCleaner } from './cleaned.ts'
export { findHead, headRowsMax, headSignature, type SheetColumn, type SheetHead } from './heads.ts'
export { givenBy, rowForRegister, type SheetSettings } from './into-register.ts'
export { bestFit, type Fit, type Mapped, mapColumns, type SheetMapping, type Sureness } from './mapping.ts'
export { sheetProblems } from './problems.ts'
export { reasonOf, type SheetReason } from './reasons.ts'
export {
  type GridRow,
  type Passed,
  type RowOutcome,
  type RowReading,
  rowReader,
  type Warned,
  type WrongCell,
} from './rows.ts'
export {
  type Given,
  isNeeded,
  numberField,
  type SheetField,
  type SheetShape,
  shapeOfRegister,
  statusField,
  type WideFields,
} from './shape.ts'
