import type { Instant } from '../shared/index.ts'
import { plainJson } from './plain-text.ts'
import { bytesOf, type SuiteId, type Suites } from './suite.ts'

/** What the log was at one moment, small enough to leave the machine: as a line, in another office, on paper. */
export interface Checkpoint {
  readonly office: string
  readonly suite: SuiteId
  readonly size: number
  readonly root: string
  readonly head: string
  readonly at: Instant
  readonly mac: string
}

type Unsealed = Omit<Checkpoint, 'mac'>

/** The mac of a checkpoint, by the office's key. */
export const checkpointMac = (
  suites: Suites,
  key: Uint8Array,
  { office, suite, size, root, head, at }: Unsealed,
): string => suites[suite].mac(key, bytesOf(plainJson(['guatu-checkpoint-1', office, suite, size, root, head, at])))

/** A hash in groups of four, as people read it to each other from paper. */
export const inGroups = (hash: string): string[] => hash.match(/.{1,4}/g) ?? []
