import type { LedgerNumber } from '@guatu/core/fact'
import type { Day } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'

interface Fresh {
  readonly register: string
  readonly trueOn: Day
}

interface Last {
  readonly register: string
  readonly year: number
  readonly last: number
}

const yearOf = ({ trueOn }: Fresh): number => Number(trueOn.slice(0, 4))
const ledgerOf = (register: string, year: number): string => `${register} ${year}`

/**
 * The next numbers for rows that are entered first, in their order: each counts on in the ledger of its register and the
 * year of its day. One query however many rows; whoever enters rows of a register holds it, so nobody takes the same.
 */
export async function nextNumbers(tx: Tx, officeId: string, rows: readonly Fresh[]): Promise<readonly LedgerNumber[]> {
  const ledgers = [...new Map(rows.map((row) => [ledgerOf(row.register, yearOf(row)), row])).values()]
  const { rows: found } = await sql<Last>`
    select l.register, l.year, coalesce((
      select e.serial from entry e
      where e.office_id = ${officeId} and e.register = l.register and e.number_year = l.year and e.corrects is null
      order by e.serial desc limit 1), 0) as last
    from unnest(${sql.val(ledgers.map(({ register }) => register))}::text[],
      ${sql.val(ledgers.map(yearOf))}::int[]) as l (register, year)`.execute(tx)
  const last = new Map(found.map(({ register, year, last: serial }) => [ledgerOf(register, year), serial]))
  return rows.map((row) => {
    const year = yearOf(row)
    const serial = (last.get(ledgerOf(row.register, year)) ?? 0) + 1
    last.set(ledgerOf(row.register, year), serial)
    return { year, serial }
  })
}

/** The numbers of the rows that an import has brought or found, by the version that it names. */
export async function numbersOfImport(
  tx: Tx,
  officeId: string,
  importId: string,
): Promise<ReadonlyMap<string, LedgerNumber>> {
  const { rows } = await sql<LedgerNumber & { readonly id: string }>`
    select e.id, e.number_year as year, e.serial from sheet_import_row r
      join entry e on e.office_id = r.office_id and e.id = r.entry_id
    where r.office_id = ${officeId} and r.import_id = ${importId}`.execute(tx)
  return new Map(rows.map(({ id, ...number }) => [id, number]))
}

/** The rows of a register that have these numbers, by their roots. */
export async function rootsNumbered(
  tx: Tx,
  officeId: string,
  register: string,
  numbers: readonly LedgerNumber[],
): Promise<readonly (LedgerNumber & { readonly rootId: string })[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<LedgerNumber & { readonly rootId: string }>`
    select e.root_id, e.number_year as year, e.serial
    from unnest(${sql.val(numbers.map(({ year }) => year))}::int[], ${sql.val(numbers.map(({ serial }) => serial))}::int[])
      as n (year, serial) cross join lateral (
      select root_id, number_year, serial from entry
      where office_id = ${officeId} and register = ${register} and number_year = n.year and serial = n.serial
        and corrects is null offset 0) e`.execute(tx)
  return rows
}
