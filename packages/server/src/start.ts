import { once } from 'node:events'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LanState } from '@guatu/contract'
import { definitions } from '@guatu/definitions'
import type { FastifyInstance } from 'fastify'
import { buildApp, samplesHere } from './app.ts'
import { recountWhereMissing, registersOf, watchSearch } from './fact/index.ts'
import { lanDoorOf, tlsFolderOf } from './first-run/index.ts'
import { watchCapacity } from './platform/audit/capacity.ts'
import { watchCheckpoints } from './platform/audit/keep-checkpoints.ts'
import { sealedBy } from './platform/audit/sealing.ts'
import { systemClock } from './platform/clock.ts'
import { type Database, openDatabase } from './platform/db.ts'
import { filesFolderOf } from './platform/files.ts'
import { keyFileOf, openKeys } from './platform/keys.ts'
import { migrate } from './platform/migrate.ts'
import { officesOfMachine } from './platform/office.ts'
import { type DataPlace, type OpenedPostgres, openPostgres } from './platform/postgres/open.ts'
import { startProblems } from './platform/postgres/problems.ts'
import { StartStopped } from './platform/postgres/stopped.ts'
import { withProgress } from './platform/progress.ts'
import { capacityLimitsOn, lanRulesOn } from './rules.ts'
import type { Samples } from './sample/index.ts'

export interface StartOptions {
  readonly place: DataPlace
  /** 0 takes any free port. */
  readonly port: number
  /** Where the office’s other machines come in, once an office works in earnest; 0 takes any free port. */
  readonly lanPort: number
}

export interface Started {
  /** Where a browser on this machine finds it. */
  readonly address: string
  /** How the office's other machines do; shut as long as no office works in earnest. */
  readonly lan: LanState
  /** Answers the last requests, then stops the database that we started. */
  stop(): Promise<void>
}

// Seats are taken freely here: never open to the network. Other machines come in by https, where people sign in.
const host = '127.0.0.1'

const builtPages = (): string | null => {
  const folder = fileURLToPath(new URL('../../web/dist', import.meta.url))
  return existsSync(join(folder, 'index.html')) ? folder : null
}

function portStopped(error: unknown, port: number): StartStopped {
  const { code = String(error) } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return new StartStopped(startProblems('start.port_taken', { port }))
  return new StartStopped(startProblems('start.port_unusable', { port, why: code }))
}

async function listen(app: FastifyInstance, port: number): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    // What it does by itself ends before its database does.
    await app.close()
    throw portStopped(error, port)
  }
}

/** Takes the port for a moment. Where a database has still to be built, nobody waits for it in vain. */
async function tryPort(port: number): Promise<void> {
  const server = createServer().listen({ host, port })
  try {
    await once(server, 'listening')
  } catch (error) {
    throw portStopped(error, port)
  }
  server.close()
  await once(server, 'close')
}

/** A folder with a database may be in use by the Guatu that has the port: then that is what is told. */
const hasDatabase = ({ url, dataFolder }: DataPlace): boolean => url === undefined && existsSync(join(dataFolder, 'pg'))

/** Leaves the address in the data folder, where commands of this machine find the running server; returns how to end. */
function leaveAddress(place: DataPlace, address: string): () => void {
  if (place.url) return () => {}
  const file = join(place.dataFolder, 'address')
  writeFileSync(file, address)
  return () => rmSync(file, { force: true })
}

/**
 * Lives through the year of the sample of an empty data folder, while the pages are open already: whoever asks for the
 * sample before it is whole waits for the rest.
 */
async function liveThroughYear(samples: Samples): Promise<void> {
  try {
    await withProgress({ zh: '正在写示例的一年', en: 'Writing the year of the sample' }, samples.begin())
  } catch (error) {
    // Broken off by the end of the server: the next start makes it anew.
    if (error instanceof Error && error.name === 'AbortError') return
    process.stderr.write(`示例没有做成 The sample could not be made: ${String(error)}\n`)
  }
}

const worksInEarnest = async (db: Database): Promise<boolean> =>
  (await officesOfMachine(db, systemClock)).some(({ kind }) => kind === 'formal')

async function serve(
  { folder, connections, stop }: OpenedPostgres,
  { place, port, lanPort }: StartOptions,
): Promise<Started> {
  await withProgress({ zh: '正在更新数据库', en: 'Bringing the database up to date' }, migrate(connections.owner))
  const db = openDatabase(connections)
  try {
    const offices = (await officesOfMachine(db, systemClock)).map(({ id }) => id)
    await recountWhereMissing(db, offices)
    const keys = openKeys(keyFileOf(folder))
    const inPlace = { db, clock: systemClock, keys, filesFolder: filesFolderOf(folder) }
    const samples = samplesHere(inPlace)
    if (samples.isQuick) await withProgress({ zh: '正在准备示例', en: 'Preparing the sample' }, samples.begin())
    const needs = {
      ...inPlace,
      samples,
      webRoot: builtPages(),
      dataFolder: folder,
    }
    const lan = lanDoorOf({
      folder: tlsFolderOf(folder),
      port: lanPort,
      clock: systemClock,
      rules: lanRulesOn,
      build: (door, serverFactory) => buildApp({ ...needs, network: 'lan', lan: door, serverFactory }),
    })
    const app = await buildApp({ ...needs, lan })
    const address = await listen(app, port)
    if (await worksInEarnest(db)) await lan.open()
    const removeAddress = leaveAddress(place, address)
    if (!samples.isQuick) void liveThroughYear(samples)
    const endCheckpoints = watchCheckpoints({ db: sealedBy(db, keys), clock: systemClock, dataFolder: folder })
    const endCapacity = watchCapacity({ db, clock: systemClock, dataFolder: folder, limitsOn: capacityLimitsOn })
    const endSearch = await watchSearch({ db, registers: registersOf(definitions.registers) })
    const close = async () => {
      endCapacity()
      await samples.stop()
      await endSearch()
      await lan.close()
      await app.close()
      await endCheckpoints()
      await db.close()
      removeAddress()
      await stop()
    }
    return { address, lan: lan.state(), stop: close }
  } catch (error) {
    await db.close()
    throw error
  }
}

/** Opens the database, brings it up to date and serves. Throws `StartStopped` with the one problem to show. */
export async function start(options: StartOptions): Promise<Started> {
  if (!hasDatabase(options.place)) await tryPort(options.port)
  const postgres = await withProgress(
    { zh: '正在启动数据库', en: 'Starting the database' },
    openPostgres(options.place),
  )
  try {
    return await serve(postgres, options)
  } catch (error) {
    await postgres.stop()
    throw error
  }
}
