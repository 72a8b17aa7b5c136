import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markPhrases } from './phrases.ts'

test('marks the phrase where it stands in the source', () => {
  const pieces = markPhrases('完成编制，收储用地15.4公顷。', 100, [{ start: 105, end: 115 }])
  expect(pieces.map((piece) => [piece.words, piece.marked])).toEqual([
    ['完成编制，', false],
    ['收储用地15.4公顷', true],
    ['。', false],
  ])
})

test('loses and repeats no character, however the spans lie', () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: 1, max: 12 })))
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), spans, (sentence, at) => {
      const pieces = markPhrases(
        sentence,
        0,
        at.map(([start, length]) => ({ start, end: start + length })),
      )
      expect(pieces.map((piece) => piece.words).join('')).toBe(sentence)
    }),
  )
})
