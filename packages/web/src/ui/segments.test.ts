import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentsOf } from './segments.ts'

const text = '实现产值突破1550亿元，增速10%以上。'
const phrase = (words: string, key = words) => ({
  key,
  at: { start: text.indexOf(words), end: text.indexOf(words) + words.length },
})
const line = { start: 0, end: text.length }
const shown = (phrases: readonly ReturnType<typeof phrase>[]) =>
  segmentsOf(line, phrases).map(({ at, phrase: over }) => [text.slice(at.start, at.end), over?.key ?? null])

test('words under a phrase are cut out, the rest stays between', () => {
  expect(shown([phrase('突破1550亿元'), phrase('10%以上')])).toEqual([
    ['实现产值', null],
    ['突破1550亿元', '突破1550亿元'],
    ['，增速', null],
    ['10%以上', '10%以上'],
    ['。', null],
  ])
})

test('of two phrases over the same words the shorter shows, and the longer on both sides of it', () => {
  expect(shown([phrase('产值突破1550亿元，增速10%以上'), phrase('1550亿元')]).map(([words]) => words)).toEqual([
    '实现',
    '产值突破',
    '1550亿元',
    '，增速10%以上',
    '。',
  ])
})

test('phrases that only partly overlap both stay in sight', () => {
  expect(new Set(shown([phrase('产值突破1550'), phrase('1550亿元，增速')]).map(([, key]) => key))).toEqual(
    new Set([null, '产值突破1550', '1550亿元，增速']),
  )
})

test('what was set aside shows only where nothing else does', () => {
  const aside = { ...phrase('突破1550亿元', 'aside'), behind: true }
  expect(shown([aside, phrase('产值突破1550亿元，', 'live')]).map(([, key]) => key)).toEqual([null, 'live', null])
})

test('a phrase that runs over the end of the line is shown as far as the line goes', () => {
  const short = { start: 0, end: 8 }
  expect(segmentsOf(short, [phrase('突破1550亿元')]).at(-1)?.at).toEqual({ start: 4, end: 8 })
})

test('whatever the phrases, the segments are the line, in order, without gap or overlap', () => {
  const span = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
    .map(([start, size]) => ({ at: { start, end: start + size } }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (phrases) => {
      const pieces = segmentsOf({ start: 10, end: 50 }, phrases)
      expect(pieces[0]?.at.start).toBe(10)
      expect(pieces.at(-1)?.at.end).toBe(50)
      expect(pieces.slice(1).map((piece) => piece.at.start)).toEqual(pieces.slice(0, -1).map((piece) => piece.at.end))
      for (const { at, phrase: over } of pieces) {
        const covered = phrases.some((p) => p.at.start <= at.start && p.at.end >= at.end)
        expect(over !== null).toBe(covered)
      }
    }),
  )
})
