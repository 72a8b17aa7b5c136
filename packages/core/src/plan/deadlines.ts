import { type Due, isDue } from '../shared/index.ts'
import { feastDue, feastForm } from './feasts.ts'

/** A date in some words that says by when, and where it stands in them. */
export interface FoundDue {
  readonly start: number
  readonly end: number
  readonly due: Due
  /** Whether only custom says when it is (汛期前), so that a person had better look. */
  readonly custom: boolean
}

const dateWords = new RegExp(
  [
    String.raw`(?:(20\d\d)年|今年|本年)?(?<![\d.])(\d{1,2})月(\d{1,2})[日号]?(?:前|之前|以前)?`,
    String.raw`(?:(20\d\d)年|今年|本年)?(?<!\d)(\d{1,2})月份?(?:[上中下]旬|[初中底末])?(?:前|之前|以前)?`,
    String.raw`(?:(20\d\d)年?|今年|本年)?年?[底末](?:前|之前|以前)?`,
    String.raw`(?:(20\d\d)|今|本|当)?年(?:度)?内`,
    String.raw`(?:(20\d\d)年|今年)?(上半年)(?:前|内|底前|末)?`,
    String.raw`(?:(20\d\d)年|今年)?第?([一二三四1-4])季度(?:[末底内]前?|前|之前)?`,
    String.raw`(?:(20\d\d)年|今年)?秋季(?:学期开学|开学|学期)(?:前|之前|时)?`,
    String.raw`(?:(20\d\d)年|今年|本年)?(?:${feastForm})`,
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
  'g',
)

/** Words that make a date one of the past, the start of a span, or of something repeated. */
const notBefore = /(?:截至|截止|自|从|每年?|去年|上年|同期|[\d月日年季度][-—–~～至到])$/
const notBehind =
  /^(?:[^。;；]{0,30}占(?:全年|年度|年初)?(?:目标|任务|计划)[^,，。;；]{0,4}的\d|以来|起|开始|至|到|[-—–~～]|期间|已|共|累计|同期|当天|当日|当月|[,，]?已)/
const nextYear = /[次明翌]年$/
/** A date without 前 or 底 is a deadline only where the rest of its phrase says what comes about then. */
const comesAbout =
  /完成|建成|新建|改建|扩建|改造|整治|打通|铺设|安装|修建|建设|开工|动工|启动|启用|投[入用产运]|竣工|完工|交付|通车|通水|通气|开业|开园|开馆|开院|开街|开诊|开学|开放|开通|开营|运营|运行|封顶|实现|举办|召开|成立|挂牌|揭牌|签约|落地|拆除|腾退|出台|印发|上线|验收|入库|出让|收储|入市|进场|贯通|合龙|达到|搬迁|投放|迎客|入驻|亮相|收官|收尾|办结|清零|报批|批复|核准|立项|获批|见效|结束|全部|基本/

/** The deadlines that a sentence names. `year` is the plan's; a date that names no year falls in it. */
export function duesIn(words: string, year: number | null): FoundDue[] {
  return [...words.matchAll(dateWords)].flatMap((found) => {
    const start = found.index
    const end = start + found[0].length
    const inYear = year !== null && nextYear.test(words.slice(Math.max(0, start - 2), start)) ? year + 1 : year
    const feast = feastOfMatch(found, inYear)
    const due = feast?.due ?? dueOfMatch(found, inYear)
    if (!due || notBefore.test(words.slice(Math.max(0, start - 3), start))) return []
    const behind = words.slice(end, end + 40)
    if (notBehind.test(behind)) return []
    const firm = /前$|[底末内初]$|[底末]前|旬|秋季/.test(found[0])
    if (!firm && !comesAbout.test(phraseOf(behind))) return []
    return [{ start, end, due, custom: feast?.custom ?? false }]
  })
}

/** The rest of the phrase that a date stands in. */
const phraseOf = (behind: string): string => /^[^,，;；。、]*/.exec(behind)?.[0] ?? ''

const wholeYear = /^(?:(20\d\d)年)?(?:全年|年度?|本年度?|当年)$/
const span = /^.*?[-—–~～至到](?=\d{1,2}月|年底|[一二三四]季度)/
const isoDay = /^(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})日?(?:前|之前)?$/

/** What a cell of a deadline column says: 全年 is the plan's year there; 持续推进, 每月 and the like are no deadline. */
export function dueOfCell(cell: string, year: number | null): Due | null {
  const words = cell.replace(/[\s\u3000]/g, '')
  const iso = isoDay.exec(words)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const whole = wholeYear.exec(words) ?? /^(20\d\d)年?$/.exec(words)
  if (whole) return asDue(whole[1] ?? year)
  if (/每|持续|长期|常态|按月|按季/.test(words)) return null
  const tail = words.replace(span, '')
  dateWords.lastIndex = 0
  let last: Due | null = null
  for (const found of tail.matchAll(dateWords)) last = feastOfMatch(found, year)?.due ?? dueOfMatch(found, year) ?? last
  return last
}

/** A date that is named by a feast or a season. */
function feastOfMatch(found: RegExpMatchArray, year: number | null): { due: Due; custom: boolean } | null {
  const [printed, day, season] = found.slice(-3)
  const feast = day ?? season
  const inYear = printed ? Number(printed) : year
  return feast === undefined || inYear === null ? null : feastDue(feast, inYear)
}

function dueOfMatch(found: RegExpMatchArray, year: number | null): Due | null {
  const [
    words,
    dayYear,
    dayMonth,
    dayOfMonth,
    monthYear,
    month,
    endYear,
    inYear,
    halfYear,
    half,
    quarterYear,
    quarter,
    autumnYear,
  ] = found
  const inPlan = (printed: string | undefined): number | null => (printed ? Number(printed) : year)
  if (dayOfMonth) return dayOf(inPlan(dayYear), Number(dayMonth), Number(dayOfMonth))
  if (month) return monthOf(inPlan(monthYear), Number(month))
  if (half) return asDue(inPlan(halfYear), '-Q2')
  if (quarter) return asDue(inPlan(quarterYear), `-Q${'一二三四'.indexOf(quarter) + 1 || Number(quarter)}`)
  if (words.includes('秋季')) return asDue(inPlan(autumnYear), '-09')
  if (words.includes('内')) return asDue(inPlan(inYear))
  return /年/.test(words) ? asDue(inPlan(endYear), '-12') : null
}

const two = (n: number): string => String(n).padStart(2, '0')
const monthOf = (year: number | null, month: number): Due | null =>
  month >= 1 && month <= 12 ? asDue(year, `-${two(month)}`) : null

function dayOf(year: number | null, month: number, dayOfMonth: number): Due | null {
  if (year === null) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= last
    ? asDue(year, `-${two(month)}-${two(dayOfMonth)}`)
    : null
}

function asDue(year: number | string | null, rest = ''): Due | null {
  const due = `${year}${rest}`
  return year !== null && isDue(due) ? due : null
}
