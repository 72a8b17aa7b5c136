import type { ChangeOwnColumn, NewOwnColumn, OwnColumn, OwnColumns } from '@guatu/contract'
import { type QueryKey, queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'
import { registersQuery } from './registers.ts'

const path = (register: string) => `/api/registers/${encodeURIComponent(register)}/columns`

/** The columns that the office has added to a register, with what each of them was. */
export const ownColumnsQuery = (register: string) =>
  queryOptions({
    queryKey: ['own-columns', register],
    queryFn: ({ signal }) => get<OwnColumns>(path(register), undefined, signal),
  })

export const addOwnColumn = (register: string, body: NewOwnColumn): Promise<OwnColumns> =>
  change({ method: 'POST', path: path(register), body })

/** Changes a column as it was seen. */
export const changeOwnColumn = (
  register: string,
  { id, version }: OwnColumn,
  body: ChangeOwnColumn,
): Promise<OwnColumns> => change({ method: 'POST', path: `${path(register)}/${id}/change`, body, version })

export const confirmOwnColumn = (register: string, { id, version }: OwnColumn): Promise<OwnColumns> =>
  change({ method: 'POST', path: `${path(register)}/${id}/confirm`, version })

/** What a change of the columns of a register changes: forms and tables ask for the register again. */
export const ofOwnColumns = (register: string): readonly QueryKey[] => [
  ownColumnsQuery(register).queryKey,
  registersQuery.queryKey,
]
