const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A year digit by digit, as on a title page: `2023` → `二〇二三`. */
export const yearInChinese = (year: number): string => [...String(year)].map((d) => digits[Number(d)]).join('')

/** A whole number from 0 to 9999 in Chinese: `8` → `八`, `70` → `七十`, `105` → `一百零五`. */
export function numberInChinese(n: number): string {
  if (n < 10) return digits[n]?.replace('〇', '零') ?? String(n)
  if (n < 20) return `十${n % 10 ? digits[n % 10] : ''}`
  const [unit, name] = n >= 1000 ? [1000, '千'] : n >= 100 ? [100, '百'] : [10, '十']
  const rest = n % unit
  const zero = rest > 0 && rest < unit / 10 ? '零' : ''
  const tail =
    rest === 0 ? '' : rest < 20 && rest >= 10 && unit > 10 ? `一${numberInChinese(rest)}` : numberInChinese(rest)
  return `${digits[Math.floor(n / unit)]}${name}${zero}${tail}`
}

/** A number in front of a measure word, where two is 两: `2` → `两`, `12` → `十二`. */
export const countInChinese = (n: number): string => (n === 2 ? '两' : numberInChinese(n))

/** `2023-08-15` → `八月十五日`. */
export const dayInChinese = (day: string): string =>
  `${numberInChinese(Number(day.slice(5, 7)))}月${numberInChinese(Number(day.slice(8, 10)))}日`
