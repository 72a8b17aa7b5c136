import { type Due, isDue } from '../shared/index.ts'

/** Days of the year that offices set dates by, as month and day of the common calendar. */
const common: Readonly<Record<string, string>> = {
  五一: '05-01',
  五四: '05-04',
  六一: '06-01',
  七一: '07-01',
  八一: '08-01',
  十一: '10-01',
  国庆: '10-01',
  // The day after the plan's year: what is due before it is due in December.
  元旦: '12',
}

/** Days of the lunar calendar, and the stretch of the common one that they fall in. */
const lunar: Readonly<Record<string, { readonly day: string; readonly from: string }>> = {
  春节: { day: '1-1', from: '01-20' },
  端午: { day: '5-5', from: '05-25' },
  中秋: { day: '8-15', from: '09-06' },
  重阳: { day: '9-9', from: '09-30' },
}

/** Seasons whose beginning differs from place to place: the month to go by, and who says so. A person is asked to check. */
const seasons: Readonly<Record<string, { readonly month: string; readonly source: string }>> = {
  汛: { month: '05', source: '挂图默认，待本单位确定' },
  暑: { month: '06', source: '挂图默认，待本单位确定' },
}

const lunarDay = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
const msADay = 86_400_000
const stretch = 32

/** 国庆前, “七一”前, 汛期前: a date that is named by a day (`feast`) or by a season (`season`). */
export const feastForm = `[“"'‘]?(?<feast>五一|五四|六一|七一|八一|(?<=[“"'‘])十一|国庆|元旦|${Object.keys(lunar).join('|')})[”"'’]?(?:节|假期|黄金周)?(?:来临|到来)?之?前|(?<season>主?汛期|入汛|暑[期假])(?:来临|到来|开始)?之?前`

/** The day that a feast or a season stands for in a year; `custom` says that it only goes by what is usual. */
export function feastDue(feast: string, year: number): { readonly due: Due; readonly custom: boolean } | null {
  const season = Object.keys(seasons).find((key) => feast.includes(key))
  const rest = common[feast] ?? (season ? seasons[season]?.month : lunarIn(feast, year))
  const due = `${year}-${rest}`
  return rest !== undefined && isDue(due) ? { due, custom: season !== undefined } : null
}

/** Month and day of the common calendar on which a lunar feast falls. */
function lunarIn(feast: string, year: number): string | undefined {
  const sought = lunar[feast]
  if (!sought) return undefined
  const from = Date.parse(`${year}-${sought.from}T00:00:00Z`)
  for (let n = 0; n < stretch; n++) {
    const day = new Date(from + n * msADay)
    const parts = lunarDay.formatToParts(day)
    const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? ''
    if (`${part('month')}-${part('day')}` === sought.day) return day.toISOString().slice(5, 10)
  }
  return undefined
}
