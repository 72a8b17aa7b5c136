import type { Basis } from './plan.ts'

/** What a target's words say about how it is to be measured. */
export interface BasisWords {
  /** The words that govern the number: from the last figure, or the clause's beginning, up to it. */
  readonly own: string
  /** What follows the number in its clause. */
  readonly after: string
  /** The subject's own part where several share one verb (分别); else the same as `own`. */
  readonly subject: string
  readonly unit: string
  /** The basis of the figure before it, where this one carries on from it; else null. */
  readonly carried: Basis | null
  /** What the figure before it measures. */
  readonly carriedSubject: string
}

// 增加到 and 提高至 name the level reached; 新开工 starts work and adds nothing yet.
const adding =
  /新增|增加(?![到至为值])|增设|增补|净增|增配|增派|增添|增殖|新(?:建(?!成)|注册|认定|认证|签约|签|入库|引进|引育|招引|招|培育|发展|创建|设立|设|登记|入规|上规|升规|纳统|纳入|落户|成立|组建|评|获批|投用|招录|招聘|划|施划|栽|植|造|打造|开发|开(?!工)|改建|改扩建|扩建|拓展|拓)|引进|招引|引育|培育(?![库体基中机工行])|吸纳|加装|扩容/g
const doing =
  /开展|举办|组织|实施|完成|打造|创建|惠及|受益|覆盖|发放|筹集|安排|落实|总投资|投资额|当年投资|达产|化解|办理|排查|到账|签约落地|参与|洽谈|盘活/g
const connecting = /^[和及与、并或]?$/
const byMuch = /(?:提高|提升|增长|增加|上浮|下降|降低|减少|压减|缩短|压缩|下调|上调|压降|降|增|减|增收|增产)$/
// 实施农田提升2000亩: a noun of work, whose amount follows.
const workDone = /(?:实施|完成|推进|开展|启动)[^,。;、]{2,16}(?:提升|提高)$/
// 提高6栋居民楼的品质: what follows is improved, and not by six.
const stops = /^(?:$|[,。;、()和及与左上以])/
const growing =
  /增长率|增长|增速|增幅|涨幅|降幅|比增|同增|递增|净增|上涨|下降|降低|减少|压减|压降|缩短|压缩|缩减|削减|提高|提升|增加|上升|回落|增产|增收|增效|减排|下浮|上浮|提速|扩大/g
const reaching = /^(?:到|至|为|率)/
const shares = /占比|比重|占有率|占[^,。;、率]{0,20}(?:达到?|超过?|约|的)?$|比例|份额|占率/g
const coverage = /覆盖(?:率|面|比例)?/g
const ofTask = /(?:总|年度)?(?:任务|计划|总量|目标|总数|总额|进度|以上)的$|的$/
const periods = /每(?:个)?(?:月|季度|季|周|年|半年|日|天|旬|学期|星期)/
const often = /^(?:次|场|轮|期|批|回|件|例|遍|趟|场次|批次|个|项|篇|day|hour)$/

function lastAt(form: RegExp, text: string, skip: (behind: string) => boolean = () => false): number {
  let last = -1
  for (const found of text.matchAll(form))
    if (!skip(text.slice(found.index + found[0].length, found.index + found[0].length + 1))) last = found.index
  return last
}

/** 新增就业全年完成3700人: 完成 directly before the number does nothing else than what was named. */
const justDone = (own: string, verb: RegExpMatchArray): boolean =>
  verb[0] === '完成' && (verb.index ?? 0) + verb[0].length === own.length && (verb.index ?? 0) > 3

/** Whether a verb of adding governs: no other verb of doing stands between it and the number, but beside it one may. */
function adds(own: string): boolean {
  let governed = false
  let lastEnd = -10
  const verbs = [
    ...own.matchAll(adding),
    ...Array.from(own.matchAll(doing), (found) => Object.assign(found, { doing: true })),
  ]
  for (const verb of verbs.sort((a, b) => a.index - b.index)) {
    if (verb.index < lastEnd || justDone(own, verb)) continue
    const beside = lastEnd >= 0 && connecting.test(own.slice(lastEnd, verb.index))
    governed = 'doing' in verb ? governed && beside : true
    lastEnd = verb.index + verb[0].length
  }
  return governed
}

/** The basis of a proportion is that of the last word that names one: 占比, 覆盖率, 增长, or any other rate. */
function ofProportion({ own, subject, after, carried, carriedSubject }: BasisWords): Basis {
  if (/^的?(?:年均)?增[长速幅]/.test(after)) return 'growth'
  const words = subject === own ? own : `${subject}#`
  const places: readonly (readonly [Basis, number])[] = [
    ['growth', lastAt(growing, words, (behind) => reaching.test(behind))],
    ['share', lastAt(shares, words)],
    ['coverage', lastAt(coverage, words)],
    ['level', lastAt(/(?<!覆盖)率(?!先)|(?<![季年进程制月])度(?=[^量化])|强度|指数/g, words)],
  ]
  const [basis, place] = places.reduce((best, each) => (each[1] > best[1] ? each : best))
  if (place >= 0) return basis
  if (/^(?:全)?覆盖/.test(after)) return 'coverage'
  if (ofTask.test(own) || /^的?[一-龥]/.test(after)) return 'share'
  return carried === 'increment' ? ofName(carriedSubject) : (carried ?? 'level')
}

/** The basis that a name alone tells: 占比, 覆盖率, or any other rate. */
function ofName(name: string): Basis {
  if (lastAt(coverage, name) >= 0) return 'coverage'
  return lastAt(shares, name) >= 0 ? 'share' : 'level'
}

/** How a target is to be measured, by the words around its number. */
export function basisOf(words: BasisWords): Basis {
  const { own, after, unit, carried } = words
  if (unit === 'degree_rank') return 'rank'
  if (unit === '%' || unit === '‰') return ofProportion(words)
  if (unit === 'percentage_point') return /高于|快于|低于|领先|控制在/.test(own) ? 'level' : 'increment'
  if (periods.test(own.slice(-12)) && often.test(unit)) return 'frequency'
  if (/^[一-龥]{0,8}全覆盖/.test(after) || /覆盖[^,。;、]{0,8}$/.test(own)) return 'coverage'
  if (unit === '番') return 'growth'
  if (unit === '倍' && (lastAt(growing, own) >= 0 || carried === 'growth')) return 'growth'
  if (adds(own) || (byMuch.test(own) && stops.test(after) && !workDone.test(own))) return 'increment'
  if (carried === 'increment' && isBareList(own, after)) return 'increment'
  return 'level'
}

// 新增岗位60个,安装烟感50个: a verb of its own ends what the verb of adding governs.
const ownVerb =
  /改造|提升|升级|更新(?!单元)|安装|配备|配置|配齐|更换|修复|修缮|申报|整治|拆除|清理|维修|疏浚|铺设|绿化|资助|慰问|帮扶|走访|检查|巡查/

/** Nothing but a noun stands between the last figure and this one: 新建停车场2处、泊位180个. */
function isBareList(own: string, after: string): boolean {
  if (lastAt(doing, own) >= 0 || ownVerb.test(own)) return false
  if (/(?:达到|达|突破)$/.test(own)) return false
  if (/[、和及与]$/.test(own)) return true
  if (!stops.test(after)) return false
  return /^\(?(?:[、和及与,]|其中|含)/.test(own) || !levels.test(own)
}

const levels = /达|到|率|总|保持|稳定|突破|超过|建成|改造|建设|推进|确保|实现|投资|收入|产值|产量|[均年月日]/
