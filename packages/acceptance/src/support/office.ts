import type { Entry, Explanation, Light, Me, Officer, Plan, Review, WallChart } from '@guatu/contract'
import type { FastifyInstance } from 'fastify'
import { ask, type Person, personOf } from './person.ts'

const dutyOf = {
  督查专员: 'supervisor',
  经办人: 'handler',
  科室负责人: 'unitHead',
  分管领导: 'leader',
  只读: 'viewer',
  审计管理员: 'auditAdmin',
} as const satisfies Record<string, Officer['duties'][number]>
export type Post = keyof typeof dutyOf

export interface Paper {
  readonly text: string
  readonly name?: string
  readonly kind?: 'report' | 'livelihood' | 'assigned' | 'meeting'
  readonly year?: number
}

/** An office in a story, spoken to in its own words; every word of it is a request over HTTP. */
export interface StoryOffice {
  readonly id: string
  readonly app: FastifyInstance
  as(post: Post): Promise<Person>
  /** The cookie of a session as one of its officers. */
  sessionOf(officerId: string): Promise<string>
  /** Brings a paper in as the supervision clerk and gives what was read. */
  bringIn(paper: Paper): Promise<Review>
  /** Brings a paper in, confirms what is sure and adopts it whole. */
  adopt(paper: Paper): Promise<Plan>
  plan(year?: number): Promise<Plan>
  /** Enters one row, `2023-06-20 6`, for a target by its code. */
  report(code: string, said: string, more?: { readonly note?: string; readonly by?: Post }): Promise<Entry>
  verify(
    ...entries: readonly Entry[]
  ): Promise<{ verified: number; refused: { id: string; problem: { code: string } }[] }>
  wall(on?: string, known?: string): Promise<WallChart>
  /** The light of a task's slip, by its printed number. */
  light(number: string, on?: string, known?: string): Promise<Light>
  working(code: string, on?: string, known?: string): Promise<Explanation>
}

const query = (parts: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined)
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

export function formOf({ text, name = 'report.txt', kind = 'report', year = 2023 }: Paper, datedOn: string): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries({
    year: String(year),
    sourceKind: kind,
    title: name,
    datedOn,
    series: '',
  }))
    form.set(field, value)
  form.set('file', new File([text], name), name)
  return form
}

/** Files as a page sends them, any number at once. */
export function filesForm(...files: readonly File[]): FormData {
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  return form
}

/** Makes an office in an application that is there already; two of them are neighbours in one database. */
export async function openOfficeIn(app: FastifyInstance, name: string, units: readonly string[]): Promise<StoryOffice> {
  const made = await ask<{ officeId: string }>(app, null, {
    method: 'POST',
    path: '/api/offices',
    body: { name, units },
  })
  const officeId = made.body.officeId
  const session = async (officerId?: string): Promise<string> => {
    const body = { officeId, ...(officerId ? { officerId } : {}) }
    const { cookies } = await ask(app, null, { method: 'POST', path: '/api/session', body })
    return cookies[0] ?? ''
  }
  const people = (await ask<Me>(app, await session(), { method: 'GET', path: '/api/me' })).body.officers
  const seats = new Map<Post, Person>()

  const as = async (post: Post): Promise<Person> => {
    const seated = seats.get(post)
    if (seated) return seated
    const officer = people.find((person) => person.duties.includes(dutyOf[post]))
    if (!officer) throw new Error(`nobody is ${post}`)
    const person = personOf(app, officer.name, await session(officer.id))
    seats.set(post, person)
    return person
  }
  const today = async () => (await (await as('督查专员')).get<Me>('/api/me')).office.today
  const plan = async (year = 2023) => (await as('只读')).get<Plan>(`/api/plans/${year}`)
  const targetId = async (code: string): Promise<string> => {
    const target = (await plan()).tasks.flatMap((task) => task.targets).find((one) => one.code === code)
    if (!target) throw new Error(`the plan has no target ${code}`)
    return target.id
  }
  const bringIn = async (paper: Paper): Promise<Review> => {
    const clerk = await as('督查专员')
    const asked = { method: 'POST', path: '/api/sources', form: formOf(paper, await today()) } as const
    const { status, body } = await clerk.ask<{ id: string }>(asked)
    if (status !== 201) throw new Error(`POST /api/sources: ${status} ${JSON.stringify(body)}`)
    return clerk.get(`/api/sources/${body.id}`)
  }
  const wall = async (on?: string, known?: string) =>
    (await as('分管领导')).get<WallChart>(`/api/wall${query({ year: '2023', on, known })}`)

  return {
    id: officeId,
    app,
    as,
    sessionOf: session,
    bringIn,
    plan,
    wall,
    adopt: async (paper) => {
      const clerk = await as('督查专员')
      const { id, version, year } = await bringIn(paper)
      const body = { withOpen: true, adoptedOn: await today(), paperNumber: '' }
      await clerk.post(`/api/sources/${id}/adopt`, body, { version })
      return plan(year)
    },
    report: async (code, said, { note = '', by = '经办人' } = {}) => {
      const [on = '', quantity = ''] = said.split(' ')
      const values = { on, target: code, unit: '公共事务中心', quantity, note, paper: '' }
      return (await as(by)).post<Entry>('/api/registers/progress/entries', { values })
    },
    verify: async (...entries) =>
      (await as('科室负责人')).post('/api/registers/progress/verify', { ids: entries.map((entry) => entry.id) }),
    light: async (number, on, known) => {
      const slip = (await wall(on, known)).areas.flatMap((area) => area.tasks).find((task) => task.number === number)
      if (!slip) throw new Error(`the wall has no slip ${number}`)
      return slip.light
    },
    working: async (code, on, known) =>
      (await as('分管领导')).get(`/api/targets/${await targetId(code)}/working${query({ on, known })}`),
  }
}
