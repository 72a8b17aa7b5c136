import type { MilestoneEvent } from '../plan.ts'
import { withoutEnd } from '../trims.ts'
import { hasQuotes, isAbstract, isBody, isDocument, isFacility, isHeldEvent, isNamed, isSector } from './things.ts'

/** A thing that an event is told of, and how the words tell it. */
export interface Candidate {
  readonly subject: string
  /** Whether it stands in a list of names (A、B等3个…), which makes it a name whatever it is made of. */
  readonly listed: boolean
  /** Whether a length or an area stands behind it. */
  readonly sized: boolean
  /** Whether the verb stands before the thing (建成…) or the event behind it (…开工). */
  readonly order: 'before' | 'behind'
  readonly verb: string
  /** Whether the words give the event a date of its own. */
  readonly dated?: boolean
}

const campaign = /(?:行动|活动|机制|体系|模式|战略|政策|措施|举措|工作|格局|清单|比例|率|作用|效应)$/
const level =
  /全国|国家|中国|世界|国际|全省|省级|省|全市|市级|市|全区|区级|全县|县级|自治区|[1-5]A|A{3,5}|[一二三四五]星|[甲特]级|[甲乙]等|三甲|百强|十强|贫困|[一二三]级(?:[甲乙特]等|综合|专科|医院)|重点(?:名录|库)/
const grantable = /试点|示范|项目|基地|园区|遗产|名录|城市|品牌|资金/
const landEvents = /收储|入库|供地|摘/
const notFirms = /(?:企业|项目|产业|人才|机构|资源|品牌|业态|商户|客商|资金|技术|平台|团队)$/

/** 打通断点 and 打通微循环 open nothing with a name; a road or a channel they do. */
const way = /(?:[路街巷道桥线河渠段]|隧道|通道)$/

/** A town has one 文化广场: with a day of its own for opening or ending, it needs no name beside it. */
const oneOfItsKind =
  /^(?!.*(?:各|老旧|农村|社区|小区|标准化|智能|一批|其他)).{2,8}(?:广场|中心|公园|剧院|医院|大桥|水厂|处理厂|敬老院|福利院|体育馆|图书馆|博物馆|文化馆|纪念馆|展览馆|中学)$/

/** 签约落地A项目: a project with a name of its own, and not one of some sector. */
function isSignedProject({ subject, verb }: Candidate): boolean {
  const name = subject.replace(/项目$/, '')
  return verb.startsWith('签约') && name !== subject && name.length >= 4 && isNamed(name) && !isSector(name)
}

const isName = ({ subject, listed }: Candidate): boolean => listed || isNamed(subject)
const happensTo = (c: Candidate): boolean =>
  (isName(c) || (c.dated === true && c.order === 'behind' && oneOfItsKind.test(c.subject))) &&
  (c.listed || hasQuotes(c.subject) || !isAbstract(c.subject))
const plain = (words: string): string => withoutEnd(words, '”"\'’》)')

type Rule = (candidate: Candidate) => boolean

/** Whether the thing is one that the event can be promised for: a named facility, project, document, body or event. */
const rules: Readonly<Record<Exclude<MilestoneEvent, 'progress'>, Rule>> = {
  operate: (c) => happensTo(c) && (c.order === 'behind' || c.listed || isFacility(c.subject) || isNamed(c.subject)),
  complete: (c) =>
    happensTo(c) &&
    !(c.verb === '落地' && isSector(c.subject)) &&
    !(c.verb === '打通' && !way.test(c.subject)) &&
    (c.order === 'behind' || !c.sized || isFacility(c.subject)),
  start: (c) => happensTo(c),
  approve: (c) =>
    c.verb === '申报' || c.verb === '报审'
      ? isName(c) && (grantable.test(c.subject) || (level.test(c.subject) && isFacility(c.subject)))
      : c.order === 'before'
        ? isName(c) && (c.listed || isDocument(c.subject))
        : isName(c) && (isDocument(c.subject) || isFacility(c.subject) || c.listed || !isAbstract(c.subject)),
  establish: (c) =>
    c.order === 'behind'
      ? happensTo(c)
      : (isBody(c.subject) && isName(c) && !/队伍$/.test(c.subject)) ||
        (hasQuotes(c.subject) && /制度[”"]?$/.test(c.subject)),
  acquire: (c) =>
    happensTo(c) &&
    !c.sized &&
    (landEvents.test(c.verb) ||
      isSignedProject(c) ||
      (!isSector(c.subject) && !notFirms.test(c.subject) && (isFacility(c.subject) || hasQuotes(c.subject)))),
  sell: (c) => happensTo(c),
  remove: (c) => happensTo(c) && (c.listed || isFacility(c.subject)),
  award: (c) => level.test(c.subject) && c.subject.length >= 4 && !/^(?:一|更|优)/.test(c.subject),
  hold: (c) =>
    c.listed ||
    /第.{1,4}届/.test(c.subject) ||
    (hasQuotes(c.subject) && c.verb !== '办好' && !/[”"](?:系列)?活动$/.test(c.subject)) ||
    (isHeldEvent(c.subject) && isNamed(c.subject)),
}

/** “5·12”防灾宣传周活动: the days have a name, and 活动 only closes it. */
const isFestival = /[”"].{0,10}(?:[周月节展赛会])(?:系列)?活动$/

export function isPromised(event: Exclude<MilestoneEvent, 'progress'>, candidate: Candidate): boolean {
  const { subject } = candidate
  if (subject.length < 2 || subject.length > 45) return false
  if (event === 'approve' && /出台|印发/.test(candidate.verb))
    return candidate.order === 'before' && subject.startsWith('《')
  if (event === 'hold' && isFestival.test(subject)) return true
  if (campaign.test(plain(subject)) && event !== 'award') return event === 'establish' && /制度$/.test(plain(subject))
  return rules[event](candidate)
}

const works =
  /(?:改造|提升|扩建|新建|迁建|建设|整治|治理|修复|修缮|拓宽|绿化|亮化|除险|加固|配套|基础设施)*(?:工程|项目)$/

/** 法治街道, 平安社区: what the whole place is to become; 试点项目: a way of trying. */
const aimedAt = /^(?:法治|平安|美丽|文明|健康|智慧|数字|清廉|无废|海绵|韧性)[^路桥园]*$|试点(?:项目)?$/

/** Whether a thing has a name, and is no campaign, aim or manner of working. */
export const mayBeWorkedOn = (subject: string): boolean =>
  isNamed(subject) &&
  !campaign.test(plain(subject)) &&
  !aimedAt.test(subject) &&
  !/^(?:发展|加强|提升|打造|加装)|[的某]|(?:危房|旧房|化)$|^[^路桥园站]{0,8}化(?:改造|提升)$/.test(subject)

/** Whether work on a thing can be told as progress: it has a name, and is something that is built or drawn up. */
export const isWorkedOn = ({ subject, listed }: Candidate): boolean =>
  mayBeWorkedOn(subject) &&
  (/工程$/.test(subject)
    ? isFacility(subject.replace(works, ''))
    : isFacility(subject) || isDocument(subject) || (listed && subject.length <= 4))
