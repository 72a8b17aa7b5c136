import { expect, test } from 'vitest'
import type { Item, ReviewTask } from './marks.ts'
import { isChanged, openedOn, type Panel } from './panel.ts'

const item = (key: string, value: string) => ({ key, kind: 'target', value }) as Item
const task = (key: string, lead: string) => ({ key, lead: [lead] }) as unknown as ReviewTask
const opened = { version: 3, items: [item('t1', '12'), item('t2', '5')], tasks: [task('1', '城管办')] }
const edit: Panel = { kind: 'edit', item: item('t1', '12') }
const merge: Panel = { kind: 'merge', items: [item('t1', '12'), item('t2', '5')] }

test('开着的表单说的那一条被别人改了、去掉了，看得出来；别处改了不算', () => {
  const elsewhere = { ...opened, items: [item('t1', '12'), item('t2', '6')] }
  expect(isChanged(openedOn(edit, opened), opened)).toBe(false)
  expect(isChanged(openedOn(edit, opened), elsewhere)).toBe(false)
  expect(isChanged(openedOn(merge, opened), elsewhere)).toBe(true)
  expect(isChanged(openedOn(edit, opened), { ...opened, items: [item('t1', '13'), item('t2', '5')] })).toBe(true)
  expect(isChanged(openedOn(edit, opened), { ...opened, items: [item('t2', '5')] })).toBe(true)
})

test('改责任看的是那一项任务；不说某一条的表单，没有什么可改', () => {
  const other = { ...opened, tasks: [task('1', '党建办')] }
  expect(isChanged(openedOn({ kind: 'own', task: '1' }, opened), other)).toBe(true)
  expect(isChanged(openedOn({ kind: 'add', task: '1', at: { start: 0, end: 2 } }, opened), other)).toBe(false)
  expect(isChanged(openedOn({ kind: 'help' }, opened), other)).toBe(false)
})
