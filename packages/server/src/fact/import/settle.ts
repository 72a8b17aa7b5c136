import type * as contract from '@guatu/contract'
import type { Register, SheetShape } from '@guatu/core/fact'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { z } from 'zod'
import { importProblems } from './problems.ts'
import type { Settled } from './store.ts'

/** The columns that a person has settled, each field once and each one of the shape's. */
export function settle(
  shape: SheetShape,
  before: Settled,
  { columns, constants, words, convert = {} }: z.infer<typeof contract.mapImport>,
): Result<Settled> {
  const kept: Settled['columns'][number][] = []
  for (const { at, field } of columns) {
    if (field === null) continue
    const declared = shape.fields[field]
    if (!declared) return reject(importProblems('import.field_unknown', { field }))
    if (kept.some((one) => one.field === field))
      return reject(importProblems('import.mapped_twice', { field: declared.column.label.zh }))
    const same = before.columns.find((one) => one.at === at && one.field === field)
    kept.push({ at, field, sure: same?.sure ?? 'settled' })
  }
  return accept({ shape: shape.id, columns: kept, constants, words, convert })
}

/** What holds for the next sheet of the same head as well: the paper behind this one proves no other. */
export function withoutProof({ columns }: Register, settled: Settled): Settled {
  const lasting = Object.entries(settled.constants).filter(([id]) => columns[id]?.kind !== 'evidence')
  return { ...settled, constants: Object.fromEntries(lasting) }
}
