import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Keys } from '../platform/keys.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const climbs = (name: string) => name.split('/').some((part) => part === '' || part.startsWith('.'))

const member = z.strictObject({
  name: z
    .string()
    .regex(/^(?:data|evidence|checkpoints)\//)
    .refine((name) => !climbs(name)),
  bytes: z.int().nonnegative(),
  sha256,
  /** Rows of a table, null for a file. */
  rows: z.int().nonnegative().nullable(),
  /** The columns of a table in the order of its rows, empty for a file. */
  columns: z.array(z.string()),
})
export type Member = z.infer<typeof member>

export const manifestShape = z.strictObject({
  format: z.literal('guatu-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  /** Which master key sealed it: its fingerprint, from which the key cannot be found. */
  key: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), sha256 })),
  offices: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  /** Tables whose rows stay behind. */
  leftOut: z.array(z.string()),
  members: z.array(member),
})
/** What a backup says of itself; the last member of its archive. */
export type Manifest = z.infer<typeof manifestShape>

export const manifestName = 'manifest.json'

/** The table a member holds, null where it is a file. */
export const tableOf = ({ name, rows }: Member): string | null =>
  rows === null ? null : name.replace(/^data\//, '').replace(/\.copy$/, '')

/** One key for the whole installation: a backup holds all its offices. */
export const backupKey = (keys: Keys): Buffer => keys.of('backup', 'installation')

/** Tells one key from another without telling it. */
export const fingerprintOf = (keys: Keys): string =>
  createHash('sha256').update(keys.of('backup', 'fingerprint')).digest('hex').slice(0, 16)
