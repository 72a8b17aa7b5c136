/** The columns that are needed and still empty. All else is checked by the server, by the same declaration. */
export const missingColumns = (needed: readonly string[], values: Readonly<Record<string, string>>): string[] =>
  needed.filter((column) => (values[column] ?? '').trim() === '')
