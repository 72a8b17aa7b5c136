import { type LedgerNumber, numberField, readLedgerNumber, sheetProblems, statesOf } from '@guatu/core/fact'
import type { Problem } from '@guatu/core/shared'
import { rootsNumbered } from '../numbers.ts'
import { entriesWithCorrections, type KeptEntry } from '../store.ts'

import { type Keeping, lastStanding, type SheetRowText } from './fate.ts'

const keyOf = ({ year, serial }: LedgerNumber): string => `${year} ${serial}`

/** The rows that rows of a sheet name by their numbers, or why one names none that stands. */
export async function namedBy(
  { tx, writer, register }: Keeping,
  rows: readonly SheetRowText[],
): Promise<readonly (KeptEntry | Problem | null)[]> {
  const said = rows.map(({ row }) => row[numberField] ?? '')
  if (said.every((text) => text === '')) return said.map(() => null)
  const read = said.map((text) => readLedgerNumber(register, text))
  const found = await rootsNumbered(
    tx,
    writer.officeId,
    register.id,
    read.filter((number) => number !== null),
  )
  const roots = new Map(found.map(({ rootId, ...number }) => [keyOf(number), rootId]))
  const versions = await entriesWithCorrections(tx, writer.officeId, [...new Set(roots.values())])
  const chains = Map.groupBy(versions, ({ rootId }) => rootId)
  const states = statesOf(versions, writer.now)
  return said.map((text, at) => {
    if (text === '') return null
    const number = read[at]
    const root = number ? roots.get(keyOf(number)) : undefined
    if (root === undefined) return sheetProblems('sheet.ledger_number_unknown', { text, register: register.label.zh })
    return lastStanding(chains.get(root) ?? [], states) ?? sheetProblems('sheet.ledger_number_fallen', { text })
  })
}
