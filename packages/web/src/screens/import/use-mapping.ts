import type { PlaceConversion, SheetImport } from '@guatu/contract'
import { useState } from 'react'
import type { Mapping } from '../../api/imports.ts'
import { withConversion } from '../../ui/columns/ConversionField.tsx'

/** What every new row stands at is settled beside the values that every row has. */
export const statusConstant = '@status'

const proposed = ({ understood, words }: SheetImport): Mapping => ({
  columns: (understood?.columns ?? []).map(({ at, field }) => ({ at, field })),
  constants: {
    ...Object.fromEntries((understood?.constants ?? []).map(({ column, value }) => [column, value])),
    ...(understood?.stands ? { [statusConstant]: understood.stands.value } : {}),
  },
  words: words.reduce<Record<string, Record<string, string>>>((all, { column, word, means }) => {
    if (means !== '') all[column] = { ...all[column], [word]: means }
    return all
  }, {}),
  convert: Object.fromEntries(
    (understood?.places ?? []).flatMap(({ column, convert }) => (convert === null ? [] : [[column, convert]])),
  ),
})

const filled = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))

/** The mapping of a sheet as it is being changed, until it is looked at again. */
export function useMapping(one: SheetImport) {
  const [mapping, setMapping] = useState(() => proposed(one))
  const [changed, setChanged] = useState(false)
  const change = (next: Mapping) => {
    setMapping(next)
    setChanged(true)
  }
  return {
    mapping: { ...mapping, constants: filled(mapping.constants) },
    changed,
    fieldOf: (at: number) => mapping.columns.find((column) => column.at === at)?.field ?? null,
    /** A field goes to one column: the one that had it before is left out then. */
    setField: (at: number, field: string | null) =>
      change({
        ...mapping,
        columns: mapping.columns.map((column) =>
          column.at === at
            ? { at, field }
            : field !== null && column.field === field
              ? { ...column, field: null }
              : column,
        ),
      }),
    constantOf: (column: string) => mapping.constants[column] ?? '',
    setConstant: (column: string, value: string) =>
      change({ ...mapping, constants: { ...mapping.constants, [column]: value } }),
    conversionOf: (column: string) => mapping.convert[column] ?? null,
    setConversion: (column: string, by: PlaceConversion | null) =>
      change({ ...mapping, convert: withConversion(mapping.convert, column, by) }),
    meaningOf: (column: string, word: string) => mapping.words[column]?.[word] ?? '',
    setMeaning: (column: string, word: string, means: string) =>
      change({ ...mapping, words: { ...mapping.words, [column]: { ...mapping.words[column], [word]: means } } }),
  }
}

export type MappingState = ReturnType<typeof useMapping>
