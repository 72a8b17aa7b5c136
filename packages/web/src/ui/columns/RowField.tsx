import type { Entry, RegisterShape } from '@guatu/contract'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { entryQuery, registersQuery, rowsFoundQuery } from '../../api/registers.ts'
import type { FieldWords } from '../Field.tsx'
import { SearchField } from '../SearchField.tsx'
import { cellWords } from './cell-words.ts'
import { partsOf, SeveralField } from './SeveralField.tsx'

interface RowProps extends FieldWords {
  /** The id of the row, or several joined by 、. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly register: string
  readonly several: boolean
}

/** What a row is called: the cells that tell it from others. */
function rowName(shape: RegisterShape | undefined, { values, trueOn }: Entry): string {
  const telling = (shape?.columns ?? []).filter(({ id }) => shape?.key.includes(id))
  const words = telling.map((column) => cellWords(column, values[column.id] ?? '')).filter((one) => one !== '')
  return words.length === 0 ? trueOn : words.join(' ')
}

/** A row of another register, found by typing a part of it. */
export function RowField({ register, several, value, onChange, ...words }: RowProps) {
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const shape = useQuery(registersQuery).data?.registers.find(({ id }) => id === register)
  const found = useQuery(rowsFoundQuery(register, sought)).data?.entries ?? []
  const ids = partsOf(value)
  const named = useQueries({ queries: ids.map((id) => entryQuery(id)) })
  const entries = new Map(found.map((entry) => [entry.rootId, entry]))
  for (const { data } of named) if (data) entries.set(data.entry.rootId, data.entry)
  const choices = [...entries].map(([id, entry]) => ({ value: id, label: rowName(shape, entry) }))
  return several ? (
    <SeveralField {...words} value={value} onChange={onChange} choices={choices} onType={setTyped} />
  ) : (
    <SearchField {...words} value={value || null} onChange={onChange} choices={choices} onType={setTyped} />
  )
}
