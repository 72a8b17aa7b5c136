import { expect, test } from 'vitest'
import type { TargetItem } from '../../words/target.ts'
import { emptyTarget, milestoneWordsOf, targetDraftOf, targetWordsOf } from './draft.ts'

const item: TargetItem = {
  kind: 'target',
  key: 't6-15',
  task: '17',
  state: 'open',
  doubts: [],
  rule: 'bare',
  at: { start: 6, end: 15 },
  comparator: '>',
  value: '155000000000',
  valueTo: null,
  unit: 'CNY',
  printedUnit: '亿元',
  basis: 'level',
  subject: '工业总产值',
  stretch: false,
  down: false,
  due: null,
}

test('a form shows the printed amount and gives back the stored one', () => {
  const draft = targetDraftOf(item)
  expect(draft.value).toBe('1550')
  expect(targetWordsOf({ ...draft, value: '1560' }, item.at, item)).toEqual({
    ok: true,
    value: expect.objectContaining({ value: '156000000000', unit: 'CNY', printedUnit: '亿元', due: null, at: item.at }),
  })
})

test('a unit nobody touched stays what it was, however it reads', () => {
  const odd = { ...item, unit: 'ton', printedUnit: '标准吨', value: '5' }
  expect(targetWordsOf(targetDraftOf(odd), odd.at, odd)).toMatchObject({ value: { unit: 'ton' } })
  expect(targetWordsOf({ ...targetDraftOf(odd), printedUnit: '万户' }, odd.at, odd)).toMatchObject({
    value: { unit: 'household', value: '50000' },
  })
})

test.each([
  [{ subject: ' ' }, { subject: 'subject' }],
  [{ value: '十二' }, { value: 'value' }],
  [{ value: '' }, { value: 'value' }],
  [{ due: '年底' }, { due: 'due' }],
  [{ comparator: 'range' as const, value: '6', valueTo: '4' }, { valueTo: 'range' }],
  [{ comparator: 'range' as const, value: '6', valueTo: '' }, { valueTo: 'value' }],
])('%o is refused at its field', (typed, wrong) => {
  expect(targetWordsOf({ ...targetDraftOf(item), ...typed }, item.at)).toEqual({ ok: false, wrong })
})

test('an upper end that is no longer asked for is not kept', () => {
  expect(targetWordsOf({ ...emptyTarget, subject: '处数', value: '4', valueTo: '9' }, item.at)).toMatchObject({
    value: { valueTo: null },
  })
})

test('a milestone needs its thing, and a deadline only if there is one', () => {
  expect(milestoneWordsOf({ subject: '', event: 'complete', due: '' }, item.at).ok).toBe(false)
  expect(milestoneWordsOf({ subject: '文化中心', event: 'operate', due: '2023-Q2' }, item.at)).toEqual({
    ok: true,
    value: { at: item.at, subject: '文化中心', event: 'operate', due: '2023-Q2' },
  })
})
