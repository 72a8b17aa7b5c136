import type { Problem } from '@guatu/contract'
import { expect, test } from 'vitest'
import { comparedIn, conflictOf, differenceIn, isAbout } from './conflict.ts'

const refusal = (code: string, facts: Problem['facts']): Problem => ({
  code,
  kind: 'conflict',
  says: { zh: '', en: '' },
  next: { zh: '', en: '' },
  facts,
})
const since = [{ by: '王敏', at: '2023-07-01T02:00:00Z', did: { zh: '退回', en: 'returned' } }]

test.each([
  ['两份一样', { opened: '6', mine: '7', now: '7' }, 'same'],
  ['只有我改了', { opened: '6', mine: '7', now: '6' }, 'mine'],
  ['只有别人改了', { opened: '6', mine: '6', now: '5' }, 'theirs'],
  ['两边都改了，改得不一样', { opened: '6', mine: '7', now: '5' }, 'both'],
  ['别人清空了，我没有动', { opened: '6', mine: '6', now: '' }, 'theirs'],
])('%s', (_name, { opened, mine, now }, difference) => {
  expect(differenceIn({ label: '完成数', opened, mine, now })).toBe(difference)
})

test('逐项对照；东西已经不在，现在的各项都空着', () => {
  const fields = [
    { label: '完成数', words: (row: { n: number; note: string }) => String(row.n) },
    { label: '说明', words: (row: { n: number; note: string }) => row.note },
  ]
  const [opened, mine] = [
    { n: 6, note: '六月' },
    { n: 7, note: '六月' },
  ]
  expect(comparedIn(fields, { opened, mine, now: { n: 6, note: '上半年' } })).toEqual([
    { label: '完成数', opened: '6', mine: '7', now: '6' },
    { label: '说明', opened: '六月', mine: '六月', now: '上半年' },
  ])
  expect(comparedIn(fields, { opened, mine, now: null }).map(({ now }) => now)).toEqual(['', ''])
})

test('版本冲突，或者带着现在这一份的回绝，才是别人先改了', () => {
  expect(conflictOf(refusal('request.version_conflict', { yours: 1, current: 3, since }))).toEqual({
    current: 3,
    since,
    standing: undefined,
  })
  expect(conflictOf(refusal('fact.correction_waiting', { since, standing: { id: 'b' } }))).toEqual({
    current: null,
    since,
    standing: { id: 'b' },
  })
  expect(conflictOf(refusal('fact.correction_waiting', {}))).toBeNull()
  expect(conflictOf(refusal('request.invalid', { current: 3 }))).toBeNull()
  expect(conflictOf(null)).toBeNull()
})

test('别人做的是不是这一条，看那次决定提到的条目', () => {
  const [first] = since
  if (!first) throw new Error('nothing was done')
  expect(isAbout({ ...first, decision: { keys: ['t1', 't2'] } }, ['t2'])).toBe(true)
  expect(isAbout({ ...first, decision: { key: 't1' } }, ['t2'])).toBe(false)
  expect(isAbout(first, ['t2'])).toBe(false)
})
