import type { Plan } from '@guatu/contract'
import { expect, test } from 'vitest'
import { targetsOf } from './targets.ts'

const planOf = (id: string, code: string): Plan =>
  ({
    tasks: [{ id: `t-${id}`, targets: [{ id, code, says: code, printedUnit: '个', feedable: true }] }],
  }) as unknown as Plan

test('往年计划里的目标也认得出名字，不显示编号', () => {
  const targets = targetsOf([planOf('new', 'T2.1'), planOf('old', 'T1.1')])
  expect([...targets.keys()]).toEqual(['new', 'old'])
  expect(targets.get('old')?.code).toBe('T1.1')
})
