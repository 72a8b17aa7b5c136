import { openingOf, withoutOwnerTail } from './outline/headings.ts'

const titleMax = 12
const headSentenceMax = 40

const adverbs =
  /^(?:全面|深入|持续|继续|扎实|加快|大力|着力|全力|切实|积极|稳步|进一步|不断|有序|有效|高标准|高质量|高水平|统筹|坚决|坚持|常态化?|精准|科学|严格|聚力|聚焦|突出|更好|努力|力争|争取|确保|认真|稳妥|系统|主动|切实|抓紧|尽快|加力|合力|纵深|奋力|一体|整体|协同|率先|重点|充分|广泛|长效|动态|始终)/
const verbs =
  /^(?:推进|推动|促进|加强|强化|优化|完善|健全|提升|提高|改善|深化|落实|实施|开展|打造|建设|构建|培育|发展|壮大|做强|做优|做大|做好|做实|抓好|抓实|守牢|守住|守好|筑牢|夯实|巩固|拓展|扩大|扩充|整治|改造|保障|支持|推行|实行|组织|规范|加大|增强|激发|引导|办好|办实|延伸|维护|防范|化解|统筹|聚焦|聚力|突出|狠抓|紧盯|完成|建立|启动|举办|凝聚|盘活|梳理|排查|深耕|擦亮|释放|补齐|疏解|推|抓|建|护|稳|强|优|促|攻|畅|惠|治|减|增|扩|提(?=[\u4e00-\u9fff]{3}))(?:好|实|牢|强|优|大)?/
const particles = /^(?:以|把|将|对|为|在|好|和|与|及|并|、|，|,)/
const tails = /(?:等?(?:各项|相关|有关)?(?:工作任务|工作|任务|力度|水平|进度|质效|措施|步伐))$/

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
  const taken = new Set<string>()
  return tasks.map(({ words, area }) => {
    const title = [titleOf(words), ...laterClauses(words)].find((each) => each !== '' && !taken.has(`${area}/${each}`))
    const chosen = title ?? numbered(titleOf(words), (each) => taken.has(`${area}/${each}`))
    taken.add(`${area}/${chosen}`)
    return chosen
  })
}

const laterClauses = (words: string): string[] =>
  words
    .slice(0, 200)
    .split(/[。，,；;]/)
    .slice(1, 4)
    .map(shortened)

function numbered(title: string, isTaken: (title: string) => boolean): string {
  const stem = title.slice(0, titleMax - 2) || '任务'
  for (let n = 2; ; n++) if (!isTaken(`${stem}${n}`)) return `${stem}${n}`
}

function shortened(clause: string): string {
  const phrase = firstPhrase(withoutFigures(clause))
  const bare = stripFront(phrase)
  const object = bare.replace(tails, '')
  const title = object.length >= 2 ? object : bare.length >= 2 ? bare : phrase
  return fit(title)
}

/** Numbers, measures and Latin letters say little in a title; what stands in brackets says less. */
const withoutFigures = (words: string): string => {
  const plain = words
    .replace(/[（(][^（()）]{0,40}[)）]/g, '')
    .replace(/[“”"'‘’《》「」]/g, '')
    .replace(
      /(?:不少于|不低于|超过?|约|达到?)?\d[\d.,]*(?:余|多)?[万亿千百]?(?:平方公里|平方米|公里|亿元|万元|元|个|家|处|条|座|场|项|套|件|户|人|名|台|亩|吨|%|％)?(?:以上|以下|左右)?/g,
      '',
    )
    .replace(/[A-Za-z]+/g, '')
  return plain.length >= 2 ? plain : words
}

function firstPhrase(words: string): string {
  const [first = '', second = ''] = words.split(/[,，;；、:：]/)
  return first.length >= 4 || second === '' ? first : `${first}${second}`
}

function stripFront(words: string): string {
  let rest = words
  for (let n = 0; n < 4; n++) {
    const next = rest.replace(adverbs, '').replace(verbs, '').replace(particles, '')
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
