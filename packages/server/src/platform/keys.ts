import { hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const masterBytes = 32

/** What a key is for. Keys of two purposes or two offices tell nothing of each other. */
export type KeyPurpose = 'audit' | 'password' | 'signIn' | 'secondFactor' | 'backup' | 'wallPass' | 'oidc' | 'sourceKey'

/** The keys of this installation, worked out from one master key that never enters the database. */
export interface Keys {
  /** 32 bytes for one purpose in one office. */
  of(purpose: KeyPurpose, officeId: string): Buffer
}

export const keysOf = (master: Uint8Array): Keys => ({
  of: (purpose, officeId) => Buffer.from(hkdfSync('sha256', master, officeId, `guatu ${purpose}`, 32)),
})

/** The file of the master key in a data folder. It belongs into the safe, beside the backups and never inside them. */
export const keyFileOf = (dataFolder: string): string => join(dataFolder, 'master.key')

// Written aside, synced and linked into place: a machine that dies in the middle leaves no half key.
function makeKeyFile(file: string): void {
  const aside = `${file}.${process.pid}`
  const handle = openSync(aside, 'w', 0o600)
  writeSync(handle, `${randomBytes(masterBytes).toString('base64')}\n`)
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside)
  }
}

/** Opens the master key of a data folder, makes it on the first start. Throws where the file holds no key. */
export function openKeys(file: string): Keys {
  if (!existsSync(file)) makeKeyFile(file)
  const master = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (master.length !== masterBytes) throw new Error(`${file} holds no key of ${masterBytes} bytes`)
  return keysOf(master)
}
