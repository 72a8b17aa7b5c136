import { appendFileSync } from 'node:fs'
import { join } from 'node:path'

interface Line {
  readonly at: string
  readonly did: 'backup' | 'restore' | 'export'
  readonly file: string
  readonly madeAt: string
  readonly offices: readonly string[]
  readonly rows: number
  readonly files: number
}

/** Notes in the data folder's own book of backups what was done: it concerns all offices, and the audit of none. */
export const noteDone = (dataFolder: string, line: Line): void =>
  appendFileSync(join(dataFolder, 'backups.jsonl'), `${JSON.stringify(line)}\n`, { mode: 0o600 })
