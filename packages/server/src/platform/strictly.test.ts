import { expect, test } from 'vitest'
import { z } from 'zod'
import { strictly } from './strictly.ts'

const inner = z.object({ n: z.int().min(1) })
const decision = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('add'),
    all: z.array(inner),
    maybe: inner.optional(),
    none: inner.nullable().default(null),
  }),
  z.object({ do: z.literal('stop'), by: z.record(z.string(), inner).default({}) }),
])
const strict = strictly(decision)
const takes = (value: unknown) => z.core.safeParse(strict, value).success

test('what fits still fits, with its defaults', () => {
  expect(z.core.parse(strict, { do: 'add', all: [{ n: 1 }] })).toEqual({ do: 'add', all: [{ n: 1 }], none: null })
  expect(takes({ do: 'stop', by: { a: { n: 2 } } })).toBe(true)
  expect(takes({ do: 'add', all: [{ n: 0 }] })).toBe(false)
})

test.each([
  ['at the top', { do: 'add', all: [], more: 1 }],
  ['in a list', { do: 'add', all: [{ n: 1, more: 1 }] }],
  ['in what may be left out', { do: 'add', all: [], maybe: { n: 1, more: 1 } }],
  ['in what has a default', { do: 'add', all: [], none: { n: 1, more: 1 } }],
  ['in a record', { do: 'stop', by: { a: { n: 1, more: 1 } } }],
])('a field that the schema does not name is refused %s', (_where, value) => {
  expect(takes(value)).toBe(false)
})
