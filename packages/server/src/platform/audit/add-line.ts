import { open } from 'node:fs/promises'

/** Adds to the end of a file and waits until it lies on the disk. */
export async function addLine(path: string, line: string): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(`${line}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}
