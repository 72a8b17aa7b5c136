import { statfs } from 'node:fs/promises'
import { type Day, dayOf } from '@guatu/core/shared'
import { type Kysely, sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Database, Tables, Tx } from '../db.ts'

const megabyte = 1_048_576

/** Above how many megabytes of the log at hand, and below how many of free disk, an alarm is raised. */
export interface CapacityLimits {
  readonly logMegabytes: number
  readonly diskMegabytes: number
}

/** What the logs of all offices of this machine take up while they are at hand, indexes included. */
export async function logMegabytes(tx: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`select pg_total_relation_size('audit') as bytes`.execute(tx)
  return Math.round(Number(rows[0]?.bytes ?? 0) / megabyte)
}

/** What is free on the disk under a folder, for whoever is not root. */
export async function freeMegabytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return Math.floor((bavail * bsize) / megabyte)
}

/** How many records of an office lie in the archive. */
export async function archivedRecords(tx: Tx, officeId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from audit_archive where office_id = ${officeId}`.execute(tx)
  return rows[0]?.count ?? 0
}

interface Watched {
  readonly db: Database
  readonly clock: Clock
  readonly dataFolder: string
  readonly limitsOn: (on: Day) => CapacityLimits
}

/** What has passed its limit, a line each. */
export async function capacityAlarms({ db, clock, dataFolder, limitsOn }: Watched): Promise<string[]> {
  const limits = limitsOn(dayOf(clock.now()))
  const [log, free] = [await logMegabytes(db.reference), await freeMegabytes(dataFolder)]
  const alarms: string[] = []
  if (log > limits.logMegabytes)
    alarms.push(`审计日志在手${log}兆，已超过上限，请运行 npx guatu audit-archive the log has passed its limit\n`)
  if (free < limits.diskMegabytes) alarms.push(`数据盘只剩${free}兆，请腾出空间 the disk of the data is nearly full\n`)
  return alarms
}

const lookEveryMs = 3_600_000

/** Says in the server's own log what has passed its limit, at once and every hour; returns the way to stop. */
export function watchCapacity(watched: Watched): () => void {
  const look = () =>
    capacityAlarms(watched).then(
      (alarms) => process.stderr.write(alarms.join('')),
      () => {},
    )
  void look()
  const timer = setInterval(() => void look(), lookEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}
