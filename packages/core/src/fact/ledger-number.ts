import type { Register } from './register/register.ts'
import { narrowed } from './sheet/empty.ts'

/** 台账编号 of a row: the year of the ledger that it was entered in, and which row of that ledger it is, from 1. */
export interface LedgerNumber {
  readonly year: number
  readonly serial: number
}

/** A serial of fewer digits is filled up, so that numbers stand in their order; one of more is written whole. */
export const serialDigits = 5

/** What the numbers of a register begin with: a few capitals, which no word of a row is taken for. */
export const prefixForm = /^[A-Z]{2,6}$/

/** A number as it is written on papers and in sheets: `HD-2023-00012`. */
export const ledgerNumber = ({ prefix }: Pick<Register, 'prefix'>, { year, serial }: LedgerNumber): string =>
  `${prefix}-${year}-${String(serial).padStart(serialDigits, '0')}`

/** What somebody typed as a number, in the signs that numbers are written in. */
export const plainNumber = (text: string): string => narrowed(text).replace(/[—–_]/g, '-').toUpperCase()

const written = /^([A-Z]+)-?(\d{4})-?(\d{1,9})$/

/** Reads a number of a register as people write it, in full-width signs or small letters too; null where it is none. */
export function readLedgerNumber({ prefix }: Pick<Register, 'prefix'>, text: string): LedgerNumber | null {
  const plain = plainNumber(text)
  const found = written.exec(plain)
  if (!found || found[1] !== prefix || Number(found[3]) === 0) return null
  return { year: Number(found[2]), serial: Number(found[3]) }
}
