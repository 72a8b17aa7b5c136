/** The words of a way of counting in Chinese: ten digits from zero, and the words for 10, 100, 1000. */
interface Counting {
  readonly digits: string
  readonly powers: readonly [string, string, string]
  /** 十一 rather than 一十一. */
  readonly bareTen: boolean
  /** A zero stands between 百 and a lone unit (一百零一). */
  readonly zero: string
}

const simplified: Counting = { digits: '零一二三四五六七八九', powers: ['十', '百', '千'], bareTen: true, zero: '零' }
const japanese: Counting = { ...simplified, digits: '〇一二三四五六七八九', zero: '' }
const legalSimplified: Counting = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  powers: ['拾', '佰', '仟'],
  bareTen: false,
  zero: '零',
}
const legalTraditional: Counting = { ...legalSimplified, digits: '零壹貳參肆伍陸柒捌玖' }

function counted(n: number, { digits, powers, bareTen, zero }: Counting): string {
  if (n === 0) return digits[0] ?? ''
  let words = ''
  let skipped = false
  const places = [1000, 100, 10, 1]
  for (const [index, place] of places.entries()) {
    const digit = Math.floor(n / place) % 10
    if (digit === 0) {
      skipped = words !== ''
      continue
    }
    if (skipped) words += zero
    skipped = false
    // In Japanese 百 and 千 stand alone where the digit is one; in Chinese only a leading 十 does.
    const bare = digit === 1 && place > 1 && (zero === '' || (bareTen && place === 10 && words === ''))
    words += (bare ? '' : digits[digit]) + (powers[2 - index] ?? '')
  }
  return words
}

const ideographic = '〇一二三四五六七八九'

/** Digit by digit: 12 is 一二, 20 is 二〇. */
export const digitByDigit = (n: number): string =>
  [...String(n)].map((digit) => ideographic[Number(digit)] ?? digit).join('')

const below = (n: number, limit: number, words: (n: number) => string) =>
  n >= 0 && n < limit ? words(n) : digitByDigit(n)

/** 十一, 二十; from 100 on digit by digit, as word processors print `chineseCounting`. */
export const chineseCounting = (n: number): string => below(n, 100, (each) => counted(each, simplified))
export const chineseThousand = (n: number): string => below(n, 10_000, (each) => counted(each, simplified))
export const japaneseCounting = (n: number): string => below(n, 10_000, (each) => counted(each, japanese))
export const chineseLegal = (n: number): string => below(n, 10_000, (each) => counted(each, legalSimplified))
export const traditionalLegal = (n: number): string => below(n, 10_000, (each) => counted(each, legalTraditional))
