import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Connections } from '../db.ts'
import { templateName } from './cluster-per-run.ts'

export interface FreshDatabase {
  readonly connections: Connections
  /** Reaches the same database past every row policy: for a test that looks at what really lies there. */
  readonly root: pg.PoolConfig
  /** Closes whatever is still connected and removes the database. */
  drop(): Promise<void>
}

async function asRoot(statement: string): Promise<void> {
  const client = new pg.Client(inject('cluster').root)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A migrated, empty database of its own, copied from the run's template in a few hundredths of a second. */
export const freshDatabase = (): Promise<FreshDatabase> => databaseFrom(templateName)

/** A database of its own in which nothing was ever migrated. */
export const emptyDatabase = (): Promise<FreshDatabase> => databaseFrom('template0')

async function databaseFrom(template: string): Promise<FreshDatabase> {
  const { root, owner, app } = inject('cluster')
  const database = `test_${randomUUID().replaceAll('-', '')}`
  // File by file: nothing here has to outlive a crash, and page by page through the log takes twice the work.
  await asRoot(`create database ${database} template ${template} strategy file_copy owner guatu_owner`)
  return {
    connections: { app: { ...app, database }, owner: { ...owner, database } },
    root: { ...root, database },
    drop: () => asRoot(`drop database ${database} with (force)`),
  }
}
