import { type Due, isDue } from '../shared/index.ts'
import { feastDue, feastForm } from './feasts.ts'

/** A date in some words, and where it stands in them. */
export interface FoundDate {
  readonly start: number
  readonly end: number
  readonly printed: string
  /** Null where no year is known, or where no calendar has the day. */
  readonly due: Due | null
  /** 6月31日, 13月: the words name a day that there is not. */
  readonly noSuchDay: boolean
  /** Whether only custom says when it is (汛期前), so that a person had better look. */
  readonly custom: boolean
}

const inYear = String.raw`(?:(?<year>20\d\d)年|今年|本年)?`
const before = '(?:之前|以前|前)?'

/** The one form of a date. Where a form says 前 or 底 by itself, that belongs to the date. */
const dateForms = [
  String.raw`${inYear}(?<![\d.])(?<month>\d{1,2})月(?<day>\d{1,2})(?:[日号]|(?=前|之前|以前|底|$))${before}`,
  String.raw`${inYear}(?<!\d)(?<month>\d{1,2})月份?(?:[上中下]旬|[初中底末])?${before}`,
  String.raw`(?<end>(?:(?<year>20\d\d)年?|今年|本年)年?[底末]|年[底末])${before}`,
  String.raw`(?:(?<year>20\d\d)|今|本|当)?(?<within>年(?:度)?内)`,
  `${inYear}(?<half>上半年)(?:前|内|底前|末)?`,
  `${inYear}第?(?<quarter>[一二三四1-4])季度(?:[末底内]前?|前|之前)?`,
  `${inYear}(?<autumn>秋季(?:学期开学|开学|学期))(?:前|之前|时)?`,
  `${inYear}(?:${feastForm})`,
]
const dateForm = new RegExp(dateForms.map((form) => `(?:${form})`).join('|'), 'g')

const yearsOn = /[次明翌]年$/

/** Every date that some words name, in order. `year` is the plan's; a date that names no year falls in it. */
export function datesIn(words: string, year: number | null): FoundDate[] {
  return Array.from(words.matchAll(dateForm), (found) => {
    const start = found.index
    const next = yearsOn.test(words.slice(Math.max(0, start - 2), start))
    const groups = found.groups ?? {}
    const ofYear = groups.year ? Number(groups.year) : year !== null && next ? year + 1 : year
    const said = ofYear === null ? null : saidIn(groups, ofYear)
    const due = said !== null && isDue(said.due) ? said.due : null
    const noSuchDay = said !== null && due === null
    return { start, end: start + found[0].length, printed: found[0], due, noSuchDay, custom: said?.custom ?? false }
  })
}

const two = (digits: string): string => digits.padStart(2, '0')

/** What the words of a date say, whether or not the calendar has it. */
function saidIn(
  { month, day, half, quarter, autumn, within, feast, season }: Readonly<Record<string, string | undefined>>,
  year: number,
): { readonly due: string; readonly custom: boolean } | null {
  const named = feast ?? season
  if (named !== undefined) return feastDue(named, year)
  return { due: `${year}${restOf()}`, custom: false }

  function restOf(): string {
    if (month) return day ? `-${two(month)}-${two(day)}` : `-${two(month)}`
    if (half) return '-Q2'
    if (quarter) return `-Q${'一二三四'.indexOf(quarter) + 1 || quarter}`
    if (autumn) return '-09'
    return within ? '' : '-12'
  }
}
