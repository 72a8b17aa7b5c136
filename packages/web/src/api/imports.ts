import type { SheetImport, SheetImports } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'
import type { Conversions } from './registers.ts'

/** The sheets that were brought in for a register, the newest first. */
export const importsQuery = (register: string) =>
  queryOptions({
    queryKey: ['imports', register],
    queryFn: ({ signal }) => get<SheetImports>('/api/imports', { register }, signal),
  })

const isAtWork = ({ state }: SheetImport): boolean => state === 'reading' || state === 'checking'
const lookAgainMs = 700

/** One import, looked at again and again while the server is at work on it. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => get<SheetImport>(`/api/imports/${id}`, undefined, signal),
    refetchInterval: ({ state: { data } }) => (data && isAtWork(data) ? lookAgainMs : false),
  })

export function bringSheet(register: string, file: File): Promise<SheetImport> {
  const form = new FormData()
  form.set('register', register)
  form.set('file', file, file.name)
  return change<SheetImport>({ method: 'POST', path: '/api/imports', body: form })
}

export interface Mapping {
  readonly columns: readonly { readonly at: number; readonly field: string | null }[]
  readonly constants: Readonly<Record<string, string>>
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly convert: Conversions
}

type Seen = Pick<SheetImport, 'id' | 'version'>

export const mapSheet = ({ id, version }: Seen, mapping: Mapping): Promise<SheetImport> =>
  change<SheetImport>({ method: 'POST', path: `/api/imports/${id}/mapping`, body: mapping, version })

/** The key is handed in, so that a connection that breaks off asks for the same acceptance again and not for another. */
export const acceptSheet = ({ id, version }: Seen, key: string): Promise<SheetImport> =>
  change<SheetImport>({ method: 'POST', path: `/api/imports/${id}/accept`, body: {}, version, key })

export const withdrawSheet = ({ id, version }: Seen, because: string): Promise<SheetImport> =>
  change<SheetImport>({ method: 'POST', path: `/api/imports/${id}/withdraw`, body: { because }, version })

/** Where the browser itself fetches the workbook with what became of each row. */
export const resultAddress = ({ id }: Pick<SheetImport, 'id'>): string => `/api/imports/${id}/result`

/** A register as a workbook, or its empty sheet. */
export const sheetAddress = (register: string, empty: boolean): string =>
  `/api/registers/${register}/sheet${empty ? '?empty=true' : ''}`

/** Those of its rows that lie on the map, as GeoJSON. */
export const mapAddress = (register: string): string => `/api/registers/${register}/geojson`
