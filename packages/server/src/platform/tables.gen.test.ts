import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { freshDatabase } from './testing/fresh-database.ts'
import { generateTables, tablesFile } from './testing/generate-tables.ts'

test('tables.gen.ts is what a migrated database gives; npm run db:types brings it up to date', async () => {
  const database = await freshDatabase()
  try {
    expect(generateTables(database.connections.owner)).toBe(readFileSync(tablesFile, 'utf8'))
  } finally {
    await database.drop()
  }
})
