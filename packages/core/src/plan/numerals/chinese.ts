import { type Decimal, decimal } from '../../shared/index.ts'

const digits: Readonly<Record<string, bigint>> = {
  零: 0n,
  〇: 0n,
  一: 1n,
  二: 2n,
  两: 2n,
  三: 3n,
  四: 4n,
  五: 5n,
  六: 6n,
  七: 7n,
  八: 8n,
  九: 9n,
}
const small: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1_000n }
const large: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n }

/** 二〇二三: one digit a place. Two or three digits without a zero (三五成群, 七八个) are a manner of speaking. */
function readPlaces(text: string): bigint | null {
  return text.length > 1 && text.length !== 4 && !/[零〇]/.test(text) ? null : placesIn(text)
}

const placesIn = (text: string): bigint =>
  Array.from(text).reduce((value, character) => value * 10n + (digits[character] ?? 0n), 0n)

/** 三万五 is 35000: a last digit without its unit counts in the next place down, unless 零 stands before it. */
function readUnits(text: string): bigint | null {
  let total = 0n
  let section = 0n
  let digit: bigint | null = null
  let place = 1n
  let lastSmall = 10_000n
  for (const character of text) {
    const asDigit = digits[character]
    const asSmall = small[character]
    const asLarge = large[character]
    if (asDigit !== undefined) {
      if (digit !== null && digit !== 0n) return null
      digit = asDigit
      if (asDigit === 0n) place = 1n
    } else if (asSmall !== undefined) {
      if (asSmall >= lastSmall) return null
      section += (digit === null || digit === 0n ? 1n : digit) * asSmall
      lastSmall = asSmall
      place = asSmall / 10n
      digit = null
    } else if (asLarge !== undefined) {
      const counted = section + (digit ?? 0n)
      total = asLarge === 100_000_000n && total > 0n ? (total + counted) * asLarge : total + (counted || 1n) * asLarge
      section = 0n
      digit = null
      lastSmall = 10_000n
      place = asLarge / 10n
    }
  }
  return total + section + (digit ?? 0n) * place
}

/**
 * Reads a whole number in Chinese numerals (两, 十二, 一千零五, 三万五, 二〇二三, 一亿三千万).
 * Gives null where the characters make no number.
 */
export function readChineseWhole(text: string): Decimal | null {
  if (text === '') return null
  const value = /[十百千万亿]/.test(text) ? readUnits(text) : readPlaces(text)
  return value === null ? null : decimal(value)
}

/**
 * A count or an outline number in Arabic or Chinese numerals (70, 七十, 一〇) as a number; null where it is none. Two
 * or more digits without a place word count one a place.
 */
export function smallWhole(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const value = /^[零〇一二两三四五六七八九]+$/.test(text) ? String(placesIn(text)) : readChineseWhole(text)
  return value === null ? null : Number(value)
}

/** Reads a number in Chinese numerals with or without 点: 五点六 is 5.6. */
export function readChinese(text: string): Decimal | null {
  const [whole = '', fraction, more] = text.split('点')
  if (fraction === undefined) return readChineseWhole(whole)
  const value = readChineseWhole(whole)
  if (value === null || fraction === '' || more !== undefined) return null
  let places = ''
  for (const character of fraction) {
    const digit = digits[character]
    if (digit === undefined) return null
    places += digit
  }
  return decimal(`${value}.${places}`)
}
