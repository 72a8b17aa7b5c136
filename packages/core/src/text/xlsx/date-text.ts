const dayMilliseconds = 86_400_000
const weekdays = ['日', '一', '二', '三', '四', '五', '六']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

// Days are counted from 1899-12-30, which makes every serial from 1 March 1900 on right; the other base is 1904-01-01.
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)
// 31 December 9999, the last day that a cell can hold.
const serialMax = 2_958_466

/** A day number of a sheet as a moment in UTC, to the second; null where it is no day. */
function momentOf(serial: number, is1904: boolean): Date | null {
  if (!(serial >= 0 && serial < serialMax)) return null
  return new Date((is1904 ? epoch1904 : epoch1900) + Math.round((serial * dayMilliseconds) / 1000) * 1000)
}

const padded = (n: number, token: string): string => String(n).padStart(Math.min(token.length, 2), '0')

function hourText(moment: Date, token: string, halfDays: boolean): string {
  const hour = moment.getUTCHours()
  return padded(halfDays ? hour % 12 || 12 : hour, token)
}

function monthText(moment: Date, token: string): string {
  const month = moment.getUTCMonth()
  return token.length >= 3 ? (months[month] ?? '') : padded(month + 1, token)
}

const weekdayText = (moment: Date, token: string): string =>
  `${token.length > 3 ? '星期' : ''}${weekdays[moment.getUTCDay()]}`

function tokenText(token: string, moment: Date, isMinute: boolean, halfDays: boolean): string {
  const letter = token[0]?.toLowerCase()
  if (letter === 'y' || letter === 'e') {
    const year = String(moment.getUTCFullYear())
    return letter === 'y' && token.length <= 2 ? year.slice(2) : year
  }
  if (letter === 'm') return isMinute ? padded(moment.getUTCMinutes(), token) : monthText(moment, token)
  if (letter === 'd') return token.length >= 3 ? weekdayText(moment, token) : padded(moment.getUTCDate(), token)
  if (letter === 'h') return hourText(moment, token, halfDays)
  if (letter === 's') return padded(moment.getUTCSeconds(), token)
  return weekdayText(moment, token)
}

const tokens = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|上午\/下午|y+|e+|m+|d+|h+|s+|a{3,4}|./gis

/** A day number shown in a date format such as `yyyy"年"m"月"d"日"`; null where it is no day. */
export function dateText(serial: number, format: string, is1904: boolean): string | null {
  const moment = momentOf(serial, is1904)
  if (!moment) return null
  const parts = format.match(tokens) ?? []
  const isHalfDay = (part: string) => /^(?:AM\/PM|A\/P|上午\/下午)$/i.test(part)
  const halfDays = parts.some(isHalfDay)
  const letters = parts.map((part) => (/^[ymdhse]/i.test(part) ? (part[0]?.toLowerCase() ?? '') : ''))
  return parts
    .map((part, index) => {
      if (part.startsWith('"')) return part.slice(1, -1)
      if (part.startsWith('\\')) return part.slice(1)
      if (/^[_*[]/.test(part)) return ''
      if (isHalfDay(part)) return moment.getUTCHours() < 12 ? '上午' : '下午'
      if (!/^(?:[ymdhse]|a{3})/i.test(part)) return part
      // `m` is minutes behind hours or before seconds, and months anywhere else.
      const before = letters.slice(0, index).findLast((letter) => letter !== '')
      const after = letters.slice(index + 1).find((letter) => letter !== '')
      return tokenText(part, moment, before === 'h' || after === 's', halfDays)
    })
    .join('')
}
