import type { Enrolment, Problem, SignInStep } from '@guatu/contract'
import { instant } from '@guatu/core/shared'
import { type AppNeeds, buildApp } from '@guatu/server'
import { issueCode } from '@guatu/server/identity/codes'
import { type Hasher, makeHasher } from '@guatu/server/identity/hashing'
import { sealedBy } from '@guatu/server/platform/audit/sealing'
import { openDatabase } from '@guatu/server/platform/db'
import { noLimits } from '@guatu/server/platform/rates/limits'
import type { FastifyInstance } from 'fastify'
import { personIn } from '../authorisation/single-duties.ts'
import { openOfficeIn } from '../support/office.ts'
import { openStory, type Story, type StoryNeeds, storyKeys } from '../support/open-office.ts'
import { type Asked, send } from '../support/person.ts'
import { query } from '../support/query.ts'
import { codeAt } from './phone.ts'

/** Hashes that cost next to nothing: what they cost in earnest is tried where they are made. */
export const storyCost = { memoryKiB: 64, passes: 1, lanes: 1 }

/** A hasher that counts what it was asked to work out; as many wait for it as come. */
export function countingHasher(cost = storyCost): Hasher & { readonly counted: { verified: number; hashed: number } } {
  const hasher = makeHasher({ cost, waitingMax: Number.POSITIVE_INFINITY })
  const counted = { verified: 0, hashed: 0 }
  return {
    ...hasher,
    counted,
    hash: (password) => {
      counted.hashed += 1
      return hasher.hash(password)
    },
    verify: (password, kept) => {
      counted.verified += 1
      return hasher.verify(password, kept)
    },
  }
}

export interface Answer<T> {
  readonly status: number
  readonly body: T
  /** The answer to the byte. */
  readonly text: string
  readonly headers: Readonly<Record<string, unknown>>
}

/** A browser: it keeps the cookie that it is given. */
export interface Browser {
  cookie: string | null
  ask<T = Problem>(asked: Asked): Promise<Answer<T>>
  post<T = Problem>(path: string, body?: unknown): Promise<Answer<T>>
  get<T = Problem>(path: string): Promise<Answer<T>>
}

export function browserAt(app: FastifyInstance): Browser {
  const browser: Browser = {
    cookie: null,
    ask: async (asked) => {
      const { status, headers, body, cookies } = await send(app, browser.cookie, asked)
      for (const { name, value } of cookies) browser.cookie = value === '' ? null : `${name}=${value}`
      return { status, headers, text: body, body: body.startsWith('{') ? JSON.parse(body) : body }
    },
    post: (path, body = {}) => browser.ask({ method: 'POST', path, body }),
    get: (path) => browser.ask({ method: 'GET', path }),
  }
  return browser
}

export const duties = ['systemAdmin', 'securityAdmin', 'auditAdmin', 'supervisor', 'handler'] as const
type Who = (typeof duties)[number]

export const passwordOf = (who: string) => `Shengtai-Kaifa-${who.length}7`

/** An office in earnest, with one person for each of a few duties; nobody has a password yet. */
export interface FormalOffice extends Story {
  readonly id: string
  readonly lanApp: FastifyInstance
  readonly officers: Readonly<Record<Who, string>>
  browser(): Browser
  /** Another process on the same database: what it keeps in its memory is its own. */
  again(needs?: Partial<Pick<AppNeeds, 'hasher' | 'clock'>>): Promise<FastifyInstance>
  /** Codes and people that the first run would have made. */
  code(officerId: string, validDays?: number): Promise<string>
  addPerson(loginName: string): Promise<string>
  sql<T extends Record<string, unknown>>(...statements: string[]): Promise<T[]>
  signIn(who: string, password?: string, at?: Browser): Promise<Answer<SignInStep & Problem>>
  /** Everything from the code on, until they are in; gives the browser and what the phone knows. */
  settleIn(who: Who): Promise<{ browser: Browser; secret: string | null }>
  now(): number
  phone(secret: string, step?: number): string
}

export async function openFormalOffice(needs: StoryNeeds = {}): Promise<FormalOffice> {
  const story = await openStory('2026-03-02', { hasher: makeHasher({ cost: storyCost }), ...needs })
  const { id } = await openOfficeIn(story.app, '青禾街道', [])
  const sql = <T extends Record<string, unknown>>(...statements: string[]) =>
    query<T>(story.database.root, ...statements)
  const office = { id, database: story.database }
  const named = async (officerId: string, loginName: string) => {
    await sql(`update officer set login_name = '${loginName}' where id = '${officerId}'`)
    return officerId
  }
  const entries = await Promise.all(
    duties.map(async (duty, at) => [duty, await named(await personIn(office, duty, 50 + at), duty.toLowerCase())]),
  )
  await sql(`update office set kind = 'formal' where id = '${id}'`)
  const lanApp = await story.lan()
  const db = sealedBy(openDatabase(story.database.connections), storyKeys)
  const officers = Object.fromEntries(entries) as Record<Who, string>
  const browser = () => browserAt(lanApp)
  const now = () => Date.parse(story.clock.now())
  const others: { close(): Promise<void> }[] = []
  const again: FormalOffice['again'] = async ({
    hasher = makeHasher({ cost: storyCost }),
    clock = story.clock,
  } = {}) => {
    const own = openDatabase(story.database.connections)
    const { filesFolder } = story
    const served = { db: own, clock, keys: storyKeys, filesFolder, webRoot: null, limits: noLimits } as const
    const needs = { ...served, network: 'lan', hasher } as const
    const app = await buildApp(needs)
    others.push(app, own)
    return app
  }
  const code = (officerId: string, validDays = 7) =>
    db.inOffice(id, (tx) =>
      issueCode(tx, {
        officeId: id,
        officerId,
        issuedBy: null,
        now: instant(new Date(now()).toISOString()),
        validDays,
      }),
    )
  const phone = (secret: string, step = 0) => codeAt(secret, now() + step * 30_000)
  const settleIn = async (who: Who) => {
    const at = browser()
    const body = { officeId: id, loginName: who, code: await code(officers[who]), password: passwordOf(who) }
    const { body: first, text } = await at.post<SignInStep>('/api/sign-in/first', body)
    if (first.next === undefined) throw new Error(text)
    if (first.next === null) return { browser: at, secret: null }
    const { secret } = (await at.post<Enrolment>('/api/sign-in/enrolment')).body
    const { status } = await at.post('/api/sign-in/enrolment/confirm', { code: phone(secret) })
    if (status !== 200) throw new Error(`the enrolment of ${who} was refused`)
    return { browser: at, secret }
  }
  return {
    ...story,
    id,
    lanApp,
    officers,
    browser,
    again,
    code,
    sql,
    settleIn,
    now,
    phone,
    addPerson: async (loginName) =>
      named(await personIn(office, 'handler', 100 + Math.floor(now() % 100_000)), loginName),
    signIn: (loginName, password = passwordOf(loginName), at = browser()) =>
      at.post('/api/sign-in', { officeId: id, loginName, password }),
    close: async () => {
      for (const other of others) await other.close()
      await db.close()
      await story.close()
    },
  }
}
