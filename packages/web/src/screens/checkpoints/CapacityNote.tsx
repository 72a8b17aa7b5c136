import type { AuditCheckpoints } from '@guatu/contract'
import { Note } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import styles from './checkpoints.module.css'

/** What the log takes up and what is left of the disk; loud where one of them has passed its limit. */
export function CapacityNote({ capacity }: { readonly capacity: AuditCheckpoints['capacity'] }) {
  const { logMegabytes, logMegabytesMax, archivedRecords, diskMegabytes, diskMegabytesMin } = capacity
  const isLogFull = logMegabytes > logMegabytesMax
  const isDiskFull = diskMegabytes !== null && diskMegabytes < diskMegabytesMin
  const words = [
    m.capacity_log({ megabytes: logMegabytes, most: logMegabytesMax, archived: archivedRecords }),
    isLogFull ? m.capacity_log_full() : '',
    diskMegabytes === null ? '' : m.capacity_disk({ megabytes: diskMegabytes, least: diskMegabytesMin }),
    isDiskFull ? m.capacity_disk_full() : '',
  ]
  return (
    <div className={styles.banner} role={isLogFull || isDiskFull ? 'alert' : undefined}>
      <Note tone={isLogFull || isDiskFull ? 'ink' : 'plain'}>{words.join('')}</Note>
    </div>
  )
}
