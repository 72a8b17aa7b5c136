import { expect, test } from 'vitest'
import { targetDraftOf } from '../../ui/forms/draft.ts'
import { changedFigures, changedMilestone } from './settle.ts'

const was = {
  subject: '文明实践活动',
  comparator: '>=' as const,
  value: '700',
  valueTo: null,
  unit: '场',
  printedUnit: '场',
  basis: 'level' as const,
  due: null,
  stretch: false,
  down: false,
}

test('only what was changed is sent, in the stored form', () => {
  const draft = { ...targetDraftOf(was), value: '600', due: '2023-11' }
  expect(changedFigures(draft, was)).toEqual({ ok: true, value: { value: '600', due: '2023-11' } })
})

test('whether up or down is meant can be settled too', () => {
  expect(changedFigures({ ...targetDraftOf(was), down: true }, was)).toEqual({ ok: true, value: { down: true } })
})

test('a figure in a printed unit is compared as it is stored', () => {
  const paid = { ...was, value: '155000000000', unit: '元', printedUnit: '亿元' }
  expect(changedFigures(targetDraftOf(paid), paid)).toEqual({ ok: true, value: {} })
})

test('what is typed wrong is said at its field', () => {
  expect(changedFigures({ ...targetDraftOf(was), value: '六百' }, was)).toEqual({
    ok: false,
    wrong: { value: 'value' },
  })
})

test('of a promise without a figure the deadline changes, and what is to happen does not', () => {
  const draft = { subject: '文化中心', event: 'complete' as const, due: '2023-12' }
  expect(changedMilestone(draft, { subject: '文化中心', due: '2023-06' })).toEqual({
    ok: true,
    value: { due: '2023-12' },
  })
})
