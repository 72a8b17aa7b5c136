import type { Seen } from '../seen.ts'
import type { ContextRule } from './rule.ts'
import { isCounted, isMeasured, isProportion, justAfter, justBefore, nounFollows, rule } from './rule.ts'

const raisedFrom =
  /^(?:左右)?[,]?(?:稳步|逐步|进一步)?(?:提高|提升|增加|增长|上升|下降|降低|压减|压缩|缩短|缩小|扩大|拓展|扩展|发展|调整|减少|优化|整合|精简|合并|提|压|缩|升|降|增|减|扩)(?:到|至|为|成)/
const measures =
  /(?:投资|占地|面积|全长|总长|长|宽|高|规模|库容|装机|容量|年产|产能|概算|预算|估算|用地)(?:额|量)?(?:约)?$/
const partsOfProject = /(?:[一二三四五六七八九十\d]期|段)$|(?:推进|加快|开工|启动|建成)[^,。;、]{2,30}(?:项目|工程)$/
const onceBuilt = /(?:建成|投产|达产|投用|完工|运营|竣工|交付|投运)(?:投[产用运])?(?:使用|运营)?后/
const ofThing =
  /^(?:总?占地(?:面积)?|总?建筑面积|用地面积|规划面积|全长|总长|线路全长|长|宽|总?库容|装机容量)(?:约|达|近|超过?)?$/
const plant = /^[一-龥A-Za-z]{0,14}(?:项目|工程|基地|生产线|装置|机组|电站|电厂|产业园)/
const totals = /(?:总投资|投资总额|计划投资|概算投资|总规模|协议投资)(?:额|约|达|达到|超)?$/
const eachYear = /(?:年|日)(?:产|加工|生产|处理|屠宰|吞吐|发电)(?:量|能力)?(?:约|达)?$/

/** What bounds or describes a thing, and is not itself promised. */
export const sizeRules: readonly ContextRule[] = [
  rule('raised from this figure', 'baseline', (seen) => {
    return raisedFrom.test(seen.after) || (/^[到至]/.test(seen.after) && /[由从]/.test(seen.own))
  }),
  rule('ground that a figure rises from', 'baseline', (seen) => /^的?基础上/.test(seen.after)),
  rule('threshold before a noun', 'filter', (seen) => {
    if (!mayBound(seen) || (isProportion(seen) && (isShareOf(seen) || /^的?增[长速幅]/.test(seen.after)))) return false
    const { mention, next } = seen
    if (mention.bare || next?.start === mention.end) return next !== null || nounFollows(seen)
    const infront = mention.start < mention.numberStart
    return infront ? countFollows(seen) || isKindOfProject(seen) : nounFollows(seen) && !isDoneInFull(seen)
  }),
  rule('order of magnitude of money', 'filter', (seen) => seen.mention.bare && isMeasured(seen)),
  rule('size in brackets', 'scale', (seen) => {
    if (seen.bracketed === null || /^其中/.test(seen.bracketed)) return false
    if (/^(?:涉及|涵盖)/.test(seen.bracketed)) return true
    return isMeasured(seen) || (isCounted(seen) && /^[(]$/.test(justBefore(seen, 1)) && /^[)]/.test(seen.after))
  }),
  rule('size of the project that the task is called by', 'scale', (seen) => {
    return seen.clause.sentence === 1 && ownSize.test(seen.own) && !projectsCounted(seen) && calledByThing(seen.text)
  }),
  rule('size before the thing', 'scale', (seen) => {
    return (
      isMeasured(seen) &&
      measures.test(seen.own) &&
      /^(?:[、,和][^,。;、\d]{2,8}[约达]?\d[^,。;、]{0,8})?的/.test(justAfter(seen, 24))
    )
  }),
  rule('yearly output of a plant', 'scale', (seen) => isMeasured(seen) && eachYear.test(seen.own) && nounFollows(seen)),
  rule('what a building will hold once built', 'scale', (seen) => onceBuilt.test(seen.before)),
  rule('length or area of a named work', 'scale', (seen) => {
    return (
      seen.mention.unitKind === 'size' &&
      seen.mention.comparator === null &&
      partsOfProject.test(seen.own) &&
      !/完成|实施|新建|改造/.test(seen.own)
    )
  }),
  rule('size of the thing just promised', 'scale', (seen) => {
    return seen.mention.unitKind === 'size' && ofThing.test(seen.before)
  }),
  rule('capacity before a project', 'scale', (seen) => {
    return (
      seen.mention.unitKind === 'size' &&
      seen.mention.comparator === null &&
      plant.test(seen.after) &&
      !doneInFull.test(seen.before)
    )
  }),
  rule('length or area of what follows', 'scale', (seen) => {
    return seen.mention.unitKind === 'size' && /^的?(?:[A-Z]{2,}|[某XＸ×*]{2})/.test(seen.after)
  }),
  rule('cost of a named project', 'scale', (seen) => {
    if (seen.mention.unitKind !== 'money' || !totals.test(seen.own)) return false
    return /^[^,。;]{0,8}总投资/.test(seen.before) && !countedBefore(seen) && namedBefore(seen)
  }),
]

const ownSize =
  /(?:^|[,。;、])(?:计划)?(?:总投资|年产[一-龥]{0,8}|全长|红线宽|宽|概算|办学规模|学位|设床位|设站|占地|规划面积|建筑面积)(?:约|为)?$/
const doesWork =
  /^(?:推[进动]|加[快强大]|完[成善]|实施|新建|改造|提升|优化|强化|深化|落实|开展|建[设成]|打造|抓|做|办|聚|坚持|突出|发展|培育)/

/** 青河医院。设床位500张,…: the task is called by one thing, and the sentence behind says how large it is. */
const calledByThing = (text: string): boolean => /^[^,。;]{4,24}。/.test(text) && !doesWork.test(text)

/** 签约项目8个,总投资25亿元: the total of projects without a name is promised with them. */
const projectsCounted = ({ text, previous }: Seen): boolean =>
  previous !== null && /项目|签约|引进|招引/.test(text.slice(Math.max(0, previous.start - 10), previous.end + 4))

/** 5亿元以上, 20户以上: a size, a proportion or a small group with a bound may pick out the things that have it. */
function mayBound(seen: Seen): boolean {
  const { mention } = seen
  const smallGroup = /^[户人]$/.test(mention.printedUnit) && mention.value.length <= 4
  const bounded = mention.bare || (mention.comparator !== null && mention.comparator !== '~')
  return bounded && (isMeasured(seen) || isProportion(seen) || smallGroup || mention.unitKind === 'duration')
}

const leadsUp =
  /(?:^|[,。;、])(?:力争|确保|实现|推动|完成|使|让|全[市县区省镇]|有|至少|年内|全年){0,4}(?:超过?|不少于|不低于)?$/

/** 九成以上的村实现垃圾分类: the proportion opens its clause, and is itself what is promised. */
const isShareOf = (seen: Seen): boolean => leadsUp.test(seen.before)

/** 年税收超1亿元楼宇5幢: the things picked out are counted behind their noun. */
function countFollows({ mention, next, text, clause }: Seen): boolean {
  if (!next || next.numberStart >= clause.end || next.unitKind !== 'count') return false
  return /^的?[一-龥"“”]{1,14}$/.test(text.slice(mention.end, next.start))
}

/** 超50亿元项目实现零的突破: how large a project it is to be. */
const isKindOfProject = (seen: Seen): boolean =>
  isMeasured(seen) && /^的?(?:大?项目|企业|楼宇)(?![投资资金建设任务])/.test(seen.after)

const doneInFull = /(?:完成|新建|改造|建设|建成|新增|整治|修复|治理|铺设|敷设|争取|落实|安排|筹集|发放)$/
const ofMoney =
  /^(?:以上|以下|以内)?的?[一-龥]{0,4}(?:投资|资金|任务|补助|补贴|贷款|产值|收入|销售|融资|授信|外资|内资)/

/** 完成5公里以上河道清淤, 争取3000万元以上资金: the amount itself is the work. */
function isDoneInFull(seen: Seen): boolean {
  if (!doneInFull.test(seen.before)) return false
  return seen.mention.unitKind === 'size' || (seen.mention.unitKind === 'money' && ofMoney.test(seen.after))
}

/** Things not yet named were counted just before: their total is promised with them. */
function countedBefore({ previous, mention }: Seen): boolean {
  return previous !== null && previous.unitKind === 'count' && mention.start - previous.end < 24
}

const projectEnding =
  /(?:项目|工程|园|厂|基地|中心|路|桥|线|站|港|城|院|校|区)[^一-龥]{0,2}(?:建设)?[,(]?(?:计划)?(?:总投资)$/
const namedBefore = ({ text, mention }: Seen): boolean =>
  projectEnding.test(text.slice(Math.max(0, mention.start - 40), mention.start).replace(/(?:额|约|达到?|超)$/, ''))
