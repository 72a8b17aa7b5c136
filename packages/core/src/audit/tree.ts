import { bytesOf, type Suite } from './suite.ts'

/** A Merkle tree that only grows (RFC 6962), kept as the roots of its full parts, the largest first. */
export interface Tree {
  readonly size: number
  readonly peaks: readonly string[]
}

export const emptyTree: Tree = { size: 0, peaks: [] }

const bytesOfHex = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))

// Leaves and inner nodes begin with different bytes: neither can be passed off as the other.
const leafOf = (suite: Suite, hash: string): string => suite.digest(Uint8Array.from([0, ...bytesOfHex(hash)]))
const nodeOf = (suite: Suite, left: string, right: string): string =>
  suite.digest(Uint8Array.from([1, ...bytesOfHex(left), ...bytesOfHex(right)]))

/** The tree with one more leaf, the hash of a record. */
export function grown(suite: Suite, tree: Tree, hash: string): Tree {
  const peaks = [...tree.peaks]
  let top = leafOf(suite, hash)
  for (let full = tree.size; full % 2 === 1; full = (full - 1) / 2) top = nodeOf(suite, peaks.pop() ?? '', top)
  return { size: tree.size + 1, peaks: [...peaks, top] }
}

/** The one hash that stands for every leaf in its place. */
export function rootOf(suite: Suite, { peaks }: Tree): string {
  const last = peaks.at(-1)
  if (last === undefined) return suite.digest(bytesOf(''))
  return peaks.slice(0, -1).reduceRight((right, left) => nodeOf(suite, left, right), last)
}
