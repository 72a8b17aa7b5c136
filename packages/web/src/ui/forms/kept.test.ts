import { expect, test } from 'vitest'
import { forget, isKept, keep, keptOf, openedField, type Place } from './kept.ts'

const mine: Place = { person: 'o1 p1', path: '/ledger', form: 'correct 7' }

function store(): Storage {
  const rows: Record<string, string> = {}
  Object.defineProperties(rows, {
    getItem: { value: (key: string) => rows[key] ?? null },
    setItem: { value: (key: string, value: string) => Object.assign(rows, { [key]: value }) },
    removeItem: { value: (key: string) => Reflect.deleteProperty(rows, key) },
  })
  return rows as unknown as Storage
}

test('what was typed is there for the same person, page and form, and for no other', () => {
  const kept = store()
  keep(kept, mine, 'because', '多写了一个零')
  expect(keptOf(kept, mine, 'because')).toBe('多写了一个零')
  for (const other of [{ person: 'o1 p2' }, { person: 'o2 p1' }, { path: '/plan' }, { form: 'correct 70' }])
    expect(keptOf(kept, { ...mine, ...other }, 'because')).toBeUndefined()
})

test('a form that was taken is forgotten whole, and others are not', () => {
  const kept = store()
  keep(kept, mine, 'because', '多写了一个零')
  keep(kept, mine, 'values', { quantity: '6' })
  keep(kept, { ...mine, form: 'correct 70' }, 'because', '另一行')
  forget(kept, mine)
  expect(keptOf(kept, mine, 'because')).toBeUndefined()
  expect(keptOf(kept, mine, 'values')).toBeUndefined()
  expect(keptOf(kept, { ...mine, form: 'correct 70' }, 'because')).toBe('另一行')
})

test('what was typed is kept; what the form was opened on was not typed', () => {
  const kept = store()
  keep(kept, mine, openedField, { version: 3 })
  keep(kept, { ...mine, form: 'correct 70' }, 'because', '另一行')
  expect(isKept(kept, mine)).toBe(false)
  keep(kept, mine, 'because', '多写了一个零')
  expect(isKept(kept, mine)).toBe(true)
  forget(kept, mine)
  expect(isKept(kept, mine)).toBe(false)
})

test('a store that is full or forbidden stops nobody from typing', () => {
  const full = {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
    getItem: () => {
      throw new Error('forbidden')
    },
  } as unknown as Storage
  expect(() => keep(full, mine, 'because', 'x')).not.toThrow()
  expect(keptOf(full, mine, 'because')).toBeUndefined()
})
