import { expect, test } from 'vitest'
import { formatNumber } from './number-format.ts'

test.each([
  ['decimal', 12, '12'],
  ['decimalZero', 7, '07'],
  ['decimalFullWidth', 12, '１２'],
  ['decimalEnclosedCircle', 3, '③'],
  ['decimalEnclosedCircle', 51, '51'],
  ['decimalEnclosedParen', 4, '⑷'],
  ['upperRoman', 49, 'XLIX'],
  ['lowerRoman', 4, 'iv'],
  ['lowerRoman', 0, '0'],
  ['upperRoman', -3, '-3'],
  ['lowerLetter', -3, ''],
  ['chineseCountingThousand', -3, '-三'],
  ['chineseCountingThousand', -100, '-一〇〇'],
  ['ideographDigital', -20, '-二〇'],
  ['upperLetter', 28, 'BB'],
  ['lowerLetter', 1, 'a'],
  ['ordinal', 11, '11th'],
  ['ordinal', 22, '22nd'],
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 11, '十一'],
  ['chineseCounting', 20, '二十'],
  ['chineseCounting', 99, '九十九'],
  ['chineseCounting', 101, '一〇一'],
  ['chineseCountingThousand', 62, '六十二'],
  ['chineseCountingThousand', 101, '一百零一'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseCountingThousand', 1005, '一千零五'],
  ['japaneseCounting', 12, '十二'],
  ['japaneseCounting', 110, '百十'],
  ['ideographDigital', 20, '二〇'],
  ['chineseLegalSimplified', 11, '壹拾壹'],
  ['ideographTraditional', 2, '乙'],
  ['ideographZodiac', 12, '亥'],
  ['none', 5, ''],
  ['hebrew1', 5, '5'],
])('%s 的第 %i 个印作 %s', (format, n, shown) => {
  expect(formatNumber(n, format)).toBe(shown)
})

test('自定义格式按样子补零', () => {
  expect(formatNumber(7, 'custom', '001, 002, 003, ...')).toBe('007')
})
