import type { ContextRule } from './rule.ts'
import { isChinese, isCounted, isProportion, justAfter, justBefore, rule } from './rule.ts'

const plusBehind = /^(?:\([^()]{0,12}\)|[一-龥]{0,6})\+/
const placeBehind = /^(?:号线|号楼|号院|路公交|路|街|线|村|国道|省道|热线|专线|平台|电话|体系)/
const obeying = /(?:落实|执行|贯彻|遵守|用好|兑现|坚持|遵循)[^,。;、]{0,20}$/
const ruleNoun = /^[一-龥]{0,6}(?:政策|措施|举措|规定|制度|办法|要求|机制|意见|原则|精神|纪律|承诺)/
// 产业园二期 is a stage; 培训班两期 and 举办三期 are counted.
const stageOf = /(?<!班|培训|讲座|讲堂|论坛|活动|简报|节目|课程|举办|开展|组织|开办|[^一-龥])$/
const circle = /^[^,。;、]{0,10}圈/
const reachWords =
  /(?:比|指数|系数|密度|得分|评分|均值|值|倍率|排名|位次|人数|总数|总量|数量|数)[^一-龥]{0,2}(?:力争|均|分别)?(?:达到|达|控制在|缩小到|缩小至|降至|降到|提高到|提升到|保持在|稳定在|为)?$/

/** Numbers that are part of what something is called. */
export const nameRules: readonly ContextRule[] = [
  rule('number of a page or paper', 'doc', (seen) => {
    const before = justBefore(seen, 3)
    const after = justAfter(seen, 4)
    return (
      /[〔[]$/.test(before) ||
      (seen.mention.unit === '号' && /[〕\])文第]$/.test(before)) ||
      /^[/]\d/.test(after) ||
      /\d[/]$/.test(before) ||
      (/第$/.test(before) && /^[/页条款章]/.test(after))
    )
  }),
  rule('letters beside the digits', 'name', (seen) => {
    const unitless = seen.mention.unitKind === 'none'
    return /[A-Za-z]-?$/.test(justBefore(seen, 2)) || (unitless && /^[A-Za-z]/.test(justAfter(seen, 1)))
  }),
  rule('part of a formula', 'name', (seen) => {
    return /[+×]$/.test(justBefore(seen, 1)) || plusBehind.test(justAfter(seen, 16))
  }),
  rule('inside quotation marks', 'name', ({ quoted }) => quoted !== null),
  rule('time that names a circle', 'name', (seen) => seen.mention.unitKind === 'duration' && circle.test(seen.after)),
  rule('number of a line, road or house', 'name', (seen) => {
    return seen.mention.unitKind === 'order' || (seen.mention.unitKind === 'none' && placeBehind.test(seen.after))
  }),
  rule('number of a point in the text', 'list', (seen) => {
    return seen.mention.unitKind === 'none' && /[(]$/.test(justBefore(seen, 1)) && /^[)]/.test(justAfter(seen, 1))
  }),
  rule('size of a team', 'name', (seen) => seen.mention.unit === 'person' && /^制/.test(seen.after)),
  rule('set of rules by its number', 'name', (seen) => {
    return isCounted(seen) && obeying.test(seen.own) && ruleNoun.test(seen.after)
  }),
  rule(
    'goal spoken about',
    'name',
    (seen) => isProportion(seen) && /^的(?:预期|目标|增长目标|增速目标)/.test(seen.after),
  ),
  rule('stage of a work', 'name', (seen) => {
    return isChinese(seen) && /^(?:期|段|标段)$/.test(seen.mention.unit) && stageOf.test(justBefore(seen, 3))
  }),
  rule('ordinal', 'idiom', (seen) => /第$/.test(justBefore(seen, 1))),
  rule('digits that measure nothing', 'name', (seen) => {
    if (seen.mention.unitKind !== 'none') return false
    return seen.mention.comparator === null && !reachWords.test(seen.own)
  }),
  rule('how many kinds', 'count', (seen) => seen.mention.unitKind === 'kind'),
  rule('order of magnitude', 'idiom', (seen) => seen.mention.bare && (isCounted(seen) || isProportion(seen))),
  rule('class of voltage', 'name', (seen) => /^(?:千伏|kV|伏)$/.test(seen.mention.unit)),
  rule('turn of phrase', 'idiom', (seen) => isChinese(seen) && !isProportion(seen) && isPhrase(seen)),
]

const beforeOne = /[统唯单专同进逐之另某每初再首任]$/
const pointing = /[这那哪]$/
const afterPhrase =
  /^(?:个[一-龥]{1,4}一个|位一体|次性|个(?:个|都)|步|系列|家人|件件|项项|条心|条龙|张图|张网|张网|站式|门式|窗|体化)/

function isPhrase(seen: Parameters<typeof isChinese>[0]): boolean {
  const word = seen.text.slice(seen.mention.numberStart, seen.mention.numberStart + 12)
  return (
    (seen.mention.value === '1' && beforeOne.test(justBefore(seen, 1))) ||
    pointing.test(justBefore(seen, 1)) ||
    afterPhrase.test(word.slice(1)) ||
    /^([一-龥])个[一-龥]{1,4}\1个/.test(word) ||
    /^[一]([一-龥])[一]/.test(word)
  )
}
