import { expect, test } from 'vitest'
import type { Due } from '../shared/index.ts'
import type { PlannedTarget, PlannedTask } from './adopt.ts'
import { termsOf } from './terms.ts'

const dueOn = (own: string | null, ofTask: string | null) => {
  const target = { kind: 'milestone', words: null, event: 'complete', due: own as Due | null } as PlannedTarget
  return termsOf(target, { due: ofTask as Due | null } as PlannedTask, 2024).dueOn
}

test.each([
  ['2024-06', '2024-09', '2024-06-30'],
  [null, '2024-09', '2024-09-30'],
  [null, null, '2024-12-31'],
  // Kept by a version that did not look at the calendar.
  ['2024-06-31', '2024-09', '2024-09-30'],
  ['2024-13', null, '2024-12-31'],
  [null, '2024-02-30', '2024-12-31'],
])('目标的时限 %s，任务的时限 %s：最晚 %s', (own, ofTask, last) => {
  expect(dueOn(own, ofTask)).toBe(last)
})
