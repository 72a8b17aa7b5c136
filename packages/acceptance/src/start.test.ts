import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { answers, dataFolders, startAndStop, takenPort } from './support/data-folders.ts'
import { complaints } from './support/guatu-process.ts'

const { served, dataFolder, usedFolder, start, tidy, remove } = dataFolders()
let first: Awaited<ReturnType<typeof startAndStop>>
beforeAll(async () => {
  first = await startAndStop(served)
})
afterEach(tidy)
afterAll(remove)

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
