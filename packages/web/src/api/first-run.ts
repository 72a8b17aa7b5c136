import type { FirstRun, FormalOffice, LanState, NewFormalOffice } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

/** How far this machine has been put to use; answered on the machine itself only, to anybody. */
export const firstRunQuery = queryOptions({
  queryKey: ['first-run'],
  queryFn: ({ signal }) => get<FirstRun>('/api/first-run', undefined, signal),
})

/** How other machines get in; answered to the system administrator. */
export const lanQuery = queryOptions({
  queryKey: ['lan'],
  queryFn: ({ signal }) => get<LanState>('/api/lan', undefined, signal),
})

/** Lets an office begin to work in earnest. The same `key` again answers with the same people and fresh codes. */
export const beginFormally = (body: NewFormalOffice, key: string): Promise<FormalOffice> =>
  change<FormalOffice>({ method: 'POST', path: '/api/formal-offices', body, key })
