import { createServer, type Server } from 'node:https'
import { isIP } from 'node:net'
import type { LanState } from '@guatu/contract'
import { type Day, dayOf, type Instant, instant, type Problem } from '@guatu/core/shared'
import type { FastifyInstance, FastifyServerFactory } from 'fastify'
import type { Clock } from '../platform/clock.ts'
import type { LanDoor } from '../platform/network.ts'
import type { LanRules } from './lan-rules.ts'
import { firstRunProblems } from './problems.ts'
import { namesOfMachine, type OwnNames } from './tls/names.ts'
import { type Served, servedFrom } from './tls/served.ts'
import { stampOf } from './tls/store.ts'

export interface LanNeeds {
  /** Where the certificates lie. */
  readonly folder: string
  /** 0 takes any free port. */
  readonly port: number
  readonly clock: Clock
  /** What holds on a day of certificates, and of looking again. */
  readonly rules: (on: Day) => LanRules
  /** Makes the application behind the door, on a server made by this factory. */
  readonly build: (lan: LanDoor, serverFactory: FastifyServerFactory) => Promise<FastifyInstance>
  /** What the machine goes by; a test names others. */
  readonly names?: () => OwnNames
}

const everywhere = '0.0.0.0'
/** How long a connection is kept open for the next request, as Fastify keeps it on the plain door. */
const keptAliveMs = 72_000
const grouped = (fingerprint: string): string => fingerprint.replaceAll(':', '').match(/.{4}/g)?.join(' ') ?? ''
const endOf = (text: string): Instant => instant(new Date(text).toISOString())

const whyNot = (error: unknown, port: number): Problem => {
  const { code = String(error) } = error as NodeJS.ErrnoException
  return code === 'EADDRINUSE'
    ? firstRunProblems('lan.port_taken', { port })
    : firstRunProblems('lan.port_unusable', { port, why: code })
}

interface Opened {
  readonly app: FastifyInstance
  readonly server: Server
  readonly port: number
}

/** The https door. It stays shut until `open`, then follows the machine's addresses and certificates by itself. */
export function lanDoorOf({ folder, port, clock, rules, build, names = namesOfMachine }: LanNeeds): LanDoor & {
  close(): Promise<void>
} {
  let opened: Opened | null = null
  let served: Served | null = null
  let seen = ''
  let failure: Problem | null = null
  let isWanted = false
  // One step at a time: two who open at once open once.
  let step: Promise<void> = Promise.resolve()
  const rulesNow = (): LanRules => rules(dayOf(clock.now()))
  const stamp = (): string => `${JSON.stringify(names())} ${stampOf(folder)} ${clock.now().slice(0, 10)}`

  async function look(): Promise<Served> {
    served = await servedFrom(folder, names(), clock.now(), rulesNow())
    seen = stamp()
    return served
  }

  async function listen(): Promise<void> {
    const { pair } = await look()
    let server: Server | undefined
    const app = await build(door, (handler) => {
      server = createServer({ cert: pair.certificate, key: pair.key, minVersion: 'TLSv1.2' }, handler)
      // As long as the plain door keeps its connections. Node's five seconds cut them under a browser's hand: it takes a
      // page's third cut connection for an unreachable machine.
      server.keepAliveTimeout = keptAliveMs
      return server
    })
    try {
      await app.listen({ host: everywhere, port })
    } catch (error) {
      await app.close()
      throw error
    }
    const address = server?.address()
    if (server && typeof address === 'object' && address) opened = { app, server, port: address.port }
  }

  async function follow(): Promise<void> {
    if (!opened) return listen()
    if (stamp() === seen) return
    const { pair } = await look()
    opened.server.setSecureContext({ cert: pair.certificate, key: pair.key, minVersion: 'TLSv1.2' })
  }

  const next = (): Promise<void> => {
    step = step.then(async () => {
      if (!isWanted) return
      try {
        await follow()
        failure = null
      } catch (error) {
        failure = whyNot(error, port)
      }
    })
    return step
  }
  const ticker = setInterval(() => void next(), rulesNow().lookAgainSeconds * 1000)
  ticker.unref()

  const covers = (address: string): boolean => served?.certificate.checkIP(address) !== undefined
  const trusted = (): string => (served?.authority ?? served?.certificate)?.validTo ?? ''

  function state(): LanState {
    const at = (name: string) => `https://${name}:${opened?.port ?? port}`
    const { addresses } = names()
    const officeNames = served?.from === 'office' ? hostsIn(served) : []
    return {
      open: opened !== null,
      addresses: [...officeNames, ...addresses.filter(covers)].map(at),
      uncovered: addresses.filter((address) => !covers(address)).map(at),
      certificate: served && {
        from: served.from,
        until: endOf(trusted()),
        fingerprint: served.authority && grouped(served.authority.fingerprint256),
      },
      problem: failure ?? (served?.officeExpired ? firstRunProblems('tls.office_expired', {}) : null),
    }
  }

  const door: LanDoor & { close(): Promise<void> } = {
    open: () => {
      isWanted = true
      return next()
    },
    state,
    authority: () => served?.authority?.toString() ?? null,
    goesBy: (name) => {
      const plain = name.replace(/^\[|\]$/g, '')
      const { addresses, hosts } = names()
      if ([...addresses, ...hosts].includes(plain)) return true
      return isIP(plain) ? covers(plain) : served?.certificate.checkHost(plain) !== undefined
    },
    trustedFor: () => (served ? Math.max(0, Math.floor((Date.parse(trusted()) - Date.parse(clock.now())) / 1000)) : 0),
    close: async () => {
      isWanted = false
      clearInterval(ticker)
      await step
      await opened?.app.close()
    },
  }
  return door
}

const hostsIn = ({ certificate }: Served): string[] =>
  (certificate.subjectAltName ?? '')
    .split(', ')
    .filter((name) => name.startsWith('DNS:') && !name.includes('*'))
    .map((name) => name.slice('DNS:'.length))
