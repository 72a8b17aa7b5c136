import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** A certificate, with those that lead to its root behind it, and its key; both as PEM. */
export interface Pair {
  readonly certificate: string
  readonly key: string
}

/** `authority` and `server` are made on this machine; `office` is what the office brought instead. */
export type PairName = 'authority' | 'server' | 'office'

/** Where certificates and their keys lie in a data folder. It belongs into the safe beside the master key. */
export const tlsFolderOf = (dataFolder: string): string => join(dataFolder, 'tls')

const fileOf = (folder: string, name: PairName): string => join(folder, `${name}.pem`)
const block = (kind: string) => new RegExp(`-----BEGIN ${kind}-----[^-]+-----END ${kind}-----`, 'g')

/** The blocks of a PEM text that are of a kind, each as it stands there. */
export const blocksOf = (pem: string, kind: string): string[] => [...pem.matchAll(block(kind))].map(([found]) => found)

export function readPair(folder: string, name: PairName): Pair | null {
  const file = fileOf(folder, name)
  if (!existsSync(file)) return null
  const pem = readFileSync(file, 'utf8')
  return { certificate: blocksOf(pem, 'CERTIFICATE').join('\n'), key: blocksOf(pem, 'PRIVATE KEY').join('\n') }
}

/** Writes both into one file, whole or not at all: a certificate never lies beside another's key. */
export function writePair(folder: string, name: PairName, { certificate, key }: Pair): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const aside = `${fileOf(folder, name)}.${process.pid}`
  const handle = openSync(aside, 'w', 0o600)
  try {
    writeSync(handle, `${certificate.trim()}\n${key.trim()}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(aside, fileOf(folder, name))
}

export const removePair = (folder: string, name: PairName): void => rmSync(fileOf(folder, name), { force: true })

/** Tells one state of the files from another without reading them. */
export const stampOf = (folder: string): string =>
  (['authority', 'server', 'office'] as const)
    .map((name) => statSync(fileOf(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0)
    .join(' ')
