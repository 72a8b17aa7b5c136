import { assert } from '@guatu/core/shared'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Draws from one seed: the same seed always draws the same, on every machine. Whole numbers only. */
export interface Chance {
  /** From `least` to `most`, both in. */
  int(least: number, most: number): number
  /** Whether something happens that happens so many times in a thousand. */
  happens(perMille: number): boolean
  pick<T>(of: readonly T[]): T
  /** The place of one of these weights. */
  weighed(weights: readonly number[]): number
}

export function chanceFrom(seed: number): Chance {
  const generator = xoroshiro128plus(seed)
  const int = (least: number, most: number): number => uniformInt(generator, least, most)
  return {
    int,
    happens: (perMille) => int(0, 999) < perMille,
    pick: (of) => {
      assert(of.length > 0, 'there is something to pick from')
      return of[int(0, of.length - 1)] as (typeof of)[number]
    },
    weighed: (weights) => {
      const total = weights.reduce((sum, one) => sum + one, 0)
      assert(total > 0, 'some weight is above nothing')
      let left = int(1, total)
      return weights.findIndex((weight) => {
        left -= weight
        return left <= 0
      })
    },
  }
}

/** A seed of its own for each part of a whole, so that a row more in one part changes nothing in another. */
export function seedOf(seed: number, part: string): number {
  let mixed = seed | 0
  for (const character of part)
    mixed = (Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x9e3779b1) + 0x7f4a7c15) | 0
  return mixed
}
