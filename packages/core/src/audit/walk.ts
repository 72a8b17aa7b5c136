import type { Checkpoint } from './checkpoint.ts'
import type { LogEnds } from './lines.ts'
import { firstPrevHash } from './seal.ts'
import { noSequence, type Sequence } from './sequence.ts'
import type { SuiteId, Suites } from './suite.ts'
import { emptyTree, grown, type Tree } from './tree.ts'

/** What a log is checked with. Without a key, chain, order and roots are checked, and the macs are not. */
export interface CheckNeeds {
  readonly suites: Suites
  readonly keyOf: ((office: string) => Uint8Array) | null
  /** Checkpoints from outside the log. */
  readonly checkpoints: readonly Checkpoint[]
}

/** Where a check has come to in a log. */
export interface Walk {
  readonly suites: Suites
  readonly ends: LogEnds
  readonly key: Uint8Array | null
  /** The checkpoints to hold the log against, by the size they speak of. */
  readonly checkpoints: Map<number, readonly Checkpoint[]>
  readonly line: number
  readonly records: number
  readonly sequence: Sequence
  /** The hash that the next record has to follow; null where the record before it cannot be trusted. */
  readonly head: string | null
  /** One for each suite that a checkpoint was made with; null once a record was not as it should be. */
  readonly trees: ReadonlyMap<SuiteId, Tree> | null
  /** Whether the closing line has come, and nothing after it. */
  readonly isClosed: boolean
}

/** A walk that has read the opening line and nothing else. */
export const walkOf = ({ suites, keyOf }: CheckNeeds, ends: LogEnds): Walk => ({
  suites,
  ends,
  key: keyOf?.(ends.office) ?? null,
  checkpoints: new Map(),
  line: 1,
  records: 0,
  sequence: noSequence,
  head: firstPrevHash,
  trees: new Map(),
  isClosed: false,
})

/**
 * The walk with one more checkpoint to hold the log against; before the first record only. The map itself grows: a log
 * of years has a hundred thousand checkpoints.
 */
export function withCheckpoint(walk: Walk, checkpoint: Checkpoint): Walk {
  const { size, suite } = checkpoint
  walk.checkpoints.set(size, [...(walk.checkpoints.get(size) ?? []), checkpoint])
  return walk.trees?.has(suite) === false ? { ...walk, trees: new Map([...walk.trees, [suite, emptyTree]]) } : walk
}

/** The trees with one more record. */
export const grownTrees = (walk: Walk, hash: string): Walk['trees'] =>
  walk.trees && new Map([...walk.trees].map(([suite, tree]) => [suite, grown(walk.suites[suite], tree, hash)]))
