import type pg from 'pg'
import { expect } from 'vitest'
import { complaints, runGuatu } from './guatu-process.ts'

/** The address of a database that is not ours, as somebody writes it into `DATABASE_URL`. */
export const urlOf = ({ user, password, database, host }: pg.PoolConfig): string =>
  `postgresql://${user}:${String(password)}@/${database}?host=${encodeURIComponent(String(host))}`

export const startOn = (url: string) => runGuatu(['--port', '0'], { env: { DATABASE_URL: url } })

/** What a start says that does not come about: one line, and no zero at its end. */
export async function refusalOn(url: string): Promise<string> {
  const { code, err } = await startOn(url).ended
  expect(code).not.toBe(0)
  expect(complaints(err)).toHaveLength(1)
  return err
}
