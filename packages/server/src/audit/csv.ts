// A spreadsheet takes what begins like this for a formula, in full width as well, whatever blanks stand before it.
const formula = /^[\s\u3000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/u

/** A cell that no spreadsheet calculates: an apostrophe before what looks like a formula. */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text)

const cell = (text: string): string => {
  const safe = harmless(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as UTF-8 text with its mark, so that Excel reads Chinese; lines end as RFC 4180 has them. */
export const csvOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`)
