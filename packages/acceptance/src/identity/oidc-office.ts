import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem, SignInStep } from '@guatu/contract'
import { instant } from '@guatu/core/shared'
import { buildApp } from '@guatu/server'
import { lanDoorOf } from '@guatu/server/first-run/lan-door'
import { openDatabase } from '@guatu/server/platform/db'
import { noLimits } from '@guatu/server/platform/rates/limits'
import { openSession, type SignedInBy } from '@guatu/server/platform/session'
import { freshDatabase } from '@guatu/server/platform/testing/fresh-database'
import { lanRulesOn } from '@guatu/server/rules'
import type { FastifyInstance } from 'fastify'
import type { Duty } from '../authorisation/matrix.ts'
import { personIn } from '../authorisation/single-duties.ts'
import { openOfficeIn } from '../support/office.ts'
import { storyKeys } from '../support/open-office.ts'
import { ask, type Person, personOf } from '../support/person.ts'
import { query } from '../support/query.ts'
import { client, origin, type UnitLogin } from './oidc-provider.ts'

/** An office in earnest, at the time that it is: a provider's tokens are made at no other. */
export interface EarnestOffice {
  readonly id: string
  readonly app: FastifyInstance
  readonly database: Awaited<ReturnType<typeof freshDatabase>>
  /** Opens the https door with the pages behind it and gives its address; it shuts with the office. */
  open(webRoot: string): Promise<string>
  /** Sets the office's clock so many minutes ahead of the world's. */
  setAhead(minutes: number): void
  /** Puts a person of this duty in a post and gives their id. */
  somebody(duty: Duty): Promise<string>
  /** Somebody who is signed in already. */
  signedIn(officerId: string, by?: SignedInBy): Promise<{ person: Person; cookie: string }>
  /** Has the system administrator propose a provider and the security administrator confirm it. */
  use(login: UnitLogin, secondFactorValues?: readonly string[]): Promise<string>
  link(subject: string, officerId: string): Promise<void>
  sessions(): Promise<number>
  close(): Promise<void>
}

export async function openEarnestOffice(): Promise<EarnestOffice> {
  const database = await freshDatabase()
  const db = openDatabase(database.connections)
  const filesFolder = mkdtempSync(join(tmpdir(), 'guatu-files-'))
  let ahead = 0
  const clock = { now: () => instant(new Date(Date.now() + ahead).toISOString()) }
  const needs = { db, clock, keys: storyKeys, filesFolder, webRoot: null, limits: { ...noLimits, parts: 1000 } }
  const trial = await buildApp(needs)
  const { id } = await openOfficeIn(trial, '青禾街道', [])
  await trial.close()
  await query(database.root, `update office set kind = 'formal' where id = '${id}'`)
  const app = await buildApp({ ...needs, network: 'lan' })
  let position = 400
  const somebody = (duty: Duty) => {
    position += 1
    return personIn({ id, database }, duty, position)
  }
  const signedIn = async (officerId: string, by: SignedInBy = 'password') => {
    const [post] = await query<{ post_id: string }>(
      database.root,
      `select post_id from holding where officer_id = '${officerId}'`,
    )
    const seat = { officeId: id, officerId, postId: post?.post_id ?? '' }
    const value = await db.inOffice(id, (tx) => openSession(tx, seat, clock.now(), { signedInBy: by }))
    const cookie = `__Host-guatu_session=${value}`
    return { person: personOf(app, officerId, cookie), cookie }
  }
  const keeper = await signedIn(await somebody('systemAdmin'))
  const guard = await signedIn(await somebody('securityAdmin'))
  const use = async ({ issuer }: UnitLogin, secondFactorValues: readonly string[] = []) => {
    const body = {
      label: '用统一身份认证登录',
      issuer,
      clientId: client.id,
      secret: client.secret,
      origin,
      secondFactorValues,
    }
    const made = await keeper.person.post<{ id: string }>('/api/oidc/providers', body)
    await guard.person.post(`/api/oidc/providers/${made.id}/confirm`, {}, { version: 1 })
    return made.id
  }
  const doors: { close(): Promise<void> }[] = []
  const open = async (webRoot: string) => {
    const door = lanDoorOf({
      folder: join(filesFolder, 'tls'),
      port: 0,
      clock,
      rules: lanRulesOn,
      names: () => ({ addresses: ['127.0.0.1'], hosts: ['localhost'] }),
      build: (lan, serverFactory) => buildApp({ ...needs, network: 'lan', lan, serverFactory, webRoot }),
    })
    doors.push(door)
    await door.open()
    return `https://localhost:${/:(\d+)$/.exec(door.state().addresses[0] ?? '')?.[1]}`
  }
  return {
    id,
    app,
    database,
    open,
    setAhead: (minutes) => {
      ahead = minutes * 60_000
    },
    somebody,
    signedIn,
    use,
    link: async (subject, officerId) => {
      await guard.person.post('/api/oidc/links', { officerId, subject })
    },
    sessions: async () =>
      (await query<{ n: number }>(database.root, 'select count(*)::int as n from session'))[0]?.n ?? -1,
    close: async () => {
      for (const door of doors) await door.close()
      await app.close()
      await db.close()
      await database.drop()
      rmSync(filesFolder, { recursive: true })
    },
  }
}

/** A browser that goes to the unit's login: where it was sent, and the cookie by which it is known when it is back. */
export async function leave({ app, id }: EarnestOffice): Promise<{ location: string; cookie: string }> {
  const body = { officeId: id }
  const {
    status,
    body: said,
    cookies,
  } = await ask<{ location: string }>(app, null, {
    method: 'POST',
    path: '/api/oidc/start',
    body,
  })
  if (status !== 200) throw new Error(`start: ${status} ${JSON.stringify(said)}`)
  return { location: said.location, cookie: cookies[0] ?? '' }
}

/** What the office answers: the step it asks for next (null when one is in), or the code of a problem. */
export type Finished = Partial<SignInStep & Pick<Problem, 'code'>>

export const comeBack = ({ app }: EarnestOffice, cookie: string | null, answer: string) =>
  ask<Finished>(app, cookie, { method: 'POST', path: '/api/oidc/finish', body: { answer }, key: randomUUID() })
