import { expect, test } from 'vitest'
import { commandOf, keymap } from './keys.ts'

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
})

test.each([
  ['j', 'next'],
  ['ArrowUp', 'previous'],
  ['Enter', 'confirm'],
  ['a', 'add'],
  ['A', 'confirmSure'],
  ['?', 'help'],
  ['q', null],
])('%s means %s', (key, command) => {
  expect(commandOf(press(key), 'page')).toBe(command)
})

test('a field keeps its keys, a button its Enter, the browser its Ctrl, a Chinese keyboard its syllables', () => {
  expect(commandOf(press('j'), 'field')).toBeNull()
  expect(commandOf(press('Enter'), 'control')).toBeNull()
  expect(commandOf(press('j'), 'control')).toBe('next')
  expect(commandOf(press('a', { ctrlKey: true }), 'page')).toBeNull()
  expect(commandOf(press('x', { isComposing: true }), 'page')).toBeNull()
})

test('no key means two things', () => {
  const keys = keymap.flatMap((row) => row.keys)
  expect(new Set(keys).size).toBe(keys.length)
})
