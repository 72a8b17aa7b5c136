import {
  type AuditEntry,
  type CheckNeeds,
  type Checkpoint,
  checkLog,
  firstPrevHash,
  recordRules,
  sealed,
} from '@guatu/core/audit'
import { expect, test } from 'vitest'
import { suites } from './suites.ts'
import { flipRows } from './testing/flips.ts'
import { checkpointAt, linesOf, logOf, officeKey } from './testing/sample-log.ts'
import { textLines } from './text-lines.ts'

const size = 10_000
const log = logOf(size)
const anybody: CheckNeeds = { suites, keyOf: null, checkpoints: [] }
const keyHolder: CheckNeeds = { ...anybody, keyOf: () => officeKey }
const lines = linesOf(log)

const codes = (given: Iterable<string | null>, needs = anybody, rules = recordRules): string[] =>
  checkLog(given, needs, rules).findings.map(({ code }) => code)

test('a whole log gives no alarm: with the key or without, of every length, with both hashes', () => {
  expect(codes(lines, keyHolder)).toEqual([])
  expect(codes(linesOf(log, [checkpointAt(log, 1000), checkpointAt(log, size)]), keyHolder)).toEqual([])
  for (let length = 0; length < 120; length += 1) {
    const entries = logOf(length, { salt: String(length) })
    expect(codes(linesOf(entries, [checkpointAt(entries, length)]), keyHolder)).toEqual([])
  }
  const changedOver = logOf(60, { suiteOf: (seq) => (seq > 30 ? 'sm3' : 'sha256') })
  expect(codes(linesOf(changedOver, [checkpointAt(changedOver, 50)]), keyHolder)).toEqual([])
})

test('flips: of 80 rows one bit of every byte, each of the eight in turn, is found without the key', () => {
  const counts = flipRows(80, (row, byte) => [(row + byte) % 8])
  expect(counts.flips).toBeGreaterThan(40_000)
  expect(counts).toEqual({ flips: counts.flips, noticed: counts.flips, falseAlarms: 0 })
})

test('flips: every bit of a whole file with its checkpoint is found with the key', () => {
  const entries = logOf(2)
  const bytes = Buffer.from(`${linesOf(entries, [checkpointAt(entries, 2)]).join('\n')}\n`)
  const missed: number[] = []
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Buffer.from(bytes)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    if (codes(textLines(flipped), keyHolder).length === 0) missed.push(bit)
  }
  expect(missed).toEqual([])
})

// What happens around one record is the same in a log of thirty as in one of ten thousand; a few of those are tried too.
const shorter = linesOf(logOf(30))
const records = (given: readonly string[]) => [...given.keys()].slice(1, -1)
const changes = (change: (given: string[], at: number) => void) =>
  [
    ...records(shorter).map((at) => [shorter, at] as const),
    ...records(lines)
      .filter((at) => at % 1999 === 1)
      .map((at) => [lines, at] as const),
  ].map(([given, at]) => {
    const changed = [...given]
    change(changed, at)
    return { at, found: codes(changed) }
  })

test('each record deleted is found, and named', () => {
  const isLastOf = (at: number) => at === shorter.length - 2
  for (const { at, found } of changes((given, at) => given.splice(at, 1))) {
    expect(found, String(at)).toContain('audit.unended')
    if (!isLastOf(at)) expect(found, String(at)).toContain('audit.gap')
  }
})

test('each pair of neighbours swapped is found', () => {
  const swapped = changes((given, at) => given.splice(at, 2, given[at + 1] ?? '', given[at] ?? ''))
  // The last record changes places with the closing line.
  for (const { at, found } of swapped)
    expect(found, String(at)).toContain(at === shorter.length - 2 ? 'audit.unended' : 'audit.order')
})

test('each record that stands there twice is found', () => {
  for (const { at, found } of changes((given, at) => given.splice(at, 0, given[at] ?? '')))
    expect(found, String(at)).toEqual(['audit.duplicate', 'audit.unended'])
})

const cutTo = (left: number, checkpoints: readonly Checkpoint[] = []) => linesOf(log.slice(0, left), checkpoints)

test('a tail cut off, and the end written anew, shows by a checkpoint from outside and by nothing else', () => {
  const outside = { ...anybody, checkpoints: [checkpointAt(log, size)] }
  for (let left = 0; left < size; left += left < 100 ? 19 : 1991) {
    expect(codes(cutTo(left), outside), String(left)).toEqual(['audit.cut'])
    expect(codes(cutTo(left)), String(left)).toEqual([])
  }
}, 120_000)

function resealed(entries: readonly AuditEntry[]): AuditEntry[] {
  const anew: AuditEntry[] = []
  for (const entry of entries)
    anew.push(sealed({ suites, suite: 'sha256', key: officeKey }, anew.at(-1)?.hash ?? firstPrevHash, entry))
  return anew
}

test('a history rewritten with the stolen key shows by a checkpoint from outside and by nothing else', () => {
  for (const from of [1, 40, 79]) {
    const other = logOf(80, { salt: 'other' })
    const sealedAnew = resealed([...logOf(80).slice(0, from - 1), ...other.slice(from - 1)])
    expect(codes(linesOf(sealedAnew), keyHolder)).toEqual([])
    const needs = { ...keyHolder, checkpoints: [checkpointAt(logOf(80), 80)] }
    expect(codes(linesOf(sealedAnew), needs)).toEqual(['audit.other_history'])
  }
})

test('what was written without the key passes for anybody, and not for whoever has the key', () => {
  const foreign = logOf(20, { key: Buffer.alloc(32, 1) })
  expect(codes(linesOf(foreign))).toEqual([])
  expect(new Set(codes(linesOf(foreign), keyHolder))).toEqual(new Set(['audit.forged']))
  const checkpoint = checkpointAt(logOf(20), 20, Buffer.alloc(32, 1))
  expect(codes(linesOf(logOf(20), [checkpoint]), keyHolder)).toEqual(['audit.checkpoint_forged'])
})

// A check that leaves something out must miss something, or the cases above prove nothing.
test.each(recordRules.map((rule) => [rule.name, rule] as const))(
  'control: without %s something is missed',
  (_n, left) => {
    const rules = recordRules.filter((rule) => rule !== left)
    const missed = forgeries().filter((forged) => codes(forged, keyHolder, rules).length === 0)
    expect(missed.length).toBeGreaterThan(0)
    for (const forged of missed) expect(codes(forged, keyHolder)).not.toEqual([])
  },
)

function forgeries(): string[][] {
  const ours = logOf(6)
  const [first, second, ...rest] = ours
  const other = logOf(6, { salt: 'other' })
  if (!first || !second) throw new Error('a log of six has two')
  return [
    linesOf([...ours.slice(0, 5), { ...ours[5], hash: first.hash } as AuditEntry]),
    linesOf([...ours.slice(0, 3), ...other.slice(3)]),
    linesOf(logOf(6, { key: Buffer.alloc(32, 1) })),
    linesOf([first, second, second, ...rest]),
    linesOf(ours).map((line, at) => (at === 0 || at === 7 ? line.replace('000001"', '000002"') : line)),
  ]
}
