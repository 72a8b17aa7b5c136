import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { databasePid, isAlive, type Run, runGuatu } from './guatu-process.ts'

function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'guatu start 挂图 '))
  chmodSync(made, 0o711)
  return made
}

/** The status with which the started product answers. */
export const answers = async (run: Run): Promise<number> => (await fetch(await run.address)).status

/** Stops it with Ctrl-C; the exit code. */
export async function stop(run: Run): Promise<number | null> {
  run.child.kill('SIGINT')
  return (await run.ended).code
}

/** Starts on a folder, asks for the page and stops with Ctrl-C. */
export async function startAndStop(data: string) {
  const run = runGuatu(['--data', data, '--port', '0'])
  const status = await answers(run)
  const database = databasePid(data)
  const code = await stop(run)
  const leftBehind = isAlive(database) || existsSync(join(data, 'pg', 'postmaster.pid'))
  return { status, code, out: (await run.ended).out, leftBehind }
}

/** Data folders to start on, in a path with spaces and Chinese; what a test leaves running there is ended. */
export function dataFolders() {
  const runs: Run[] = []
  const folders: string[] = []
  const served = join(newFolder(), 'data')

  const dataFolder = (): string => {
    const made = newFolder()
    folders.push(made)
    return join(made, 'data')
  }

  return {
    served,
    dataFolder,
    /** One that was served from before: a copy, for building a database takes longer than anything asked of it here. */
    usedFolder: (): string => {
      const data = dataFolder()
      execFileSync('cp', ['-a', served, data])
      return data
    },
    start: (data: string, ...more: string[]): Run => {
      const run = runGuatu(['--data', data, '--port', '0', ...more])
      runs.push(run)
      return run
    },
    tidy: async (): Promise<void> => {
      for (const run of runs.splice(0)) {
        run.child.kill('SIGTERM')
        await run.ended
      }
      for (const made of folders.splice(0)) {
        const data = join(made, 'data')
        // What a killed run left is ended here, so that no test leaves a server behind.
        if (existsSync(join(data, 'pg', 'postmaster.pid')) && isAlive(databasePid(data)))
          process.kill(databasePid(data), 'SIGQUIT')
        rmSync(made, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
      }
    },
    remove: () => rmSync(dirname(served), { recursive: true, force: true }),
  }
}

/** A port that another program of this machine has, until it is set free. */
export function takenPort(): Promise<{ readonly port: number; readonly free: () => void }> {
  const taken = createServer()
  return new Promise((resolve) =>
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address()
      resolve({ port: typeof address === 'object' && address ? address.port : 0, free: () => taken.close() })
    }),
  )
}
