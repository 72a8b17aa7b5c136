import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Suite } from './suite.ts'
import { emptyTree, grown, rootOf } from './tree.ts'

const suite: Suite = {
  digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  mac: (key, bytes) => createHmac('sha256', key).update(bytes).digest('hex'),
}

const leaves = (hashes: readonly string[]) => hashes.reduce((tree, hash) => grown(suite, tree, hash), emptyTree)

// The leaves and roots with which Certificate Transparency's own implementations are tested.
const published = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
] as const

test('the roots are those of RFC 6962', () => {
  expect(rootOf(suite, emptyTree)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  for (const [at, [, root]] of published.entries())
    expect(rootOf(suite, leaves(published.slice(0, at + 1).map(([leaf]) => leaf)))).toBe(root)
})
