import type { Register } from '@guatu/core/fact'
import { day, instant } from '@guatu/core/shared'
import { definitions } from '@guatu/definitions'
import { expect, test } from 'vitest'
import { linesOf } from './approvals.ts'
import type { KeptEntry } from './store.ts'

const appeals = definitions.registers.find(({ id }) => id === 'appeal') as Register

const row = (id: string): { entry: KeptEntry; state: string } => ({
  state: 'submitted',
  entry: {
    id,
    rootId: id,
    number: { year: 2023, serial: 1 },
    register: 'appeal',
    targetId: null,
    trueOn: day('2023-06-01'),
    knownAt: instant('2023-06-01T01:00:00Z'),
    enteredBy: 'o',
    corrects: null,
    status: null,
    move: null,
    content: { [firstText]: '甲小区', text: '张三家漏水，电话13800000000' },
    naturalKey: id,
    because: '',
    unitId: null,
    late: false,
    events: [],
  },
})

const [firstText = ''] = Object.entries(appeals.columns).flatMap(([id, { kind, privacy }]) =>
  kind === 'text' && privacy !== 'L3' ? [id] : [],
)

test.each([
  ['一行', [row('a')]],
  ['两行', [row('a'), row('b')]],
])('呈批的纸面只写人人可看的列：诉求内容不写进去（%s）', (_, rows) => {
  const printed = JSON.stringify(linesOf(appeals, rows, []))
  expect(printed).toContain('甲小区')
  expect(printed).not.toMatch(/诉求内容|张三/)
})
