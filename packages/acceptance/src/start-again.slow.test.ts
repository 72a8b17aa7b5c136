import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { answers, dataFolders, startAndStop, stop, takenPort } from './support/data-folders.ts'
import { childrenOf, complaints, databasePid, isAlive, until } from './support/guatu-process.ts'

const { served, usedFolder, start, tidy, remove } = dataFolders()
beforeAll(() => startAndStop(served))
afterEach(tidy)
afterAll(remove)

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
