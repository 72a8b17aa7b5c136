import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../packages/server/src/platform/migrate.ts'
import { startEmbedded } from '../packages/server/src/platform/postgres/embedded.ts'
import { prepareCluster } from '../packages/server/src/platform/postgres/roles.ts'
import { generateTables, tablesFile } from '../packages/server/src/platform/testing/generate-tables.ts'

// Migrates an empty database of its own and writes the types of what came of it: `npm run db:types`.
const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-types-'))
chmodSync(dataFolder, 0o711)
const server = await startEmbedded({ dataFolder, durable: false })
try {
  await prepareCluster(server.config('postgres', 'postgres'), 'guatu')
  const owner = server.config('guatu_owner', 'guatu')
  await migrate(owner)
  writeFileSync(tablesFile, generateTables(owner))
} finally {
  await server.stop()
  rmSync(dataFolder, { recursive: true, force: true })
}
