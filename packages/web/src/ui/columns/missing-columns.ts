import type { RegisterShape } from '@guatu/contract'

/** The required columns that are still empty. All else is checked by the server, by the same declaration. */
export const missingColumns = (shape: RegisterShape, values: Readonly<Record<string, string>>): string[] =>
  shape.columns
    .filter((column) => column.required && (values[column.id] ?? '').trim() === '')
    .map((column) => column.id)
