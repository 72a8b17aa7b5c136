// What a ledger may hold: a hundred thousand rows are the most that an office keeps in one sheet; some more are let in.
export const ledgerRowsMax = 150_000
export const ledgerColumnsMax = 200
export const ledgerCellsMax = 4_000_000
/** Memory of the worker that reads a ledger: the words of a hundred thousand rows are kept once, beside the row at hand. */
export const ledgerMegabytesMax = 384
/** How many rows go from the reading worker to the server at once. */
export const ledgerRowsAtOnce = 1_000

const millisecondsBase = 30_000
const millisecondsPerMegabyte = 10_000

/** How long the reading of a ledger may take, the keeping of its rows included. */
export const ledgerMillisecondsMax = (bytes: number): number =>
  Math.round(millisecondsBase + (bytes / 1_048_576) * millisecondsPerMegabyte)
