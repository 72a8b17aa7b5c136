import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import type { Database } from '../db.ts'
import { addLine } from './add-line.ts'
import { checkpointIfDue, type Due } from './checkpoints.ts'
import { deliver } from './deliver.ts'

/** The file that leaves the machine: one line a checkpoint, only ever added to. */
export const checkpointFileOf = (dataFolder: string, officeId: string): string =>
  join(dataFolder, 'checkpoints', `${officeId}.jsonl`)

/** Keeps a line for an office in the data folder, for whoever carries the file away. */
export async function keepLine(dataFolder: string, officeId: string, line: string): Promise<void> {
  await mkdir(join(dataFolder, 'checkpoints'), { recursive: true })
  await addLine(checkpointFileOf(dataFolder, officeId), line)
}

interface Needs {
  readonly db: Database
  readonly clock: Clock
  readonly dataFolder: string
}

const complain = (what: string, officeId: string) => (error: unknown) => {
  process.stderr.write(`${what} ${officeId}: ${String(error)}\n`)
}

/**
 * Makes the checkpoints that are due in every office and takes them to the second folder; one office that fails does not
 * keep the others back, and a folder that is away does not keep the checkpoint.
 */
export async function keepCheckpoints({ db, clock, dataFolder }: Needs, due: Due): Promise<void> {
  const offices = await db.reference.selectFrom('office').select('id').execute()
  for (const { id } of offices) {
    await db
      .inOffice(id, (tx) => checkpointIfDue(tx, id, clock.now(), due, (line) => keepLine(dataFolder, id, line)))
      .catch(complain('检查点没有写成 no checkpoint of', id))
    await db.inOffice(id, (tx) => deliver(tx, id, clock.now())).catch(complain('检查点没有送出本机 no witness for', id))
  }
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
