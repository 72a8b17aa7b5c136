import { createHmac, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** The seal stands at the very end of the archive, as its comment, and speaks of every byte before it. */
export const sealLength = 64
export const noSeal = '0'.repeat(sealLength)

async function sealOf(path: string, size: number, key: Buffer): Promise<Buffer> {
  const hmac = createHmac('sha256', key)
  for await (const chunk of createReadStream(path, { end: size - sealLength - 1 })) hmac.update(chunk as Buffer)
  return hmac.digest()
}

async function withFile<T>(path: string, mode: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, mode)
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

/** Writes the seal over `noSeal` at the end of a finished archive and brings the file to the disk. */
export const sealFile = (path: string, key: Buffer): Promise<void> =>
  withFile(path, 'r+', async (file) => {
    const { size } = await file.stat()
    const seal = await sealOf(path, size, key)
    await file.write(seal.toString('hex'), size - sealLength)
    await file.sync()
  })

/** Whether nothing of the file has changed since it was sealed with this key. */
export const sealHolds = (path: string, key: Buffer): Promise<boolean> =>
  withFile(path, 'r', async (file) => {
    const { size } = await file.stat()
    if (size <= sealLength) return false
    const written = Buffer.alloc(sealLength)
    await file.read(written, 0, sealLength, size - sealLength)
    const seal = Buffer.from((await sealOf(path, size, key)).toString('hex'))
    return timingSafeEqual(seal, written)
  })
