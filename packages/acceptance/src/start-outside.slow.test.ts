import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../server/src/platform/testing/fresh-database.ts'
import { refusalOn, urlOf } from './support/outside.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('what is no address is told in one line', async () => {
  expect(await refusalOn('notaurl')).toContain('start.database_address')
})

test('a wrong password is told in one line', async () => {
  expect(await refusalOn(urlOf({ ...database.root, password: 'wrong' }))).toContain('start.database_unreachable')
})

test('a login that may not use the app role is told in one line, with what an administrator has to do', async () => {
  const said = await refusalOn(urlOf({ ...inject('cluster').owner, database: 'postgres' }))
  expect(said).toContain('start.role_missing')
  expect(said).toContain('CREATE ROLE guatu_app')
})
