import { type Due, isDue } from '../shared/index.ts'
import { datesIn, type FoundDate } from './dates.ts'

/** Words that make a date one of the past, the start of a span, or of something repeated. */
const notBefore = /(?:截至|截止|自|从|每年?|去年|上年|同期|[\d月日年季度][-—–~～至到])$/
const notBehind =
  /^(?:[^。;；]{0,30}占(?:全年|年度|年初)?(?:目标|任务|计划)[^,，。;；]{0,4}的\d|以来|起|开始|至|到|[-—–~～]|期间|已|共|累计|同期|当天|当日|当月|[,，]?已)/
/** A date without 前 or 底 is a deadline only where the rest of its phrase says what comes about then. */
const comesAbout =
  /完成|建成|新建|改建|扩建|改造|整治|打通|铺设|安装|修建|建设|开工|动工|启动|启用|投[入用产运]|竣工|完工|交付|通车|通水|通气|开业|开园|开馆|开院|开街|开诊|开学|开放|开通|开营|运营|运行|封顶|实现|举办|召开|成立|挂牌|揭牌|签约|落地|拆除|腾退|出台|印发|上线|验收|入库|出让|收储|入市|进场|贯通|合龙|达到|搬迁|投放|迎客|入驻|亮相|收官|收尾|办结|清零|报批|批复|核准|立项|获批|见效|结束|全部|基本/
const firm = /前$|[底末内初]$|[底末]前|旬|秋季/

/** Whether a date lies ahead: the words around it do not make it one of the past or the bound of a span. */
export const liesAhead = (words: string, { start, end }: FoundDate): boolean =>
  !notBefore.test(words.slice(Math.max(0, start - 3), start)) && !notBehind.test(words.slice(end, end + 40))

/** The deadlines that a sentence names. `year` is the plan's; a date that names no year falls in it. */
export const deadlinesIn = (words: string, year: number | null): FoundDate[] =>
  datesIn(words, year).filter(
    (date) =>
      (date.due !== null || date.noSuchDay) &&
      liesAhead(words, date) &&
      (firm.test(date.printed) || comesAbout.test(phraseOf(words.slice(date.end, date.end + 40)))),
  )

/** The rest of the phrase that a date stands in. */
const phraseOf = (behind: string): string => /^[^,，;；。、]*/.exec(behind)?.[0] ?? ''

const wholeYear = /^(?:(20\d\d)年)?(?:全年|年度?|本年度?|当年)$/
const span = /^.*?[-—–~～至到](?=\d{1,2}月|年底|[一二三四]季度)/
const dotted = /^(20\d\d)[-./](\d{1,2})[-./](\d{1,2})(?=前|之前|$)/

/** What a cell of a deadline column says: 全年 is the plan's year there; 持续推进, 每月 and the like are no deadline. */
export function dueOfCell(cell: string, year: number | null): Due | null {
  const words = cell.replace(/[\s\u3000]/g, '').replace(dotted, '$1年$2月$3日')
  const whole = wholeYear.exec(words) ?? /^(20\d\d)年?$/.exec(words)
  if (whole) return asDue(whole[1] ?? year)
  if (/每|持续|长期|常态|按月|按季/.test(words)) return null
  return datesIn(words.replace(span, ''), year).findLast(({ due }) => due !== null)?.due ?? null
}

const asDue = (year: number | string | null): Due | null =>
  year !== null && isDue(`${year}`) ? (`${year}` as Due) : null
