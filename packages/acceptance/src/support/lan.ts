import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkServerIdentity } from 'node:tls'
import { buildApp } from '@guatu/server'
import { lanDoorOf } from '@guatu/server/first-run/lan-door'
import type { OwnNames } from '@guatu/server/first-run/tls/names'
import { openDatabase } from '@guatu/server/platform/db'
import type { LanDoor } from '@guatu/server/platform/network'
import { freshDatabase } from '@guatu/server/platform/testing/fresh-database'
import { lanRulesOn } from '@guatu/server/rules'
import type { FastifyInstance } from 'fastify'
import { type StoryClock, storyClock } from './clock.ts'
import { storyKeys } from './open-office.ts'

/** A machine with both its doors, as `guatu start` opens them. */
export interface Machine {
  readonly app: FastifyInstance
  readonly lan: LanDoor
  readonly clock: StoryClock
  readonly folder: string
  readonly tls: string
  readonly database: Awaited<ReturnType<typeof freshDatabase>>
  /** What the machine goes by from now on. */
  goBy(names: OwnNames): void
  /** A machine that is switched off and on again. */
  restart(): Promise<LanDoor>
  close(): Promise<void>
}

interface MachineNeeds {
  readonly today?: string
  readonly port?: number
  readonly names?: OwnNames
  readonly webRoot?: string | null
}

export const homeNames: OwnNames = { addresses: ['192.168.1.5'], hosts: ['guatu-pc', 'localhost'] }

export async function openMachine({
  today = '2026-07-01',
  port = 0,
  names = homeNames,
  webRoot = null,
}: MachineNeeds = {}): Promise<Machine> {
  const database = await freshDatabase()
  const db = openDatabase(database.connections)
  const clock = storyClock(today)
  const folder = mkdtempSync(join(tmpdir(), 'guatu-machine-'))
  const tls = join(folder, 'tls')
  let now = names
  const needs = { db, clock, keys: storyKeys, filesFolder: join(folder, 'evidence'), webRoot }
  const doorAgain = () =>
    lanDoorOf({
      folder: tls,
      port,
      clock,
      rules: lanRulesOn,
      names: () => now,
      build: (lan, serverFactory) => buildApp({ ...needs, network: 'lan', lan, serverFactory }),
    })
  const lan = doorAgain()
  const doors = [lan]
  const app = await buildApp({ ...needs, lan })
  return {
    app,
    lan,
    clock,
    folder,
    tls,
    database,
    goBy: (changed) => {
      now = changed
    },
    restart: async () => {
      for (const door of doors.splice(0)) await door.close()
      const again = doorAgain()
      doors.push(again)
      await again.open()
      return again
    },
    close: async () => {
      for (const door of doors) await door.close()
      await app.close()
      await db.close()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface Fetched {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

interface Trust {
  /** What is trusted, as PEM; left out, what this computer trusts anyway. */
  readonly ca?: string
  /** The name that the visitor typed; the certificate has to bear it. */
  readonly name?: string
  readonly path?: string
  readonly maxVersion?: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'
}

/** Visits the https door as another machine would: the chain and the name are checked. Throws where they do not hold. */
export function visit(door: LanDoor, { ca, name = '192.168.1.5', path = '/api/offices', maxVersion }: Trust = {}) {
  const port = Number(/:(\d+)$/.exec(door.state().addresses[0] ?? '')?.[1])
  return new Promise<Fetched>((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        // The address that is checked against the certificate is the one that was typed, not the one that is connected to.
        servername: /^[\d.]+$/.test(name) ? '' : name,
        checkServerIdentity: (_host, certificate) => checkServerIdentity(name, certificate),
        headers: { host: `${name}:${port}` },
        agent: false,
        ...(ca ? { ca } : {}),
        ...(maxVersion ? { maxVersion, minVersion: 'TLSv1' as const, ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
      },
      (reply) => {
        let body = ''
        reply.setEncoding('utf8').on('data', (part) => {
          body += part
        })
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body }))
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}
