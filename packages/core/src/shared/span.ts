import { assert } from './assert.ts'

/** A run of characters of a text: UTF-16 offsets, `start` inside, `end` just behind. */
export interface Span {
  readonly start: number
  readonly end: number
}

export function spanOf(start: number, end: number): Span {
  assert(start >= 0, 'a span starts inside the text')
  assert(start < end, 'a span holds at least one character')
  return { start, end }
}

export const wordsAt = (text: string, span: Span): string => text.slice(span.start, span.end)
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
export const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end
