import type { Evidence, EvidenceBrought, Me, Officer, Paper, PaperDetail, Problem } from '@guatu/contract'
import { filesForm, type Post, type StoryOffice } from '../support/office.ts'
import { openOffice, type Story } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import type { Asked, Person } from '../support/person.ts'

export type PaperOffice = StoryOffice & Story

/** An office with a plan in it, on a day in July unless another is named. */
export async function openPaperOffice({ units = ['城管办'], today = '2023-07-03' } = {}): Promise<PaperOffice> {
  const office = await openOffice({ units, today })
  await office.adopt({ text: smallReport })
  return office
}

const picture = (said: string) => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(said)])
let scans = 0

/** A scan that somebody has brought in; every one of them is another picture. */
export async function scanBy(who: Person, bytes?: Buffer, name = '批示.png'): Promise<Evidence> {
  scans += 1
  const file = new File([new Uint8Array(bytes ?? picture(`批示${scans}`))], name)
  const { body } = await who.ask<EvidenceBrought>({ method: 'POST', path: '/api/evidence', form: filesForm(file) })
  const evidence = body.files[0]?.evidence
  if (!evidence) throw new Error(`the scan was refused: ${body.files[0]?.problem?.code}`)
  return evidence
}

/** Somebody of the office in their first post, as a paper names its signer. */
export async function seatOf(office: PaperOffice, post: Post): Promise<Officer> {
  return (await (await office.as(post)).get<Me>('/api/me')).officer
}

/** An approval as its own route would be sent it. */
export interface Approving {
  readonly route: string
  readonly params: Readonly<Record<string, string>>
  readonly body: unknown
  readonly version?: number
}

export interface Entering extends Approving {
  readonly signer: Pick<Officer, 'id' | 'postId'>
  readonly signedOn?: string
  readonly number?: string
  readonly scan?: string
  readonly replaces?: string
}

/** The request by which somebody enters a paper; what is left out is as it should be. */
export async function entering(who: Person, paper: Entering): Promise<Asked> {
  const { signer, signedOn = '2023-07-03', number = '青办批〔2023〕12号', version = 0, replaces, ...approval } = paper
  const scan = paper.scan ?? (await scanBy(who)).id
  const named = { officerId: signer.id, postId: signer.postId }
  const body = { ...approval, version, signer: named, signedOn, number, scan, ...(replaces ? { replaces } : {}) }
  return { method: 'POST', path: '/api/paper-approvals', body }
}

export async function enter(who: Person, paper: Entering): Promise<PaperDetail> {
  const asked = await entering(who, paper)
  return who.post<PaperDetail>(asked.path, asked.body)
}

export const refusedEntering = async (who: Person, paper: Entering): Promise<Problem> =>
  who.refused(await entering(who, paper))

export const confirming = (id: string, version = 1) =>
  ({ method: 'POST', path: `/api/paper-approvals/${id}/confirm`, body: {}, version }) as const

export const confirm = (who: Person, { id }: Pick<Paper, 'id'>): Promise<PaperDetail> =>
  who.post<PaperDetail>(`/api/paper-approvals/${id}/confirm`, {}, { version: 1 })

export const ending = (what: 'return' | 'withdraw', id: string, because = '日期看不清', version = 1) =>
  ({ method: 'POST', path: `/api/paper-approvals/${id}/${what}`, body: { because }, version }) as const

/** The address of an approval's own route. */
export const clickOf = ({ route, params, body, version }: Approving): Asked => {
  const [method = '', pattern = ''] = route.split(' ')
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
  return { method: method as 'POST', path, body, ...(version === undefined ? {} : { version }) }
}
