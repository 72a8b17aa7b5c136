import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { childrenOf, complaints, databasePid, isAlive, type Run, runGuatu, until } from './support/guatu-process.ts'

const runs: Run[] = []
const folders: string[] = []

function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'guatu start 挂图 '))
  chmodSync(made, 0o711)
  return made
}

function dataFolder(): string {
  const made = newFolder()
  folders.push(made)
  return join(made, 'data')
}

let served = ''

/** A data folder that was served from before: a copy, for building a database takes longer than anything asked of it here. */
function usedFolder(): string {
  const data = dataFolder()
  execFileSync('cp', ['-a', served, data])
  return data
}

function start(data: string, ...more: string[]): Run {
  const run = runGuatu(['--data', data, '--port', '0', ...more])
  runs.push(run)
  return run
}

async function stop(run: Run): Promise<number | null> {
  run.child.kill('SIGINT')
  return (await run.ended).code
}

/** A port that another program of this machine has, until it is set free. */
function takenPort(): Promise<{ readonly port: number; readonly free: () => void }> {
  const taken = createServer()
  return new Promise((resolve) =>
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address()
      resolve({ port: typeof address === 'object' && address ? address.port : 0, free: () => taken.close() })
    }),
  )
}

const answers = async (run: Run): Promise<number> => (await fetch(await run.address)).status

/** Starts on a folder, asks for the page and stops with Ctrl-C. */
async function startAndStop(data: string) {
  const run = runGuatu(['--data', data, '--port', '0'])
  const status = await answers(run)
  const database = databasePid(data)
  const code = await stop(run)
  const leftBehind = isAlive(database) || existsSync(join(data, 'pg', 'postmaster.pid'))
  return { status, code, out: (await run.ended).out, leftBehind }
}

let first: Awaited<ReturnType<typeof startAndStop>>
beforeAll(async () => {
  served = join(newFolder(), 'data')
  first = await startAndStop(served)
})
afterAll(() => rmSync(dirname(served), { recursive: true, force: true }))

afterEach(async () => {
  for (const run of runs.splice(0)) {
    run.child.kill('SIGTERM')
    await run.ended
  }
  for (const made of folders.splice(0)) {
    const data = join(made, 'data')
    // What a killed run left is ended here, so that no test leaves a server behind.
    if (existsSync(join(data, 'pg', 'postmaster.pid')) && isAlive(databasePid(data)))
      process.kill(databasePid(data), 'SIGQUIT')
    rmSync(made, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
})

test('it starts in a folder with spaces, says where, stops on Ctrl-C, and starts again', async () => {
  for (const { status, code, out, leftBehind } of [first, await startAndStop(served)]) {
    expect({ status, code, leftBehind }).toEqual({ status: 200, code: 0, leftBehind: false })
    expect(out).toContain(served)
  }
})

test('a second start on the same data is refused in one line while the first goes on', async () => {
  const data = usedFolder()
  const first = start(data)
  await first.address
  const { code, err } = await start(data).ended
  expect(code).toBe(5)
  expect(complaints(err)).toHaveLength(1)
  expect(err).toContain('start.folder_locked')
  expect(await answers(first)).toBeLessThan(500)
})

test('a taken port is told in one line, before a database is built', async () => {
  const data = dataFolder()
  const { port, free } = await takenPort()
  const { code, err } = await start(data, '--port', String(port)).ended
  free()
  expect(code).toBe(5)
  expect(err).toContain(`端口 ${port} 已被占用`)
  expect(complaints(err)).toHaveLength(1)
  expect(existsSync(join(data, 'pg'))).toBe(false)
})

test('a port that is taken from a database that is there leaves none running', async () => {
  const data = usedFolder()
  const { port, free } = await takenPort()
  const { code, err } = await start(data, '--port', String(port)).ended
  free()
  expect({ code, complaints: complaints(err) }).toEqual({
    code: 5,
    complaints: [expect.stringContaining('start.port_taken')],
  })
  expect(existsSync(join(data, 'pg', 'postmaster.pid'))).toBe(false)
})

test('a folder that cannot be made is told in one line', async () => {
  const { code, err } = await start('/proc/guatu').ended
  expect(code).toBe(7)
  expect(complaints(err)).toHaveLength(1)
  expect(err).toContain('start.folder_unusable')
})

test('a wrong command line shows how it goes', async () => {
  const { code, err } = await start(dataFolder(), '--port', 'abc').ended
  expect(code).toBe(2)
  expect(err).toContain('npx guatu --help')
})

test('when the command that started it is killed, the server and its database stop by themselves', async () => {
  const data = usedFolder()
  const run = start(data)
  await run.address
  const [server = 0] = childrenOf(run.child.pid ?? 0)
  const database = databasePid(data)
  run.child.kill('SIGKILL')
  await until(() => !isAlive(server) && !isAlive(database))
  expect(await answers(start(data))).toBeLessThan(500)
})

test('when the server is killed, the next start adopts the database it left', async () => {
  const data = usedFolder()
  const run = start(data)
  await run.address
  const database = databasePid(data)
  for (const server of childrenOf(run.child.pid ?? 0)) process.kill(server, 'SIGKILL')
  await run.ended
  expect(isAlive(database)).toBe(true)
  const next = start(data)
  await next.address
  expect(databasePid(data)).toBe(database)
  expect(await stop(next)).toBe(0)
  expect(isAlive(database)).toBe(false)
})

test('when everything is killed at once, the next start recovers', async () => {
  const data = usedFolder()
  const run = start(data)
  await run.address
  const database = databasePid(data)
  const all = [database, ...childrenOf(database), ...childrenOf(run.child.pid ?? 0)]
  for (const pid of all) process.kill(pid, 'SIGKILL')
  await run.ended
  expect(await answers(start(data))).toBeLessThan(500)
})
