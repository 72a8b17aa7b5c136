import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal, times } from '../../shared/index.ts'
import { readChinese, smallWhole } from './chinese.ts'
import { numberAt } from './number.ts'

const digits = '零一二三四五六七八九'
const small = ['', '十', '百', '千']

/** Four places in Chinese numerals, 零 for gaps, as a person writes them. */
function section(n: number): string {
  let words = ''
  for (let place = 3, gap = false; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10
    if (digit === 0) gap = words !== ''
    else {
      words += `${gap ? '零' : ''}${digits[digit]}${small[place]}`
      gap = false
    }
  }
  return words
}

function inChinese(n: number): string {
  const parts = [
    [Math.floor(n / 100_000_000), '亿'],
    [Math.floor(n / 10_000) % 10_000, '万'],
    [n % 10_000, ''],
  ] as const
  let words = ''
  for (const [part, unit] of parts) {
    if (part === 0) continue
    words += `${words !== '' && part < 1_000 ? '零' : ''}${section(part)}${unit}`
  }
  return words
}

test('any number rendered in Chinese numerals reads back to the same decimal', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (n) => {
      expect(readChinese(inChinese(n))).toBe(String(n))
    }),
  )
})

test('any decimal with a multiplier reads to that many times as much, exactly', () => {
  const powers = { '': '1', 百: '100', 千: '1000', 万: '10000', 亿: '100000000', 万亿: '1000000000000' }
  const multiplier = fc.constantFrom(...Object.keys(powers)) as fc.Arbitrary<keyof typeof powers>
  fc.assert(
    fc.property(fc.nat({ max: 999_999 }), fc.integer({ min: 0, max: 99 }), multiplier, (whole, hundredths, word) => {
      const printed = `${whole}.${String(hundredths).padStart(2, '0')}`
      const read = numberAt(`${printed}${word}个`, 0)
      expect(read?.value).toBe(times(decimal(printed), decimal(powers[word])))
      expect(read?.end).toBe(printed.length + word.length)
    }),
  )
})

test.each([
  ['两', '2'],
  ['十二', '12'],
  ['二百五', '250'],
  ['一千零五', '1005'],
  ['三万五', '35000'],
  ['三万五千', '35000'],
  ['一万零五', '10005'],
  ['一亿三千万', '130000000'],
  ['二〇二三', '2023'],
  ['五点六', '5.6'],
  ['十点〇五', '10.05'],
])('%s is %s', (words, value) => {
  expect(readChinese(words)).toBe(value)
})

test.each(['', '点五', '五点', '七八', '三五', '百千', '十百', '一点二点三'])('%j is no number', (words) => {
  expect(readChinese(words)).toBeNull()
})

test.each([
  ['百分之八十的', '80', '%'],
  ['百分之百', '100', '%'],
  ['千分之八', '8', '‰'],
  ['三分之二以上', '66.6667', '%'],
  ['1/3以上', '33.3333', '%'],
  ['三成', '30', '%'],
  ['三成五', '35', '%'],
  ['9成以上', '90', '%'],
  ['一半以上', '50', '%'],
])('%s is %s%s', (words, value, unit) => {
  expect(numberAt(words, 0)).toMatchObject({ value, carries: unit })
})

test.each([
  ['三成立', '成立 founds, it is no tenth'],
  ['3/4页', 'pages are no fraction'],
  ['2023/12', 'nor is a date'],
])('%s carries no unit: %s', (words) => {
  expect(numberAt(words, 0)?.carries).toBeNull()
})

test('千 and 百 belong to the unit in 千米, 千瓦时 and 百分点', () => {
  expect(['3千米', '2万千瓦时', '1百分点'].map((words) => numberAt(words, 0)?.value)).toEqual(['3', '20000', '1'])
})

test.each([
  ['70', 70],
  ['七十', 70],
  ['两百', 200],
  ['一百零八', 108],
  ['一〇', 10],
  ['十二', 12],
  ['七八', 78],
  ['十百', null],
  ['', null],
])('a count or an outline number: %s is %s', (text, value) => {
  expect(smallWhole(text)).toBe(value)
})
