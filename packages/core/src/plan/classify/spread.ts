import type { Seen } from '../seen.ts'
import type { ContextRule } from './rule.ts'
import { isChinese, isCounted, isProportion, justBefore, rule } from './rule.ts'

const listWords =
  /(?:以下|下列|如下|部署|细化|明确|提出|突出|分为|抓好|做好|抓实|办好|把握好?|处理好|重点抓好|着力抓好)(?:了|这|的)?$/
const listNoun = /^(?:重点|主要|具体)?(?:方面|工作|任务|事情|问题|举措|措施|环节|关键|维度|关系)/
const fieldOfWork =
  /(?:紧盯|盯紧|扭住|围绕|聚焦|针对|依托|统筹|面向|立足|对照|瞄准|锚定|联动|用好|管好|现有|已有|原有|既有|下辖|共有|所辖|辖区|辖|全[市区县省州镇乡]|全街道?|全域|各地|沿线|各类)(?:内|的|好|总投资[\d.]{1,8}[万亿]{0,2}元的)?$/
const wholePlace = /全(?:[市区县省州镇乡]|街道?|域)$/
const progress =
  /(?:^|[,、;。])(?:[一-龥]{0,4})(?:加快|推动|推进|促进|深化)([^,、;。]{2,24}(?:、[^,、;。]{1,12}){0,8})$/
const done =
  /收尾|完工|完成|开工|投产|投用|投运|竣工|落地|建成|全覆盖|挂牌|验收|启动|入库|开业|开放|交付|通车|达标|上线|清零|销号/

/** Numbers of things that the work is spread over, or of points a text is about to make. */
export const spreadRules: readonly ContextRule[] = [
  rule('how many points follow', 'list', (seen) => {
    return isCounted(seen) && listWords.test(seen.before) && listNoun.test(seen.after)
  }),
  rule('count of the report’s own parts', 'count', (seen) => isCounted(seen) && ownParts(seen)),
  rule('how many are listed behind a colon', 'count', (seen) => isCounted(seen) && listed.test(seen.after)),
  rule('field of the work', 'scope', (seen) => {
    if (!isCounted(seen) || /^[,。;]|^$/.test(seen.after)) return false
    const people = seen.mention.unitKind === 'people'
    const everywhere = wholePlace.test(seen.own)
    return fieldOfWork.test(seen.own) && !(everywhere && (people || doesSomething.test(seen.before)))
  }),
  rule('what one is given for', 'scope', (seen) => isCounted(seen) && /每$/.test(justBefore(seen, 1))),
  rule('rate of provision', 'scope', (seen) => /按照?[^,。;]{0,24}$/.test(seen.before) && /标准|比例/.test(seen.after)),
  rule(
    'things already under way',
    'scope',
    (seen) => isCounted(seen) && /^的?(?:重点|重大)?(?:在建|续建|现有|既有|已)/.test(seen.after),
  ),
  rule('named things under way', 'scope', (seen) => {
    if (seen.mention.unitKind !== 'count' || seen.mention.comparator !== null || !/^[一-龥]/.test(seen.after))
      return false
    return !done.test(seen.after) && namedUnderWay(seen)
  }),
  rule('Chinese numeral that counts nothing promised', 'count', (seen) => {
    // A cell or line that holds nothing but the number (二百七十个) is a goal written in words.
    const alone = seen.before === '' && seen.after === '' && seen.text === seen.clause.text
    return isChinese(seen) && !isProportion(seen) && isCounted(seen) && !alone && !isPromisedCount(seen)
  }),
]

const listed = /^(?:民生|惠民|为民|重点|重大|年度)?(?:微)?(?:实事|任务|工作|举措|工程|行动)(?:项目)?[:：]$/

const ofKind = /(?:个方面|方面|大类|个大类|大项|个大项|个领域|类|大任务|大工程|大行动)(?:的|共|、|,共|,)?$/
const ownNoun =
  /^(?:[一-龥]{0,4})(?:任务|工作|事项|举措|措施|职责|内容|目标|要求|清单|实事|指标|子项)(?![一-龥]{0,4}(?:完成|办结|销号))/

/** 3个方面7项重点任务, 7大类32项职责: right behind a count of parts, a count of what they hold. */
const ownParts = ({ mention, before, after }: Seen): boolean =>
  /^[项件条个]$/.test(mention.unit) &&
  ofKind.test(before.slice(-8)) &&
  !/(?:完成|办结)[^,。;、]{0,6}$/.test(before) &&
  /[\d一二三四五六七八九十]/.test(before.slice(-8)) &&
  ownNoun.test(after)

const generic = /(?:新增|新建|引进|培育|实施|完成|打造|建设|改造|项目|企业|工程)$/

function namedUnderWay(seen: Seen): boolean {
  const named = progress.exec(seen.own)?.[1]
  return named !== undefined && !generic.test(named)
}

const doing =
  /(?:新建|建成|建设|新增|增设|增加|引进|招引|培育|改造|改建|扩建|创建|完成|实施|开展|举办|组织|设立|消除|整治|拆除|打通|启动|开工|升级|争创|签约|落地|盘活|收储|办好|覆盖|惠及|配备|新开|投用|开通|建好|推出)(?:第?[^一-龥]{0,1})$/
const ends = /^(?:[,。;、)]|$)/
const notions =
  /^[一-龥]{0,6}(?:方面|制度|机制|原则|关系|意识|维护|确立|自信|方向|要素|环节|关键|目标|体系|理念|优势|导向|抓手|定位|战略|行动|工程|计划|攻坚|高地|样板|标杆|品牌|格局|规定|要求|精神|责任|任务|红线|底线|清单|建设|主线|重点|难题|问题|能力|力量|转变|提升|路径|模式|活动|氛围)/
const eachPeriod = /每(?:个?月|个?季度?|半年|年|周|日|天|旬)[^,。;、]{0,10}$/
const buildings = /^[所座栋幢台间条处宗]$/

/** A count written in Chinese numerals is promised where a verb of doing stands by it, and a thing follows. */
function isPromisedCount(seen: Seen): boolean {
  const { mention, before, after, own } = seen
  const one = mention.value === '1'
  if (eachPeriod.test(own) || (mention.unit === '番' && /翻$/.test(own))) return true
  const solid = buildings.test(mention.unit)
  if (ends.test(after) && /[一-龥"”]$/.test(justBefore(seen, 1)) && !doing.test(own))
    return doesSomething.test(before) && (solid || !one)
  if (notions.test(after)) return false
  if (doing.test(before)) return one ? solid || /(?:新建|建成|改建|扩建|新增|引进)$/.test(before) : true
  return !one && solid && completes.test(before)
}

const doesSomething =
  /新建|建成|新增|增设|增加|引进|招引|培育|改造|改建|扩建|创建|完成|拆除|打通|开工|签约|收储|配备|举办/
const completes = /(?:完成|建成|新建|改造|新增|确保|拆除|整治|打通|开工|实施|对|为)/
