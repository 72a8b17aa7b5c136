import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instant } from '../shared/index.ts'
import { lineOf, readLine } from './lines.ts'
import { type AuditEntry, canonical } from './record.ts'

const entryOf = (officerName: string, post: string): AuditEntry => ({
  office: 'o',
  seq: 1,
  id: 'i',
  at: instant('2026-01-01T00:00:00.000Z'),
  officerId: null,
  officerName,
  unitId: null,
  post,
  address: null,
  requestId: null,
  route: 'POST /api/sources',
  object: '/api/sources',
  outcome: 'done',
  problemCode: null,
  detail: {},
  suite: 'sha256',
  prevHash: '',
  hash: '',
  mac: '',
})

const nasty = fc.string({
  unit: fc.constantFrom(
    '\r',
    '\n',
    '\u001b',
    '\u0000',
    '\u202e',
    '\u2028',
    '\u200b',
    '\u{e0041}',
    '"',
    '\\',
    '{',
    '张',
    'a',
  ),
})

test('no name begins a line of its own or turns one around, and each is read back as it was', () => {
  fc.assert(
    fc.property(nasty, nasty, (name, post) => {
      const line = lineOf({ kind: 'record', value: entryOf(name, post) })
      expect(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(line)).toBe(false)
      expect(readLine(line)).toMatchObject({ value: { officerName: name, post } })
    }),
    { numRuns: 2000 },
  )
})

test('one record has one text, in whatever order it was put together', () => {
  const entry = entryOf('张', '经办人')
  const turned = Object.fromEntries(Object.entries(entry).reverse()) as unknown as AuditEntry
  const details = (detail: AuditEntry['detail']) => canonical('sha256', { ...turned, detail })
  expect(details({ a: 1, b: '二' })).toBe(canonical('sha256', { ...entry, detail: { b: '二', a: 1 } }))
})

test.each([
  ['a space more', (line: string) => line.replace('"seq":1', '"seq": 1')],
  ['another order', (line: string) => line.replace('"suite":"sha256","office":"o"', '"office":"o","suite":"sha256"')],
  ['a field more', (line: string) => line.replace('"seq":1', '"seq":1,"more":1')],
  ['a field said twice', (line: string) => line.replace('"seq":1', '"seq":2,"seq":1')],
  ['a letter escaped', (line: string) => line.replace('POST', '\\u0050OST')],
  ['an outcome of no kind', (line: string) => line.replace('"done"', '"gone"')],
])('a line with %s is none of ours', (_what, change) => {
  const line = lineOf({ kind: 'record', value: entryOf('张', '经办人') })
  expect(change(line)).not.toBe(line)
  expect(readLine(change(line))).toBeNull()
})
