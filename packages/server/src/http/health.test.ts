import { expect, test } from 'vitest'
import { hasRoom } from '../platform/disk.ts'

const mega = 1024 * 1024

test.each([
  ['plenty', 5_000, 10_000, true],
  ['just the floor', 256, 5_120, true],
  ['under the floor of bytes', 255, 2_000, false],
  ['under a twentieth of a large disk', 49_000, 1_000_000, false],
])('a disk with %s of room', (_name, free, whole, enough) => {
  expect(hasRoom({ bavail: free, bsize: mega, blocks: whole })).toBe(enough)
})
