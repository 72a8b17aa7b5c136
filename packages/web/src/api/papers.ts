import type { newPaper, Paper, PaperDetail, PaperState, Papers, Signers } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { change, get } from './client.ts'

/** The office's signed papers, newest first: all, or those in a state. */
export const papersQuery = (state: PaperState | undefined) =>
  queryOptions({
    queryKey: ['papers', state],
    queryFn: ({ signal }) => get<Papers>('/api/paper-approvals', { state }, signal),
  })

export const paperQuery = (id: string) =>
  queryOptions({
    queryKey: ['paper', id],
    queryFn: ({ signal }) => get<PaperDetail>(`/api/paper-approvals/${id}`, undefined, signal),
  })

/** Who could have signed an approval on a day. */
export const signersQuery = (route: string, on: string) =>
  queryOptions({
    queryKey: ['signers', route, on],
    queryFn: ({ signal }) => get<Signers>('/api/paper-signers', { route, on }, signal),
    enabled: on !== '',
  })

export type NewPaper = z.input<typeof newPaper>

export const enterPaper = (body: NewPaper): Promise<PaperDetail> =>
  change<PaperDetail>({ method: 'POST', path: '/api/paper-approvals', body })

type Seen = Pick<Paper, 'id' | 'version'>

export const confirmPaper = ({ id, version }: Seen): Promise<PaperDetail> =>
  change<PaperDetail>({ method: 'POST', path: `/api/paper-approvals/${id}/confirm`, body: {}, version })

export const endPaper = (what: 'return' | 'withdraw', { id, version }: Seen, because: string): Promise<PaperDetail> =>
  change<PaperDetail>({ method: 'POST', path: `/api/paper-approvals/${id}/${what}`, body: { because }, version })

export const scanAddress = ({ id }: Pick<Paper, 'id'>): string => `/api/paper-approvals/${id}/scan`

/** A picture as an address that holds all of it: the content policy lets a page show no other that was not ours. */
const inAddress = (picture: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the picture cannot be read')))
    reader.readAsDataURL(picture)
  })

/** The picture of a paper, told by the type that the server found it to be; itself it goes out only as an attachment. */
export const pictureQuery = ({ id, scan }: Pick<Paper, 'id' | 'scan'>) =>
  queryOptions({
    queryKey: ['scan', scan.id],
    queryFn: async ({ signal }): Promise<string> => {
      const reply = await fetch(scanAddress({ id }), { credentials: 'same-origin', signal })
      if (!reply.ok) throw new Error(`the scan of ${id}: ${reply.status}`)
      return inAddress(new Blob([await reply.arrayBuffer()], { type: scan.mediaType }))
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
