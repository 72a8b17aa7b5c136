import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import type { Database } from '../db.ts'
import { checkpointIfDue, type Due } from './checkpoints.ts'

/** The file that leaves the machine: one line a checkpoint, only ever added to. */
export const checkpointFileOf = (dataFolder: string, officeId: string): string =>
  join(dataFolder, 'checkpoints', `${officeId}.jsonl`)

async function addLine(dataFolder: string, officeId: string, line: string): Promise<void> {
  await mkdir(join(dataFolder, 'checkpoints'), { recursive: true })
  const file = await open(checkpointFileOf(dataFolder, officeId), 'a', 0o600)
  try {
    await file.appendFile(`${line}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

interface Needs {
  readonly db: Database
  readonly clock: Clock
  readonly dataFolder: string
}

/** Makes the checkpoints that are due in every office; one office that fails does not keep the others back. */
export async function keepCheckpoints({ db, clock, dataFolder }: Needs, due: Due): Promise<void> {
  const offices = await db.reference.selectFrom('office').select('id').execute()
  for (const { id } of offices)
    await db
      .inOffice(id, (tx) => checkpointIfDue(tx, id, clock.now(), due, (line) => addLine(dataFolder, id, line)))
      .catch((error: unknown) => process.stderr.write(`检查点没有写成 no checkpoint of ${id}: ${String(error)}\n`))
}

const often: Due = { records: 1000, milliseconds: 5 * 60_000 }
const lookEveryMs = 15_000

/** Looks after the checkpoints until stopped; stopping makes the last ones. */
export function watchCheckpoints(needs: Needs): () => Promise<void> {
  let running = Promise.resolve()
  const look = (due: Due) => {
    running = running.then(() => keepCheckpoints(needs, due)).catch(() => {})
    return running
  }
  const timer = setInterval(() => void look(often), lookEveryMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    return look({ records: 1, milliseconds: 0 })
  }
}
