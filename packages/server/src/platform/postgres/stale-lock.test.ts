import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAlive, lockedBy, releaseZombieLock } from './stale-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-lock-'))
const lock = join(folder, 'pg', 'postmaster.pid')
// A shell that becomes a sleeper never collects the child it had: that child stays a zombie.
const sleeper = spawn('/bin/sh', ['-c', 'sleep 0 & exec sleep 600'], { stdio: 'ignore' })
let zombie = 0

const childOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0])

beforeAll(async () => {
  mkdirSync(join(folder, 'pg'))
  for (let i = 0; i < 100; i += 1) {
    zombie = childOf(sleeper.pid ?? 0)
    if (zombie && readFileSync(`/proc/${zombie}/stat`, 'utf8').includes(') Z ')) return
    await sleep(50)
  }
})
afterAll(() => {
  sleeper.kill()
  rmSync(folder, { recursive: true })
})

test('a killed process that nobody collected is not alive, though it still has its number', () => {
  expect(() => process.kill(zombie, 0)).not.toThrow()
  expect(isAlive(zombie)).toBe(false)
  expect(isAlive(process.pid)).toBe(true)
})

test('its lock gets our number and keeps its other lines; its socket lock goes', () => {
  writeFileSync(lock, `${zombie}\n/data\n1700000000\n`)
  writeFileSync(join(folder, '.s.PGSQL.5432.lock'), `${zombie}\n`)
  releaseZombieLock(folder, folder)
  expect(readFileSync(lock, 'utf8')).toBe(`${process.pid}\n/data\n1700000000\n`)
  expect(existsSync(join(folder, '.s.PGSQL.5432.lock'))).toBe(false)
})

test('the lock of a living process is not touched', () => {
  const living = sleeper.pid ?? 0
  writeFileSync(lock, `${living}\n/data\n`)
  releaseZombieLock(folder, folder)
  expect(lockedBy(folder)).toBe(living)
})
