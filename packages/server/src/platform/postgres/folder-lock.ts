import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import { startProblems } from './problems.ts'
import { StartStopped } from './stopped.ts'

/**
 * Holds a data folder for this process. The lock is a socket in the kernel's abstract namespace: it vanishes with the
 * process however that dies, so it can neither be left behind nor be taken from one that is merely slow.
 */
export function lockFolder(folder: string): Promise<() => void> {
  const name = `\0guatu-${createHash('sha256').update(folder).digest('hex').slice(0, 40)}`
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new StartStopped(startProblems('start.folder_locked', { folder })) : error),
    )
    server.listen(name, () => {
      server.unref()
      resolve(() => server.close())
    })
  })
}
