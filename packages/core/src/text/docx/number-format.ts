import {
  chineseCounting,
  chineseLegal,
  chineseThousand,
  digitByDigit,
  japaneseCounting,
  traditionalLegal,
} from './chinese-number.ts'

type Format = (n: number) => string

const decimal: Format = (n) => String(n)

/** One of a row of signs, such as 甲乙丙 or ①②③; the number itself where the row has ended. */
const oneOf =
  (signs: string): Format =>
  (n) =>
    [...signs][n - 1] ?? decimal(n)

const circled = oneOf('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿')

/** a … z, aa, bb …, as word processors count with letters. */
const letters =
  (first: string): Format =>
  (n) =>
    n < 1 ? '' : String.fromCharCode(first.charCodeAt(0) + ((n - 1) % 26)).repeat(Math.min(Math.ceil(n / 26), 30))

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const roman: Format = (n) => {
  if (n < 1 || n > 9999) return decimal(n)
  let rest = n
  let words = ''
  for (const [value, sign] of romanParts) {
    const times = Math.floor(rest / value)
    words += sign.repeat(times)
    rest -= times * value
  }
  return words
}

const fullWidth: Format = (n) =>
  decimal(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xff10 - 0x30))

const ordinalEnding = (n: number): string => {
  if (n % 100 >= 11 && n % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'
}

const formats: Readonly<Record<string, Format>> = {
  decimal,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: oneOf('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'),
  decimalEnclosedFullstop: oneOf('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'),
  upperRoman: (n) => roman(n).toUpperCase(),
  lowerRoman: roman,
  upperLetter: letters('A'),
  lowerLetter: letters('a'),
  ordinal: (n) => `${n}${ordinalEnding(n)}`,
  numberInDash: (n) => `- ${n} -`,
  hex: (n) => n.toString(16).toUpperCase(),
  none: () => '',
  chineseCounting,
  taiwaneseCounting: chineseCounting,
  chineseCountingThousand: chineseThousand,
  taiwaneseCountingThousand: chineseThousand,
  japaneseCounting,
  koreanCounting: japaneseCounting,
  ideographDigital: digitByDigit,
  taiwaneseDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  chineseLegalSimplified: chineseLegal,
  ideographLegalTraditional: traditionalLegal,
  japaneseLegal: traditionalLegal,
  ideographTraditional: oneOf('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: oneOf('子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: oneOf('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
}

/**
 * A number as a word processor prints it in a format of ECMA-376 §17.18.59. A format of another script gives the plain
 * number; `custom` formats are padded with the zeros of their pattern (`001, 002, …`).
 */
export function formatNumber(n: number, format: string, pattern?: string): string {
  if (format === 'custom' && pattern) return String(n).padStart(/^0*\d/.exec(pattern)?.[0].length ?? 1, '0')
  return (formats[format] ?? decimal)(n)
}
