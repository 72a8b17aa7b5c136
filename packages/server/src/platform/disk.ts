import { statfs } from 'node:fs/promises'

/** A database grows in steps of megabytes; below this, and below a twentieth of the disk, nothing new is taken on. */
const freeBytesMin = 256 * 1024 * 1024
const freeShareMin = 0.05

interface Room {
  readonly bavail: number
  readonly bsize: number
  readonly blocks: number
}

/** Whether a disk with these blocks still takes new work. */
export const hasRoom = ({ bavail, bsize, blocks }: Room): boolean =>
  bavail * bsize >= freeBytesMin && bavail >= blocks * freeShareMin

/** Whether the disk of a folder does; null lies on another machine and is not ours to judge. */
export const diskHasRoom = async (folder: string | null): Promise<boolean> =>
  folder === null ||
  statfs(folder).then(
    (disk) => hasRoom(disk),
    () => false,
  )

/** Whether something could not be written because the disk, or this user's share of it, is full. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
