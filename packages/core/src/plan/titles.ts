import { openingOf, withoutOwnerTail } from './outline/headings.ts'

const titleMax = 12
const headSentenceMax = 40

const adverbs =
  /^(?:全面|深入|持续|继续|扎实|加快|大力|着力|全力|切实|积极|稳步|进一步|不断|有序|有效|高标准|高质量|高水平|统筹|坚决|坚持|常态化?|精准|科学|严格|聚力|聚焦|突出|更好|努力|力争|争取|确保|认真|稳妥|主动|抓紧|尽快|加力|纵深|奋力|一体|率先|重点|充分|始终|一是|二是|三是|四是|五是|六是|七是|八是)/
const verbs =
  /^(?:推进|推动|促进|加强|强化|优化配置|优化|完善|健全|提升|提高|改善|深化|落实|实施|开展|打造|建设|构建|培育|发展|壮大|做强|做优|做大|做好|做实|抓好|抓实|守牢|守住|守好|筑牢|夯实|巩固|拓展|扩大|扩充|整治|改造提升|提升改造|改造|保障|支持|推行|实行|组织|规范|加大|增强|激发|引导|办好|办实|延伸|维护|防范|化解|聚焦|突出|狠抓|紧盯|完成|建立|启动|举办|凝聚|盘活|梳理|排查|擦亮|释放|补齐|疏解|编制|出台|成立|组建|创建|争创|新建|新增|打通|编好|打好)(?:好|实|牢|优|大)?/
const oneVerb =
  /^(?:推|抓|建|护|稳|强|优|促|攻|畅|惠|治|减|增|扩|兴|守|办|惠)(?=[\u4e00-\u9fff]{3})(?!设|质|势|心|动|产|理|筑)/
const particles = /^(?:以|把|将|对|为|在|和|与|及|并|、|，|,)/
const tails = /(?:等?(?:各项|相关|有关)?(?:工作任务|工作|任务|力度|水平|进度|质效|措施|步伐))$/
const dates =
  /(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}[日号])?[初中底末]?|年[底末内]|上半年|下半年|第?[一二三四]季度[末底]?|秋季(?:学期)?(?:开学)?|"?五一"?|国庆节?|春节)(?:之?前|以前)?/g
const telling =
  /(?:力争|争取|确保|全面|顺利|如期|正式|按期)?(?:完成|实现|达到|超过|突破|不少于|不低于|投入使用|投入运营|建成投用|交付使用|投用|投产|开工建设|开工|竣工|完工|封顶|通车|开放|运营|增长|控制在|稳定在|达|前).*$/

/**
 * Proposes a task's short title, at most twelve characters: the object of its heading sentence, or of its first
 * clause where it has none. A person may change it.
 */
export function titleOf(words: string): string {
  const plain = withoutOwnerTail(words).replace(/[\s\u3000]+/g, '')
  const { head } = openingOf(plain)
  const clause = head.length <= headSentenceMax ? head : (head.split(/[,，;；]/)[0] as string)
  return shortened(clause)
}

/** Titles that are unique among the tasks of an area, where a further part of the sentence can tell them apart. */
export function titlesOf(tasks: readonly { readonly words: string; readonly area: number | null }[]): string[] {
  const taken = new Map<string, number>()
  return tasks.map(({ words, area }) => {
    const own = titleOf(words)
    const isFree = (title: string): boolean => title.length >= 2 && !taken.has(`${area}/${title}`)
    const chosen = isFree(own) ? own : (laterClauses(words).find(isFree) ?? numbered(own, taken, area, isFree))
    taken.set(`${area}/${chosen}`, 1)
    return chosen
  })
}

const laterClauses = (words: string): string[] =>
  words
    .slice(0, 200)
    .split(/[。，,；;]/)
    .slice(1, 4)
    .map(shortened)

/** The last resort; it goes on counting where it stopped, so that a thousand tasks alike cost no more than one each. */
function numbered(
  own: string,
  taken: Map<string, number>,
  area: number | null,
  isFree: (title: string) => boolean,
): string {
  const stem = own.slice(0, titleMax - 6) || '任务'
  const counter = `${area}#${stem}`
  for (let n = (taken.get(counter) ?? 1) + 1; ; n++) {
    taken.set(counter, n)
    if (isFree(`${stem}${n}`)) return `${stem}${n}`
  }
}

function shortened(clause: string): string {
  const phrase = firstPhrase(withoutFigures(clause))
  const bare = stripFront(phrase)
  const object = bare.replace(tails, '')
  return fit(object.length >= 2 ? object : bare.length >= 2 ? bare : phrase)
}

const measures =
  /(?:不少于|不低于|超过?|约|达到?|第)?\d[\d.,]*(?:余|多)?[万亿千百]?(?:平方公里|平方米|公里|亿元|万元|个百分点|元|个|家|处|条|座|场|项|套|件|户|人|名|台|亩|吨|所|批|%|％)?(?:以上|以下|左右)?/g

/** Dates, measures, Latin letters and what stands in brackets say little in a title; 3号楼 is a name. */
function withoutFigures(words: string): string {
  const plain = words
    .replace(/[（(][^（()）]{0,40}[)）]/g, '')
    .replace(/[“”"'‘’《》「」]/g, '')
    .replace(dates, '')
    .replace(measures, (found, at: number, all: string) =>
      /^[号期区]/.test(all.slice(at + found.length)) ? found : '',
    )
    .replace(/[A-Za-z]+/g, '')
  const thing = plain.replace(telling, '')
  return thing.length >= 4 ? thing : plain.length >= 2 ? plain : words
}

function firstPhrase(words: string): string {
  const [first = '', second = ''] = words.split(/[,，;；、:：]/)
  return first.length >= 4 || second === '' ? first : `${first}${second}`
}

const roundsMax = 4

function stripFront(words: string): string {
  let rest = words
  for (let n = 0; n < roundsMax; n++) {
    const next = rest.replace(adverbs, '').replace(verbs, '').replace(oneVerb, '').replace(particles, '')
    if (next === rest || next.length < 3) break
    rest = next
  }
  return rest
}

/** Cuts a long object down to the words behind its last 的, else to its last words: the noun stands at the end. */
function fit(words: string): string {
  if (words.length <= titleMax) return words
  const behind = words.slice(words.lastIndexOf('的') + 1)
  if (behind.length >= 4 && behind.length <= titleMax) return behind
  const half = words.split(/(?:以及|和|及|与)/).find((part) => part.length >= 4 && part.length <= titleMax)
  return half ?? words.slice(0, titleMax)
}
