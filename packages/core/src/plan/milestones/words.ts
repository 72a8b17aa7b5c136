/** What may stand before a thing and belongs to the telling, not to the thing. */
const adverb =
  '力争|争取|确保|全力|着力|大力|全面|加快|持续|扎实|稳步|有序|积极|深入|高标准|高质量|高水平|高效|按期|按时|如期|正式|顺利|尽快|尽早|早日|抓紧|基本|全部|同步|优先|成功|启动|继续|统筹|做好|抓好|切实|坚决|重点|全线|全容量|即将|预计|拟|将|并|再|均|逐步|分期|分批|今年|年内|全年|通过|对外|向社会|向公众|向市民|面向社会|通水|通气|通电'
const frontAdverb =
  '力争|争取|确保|全力|着力|大力|全面|持续|扎实|稳步|有序|积极|深入|高标准|高质量|高水平|高效|按期|按时|如期|尽快|尽早|早日|抓紧|基本|全部|同步|优先|成功|继续|统筹|做好|抓好|切实|坚决|重点|合并|预计|计划|拟|将|并|再|全年|今年|通过|保障|保证|督促|协调|指导|配合|协助|支持|推进|推动|促进|加快|实现|完善|深化|巩固|科学|有效|[一二三四五六七八九十][是要]|\\(\\d{1,2}\\)|[①-⑳]'
const date =
  '(?:20\\d\\d年|[次明翌]年)?(?:\\d{1,2}月(?:\\d{1,2}[日号]|份)?(?:[上中下]旬)?[初中底末]?|年[底末内]|上半年|下半年|第?[一二三四1-4]季度[末底]?|秋季(?:学期)?(?:开学)?|本?年度内|[“"‘]?(?:五一|五四|六一|七一|八一|十一)[”"’]?(?:节|假期)?(?=之?前|期间)|(?:国庆|春节|元旦|中秋|端午|重阳)节?|主?汛期|入汛|入冬|[供采]暖[季期]|雨季|开学|暑[期假])(?:来临|到来)?(?:前|之前|以前|期间)?'

const atFront = new RegExp(`^(?:(?:${frontAdverb})|${date})`)
const ties = '完成|实现|达到|取得|获得|核准|进行|整体|协商|竣工|建成|竣备|挂牌|开业|开院|开园'
const atBack = new RegExp(`(?:(?:${adverb})|${date}|(?:${ties}))$`)
/** The body of a building belongs to its event where the building is named, and alone is all there is (完成主体施工). */
const bodyAtBack = /(?<=[^\d])(?:项目)?主体(?:结构|工程)?$/
const roundsMax = 6

/** Where the thing begins and ends inside `words[from, to)` once dates and adverbs around it are left out. */
export function bareBounds(words: string, from: number, to: number): { from: number; to: number } {
  let start = from
  let end = to
  for (let n = 0; n < roundsMax; n++) {
    const front = atFront.exec(words.slice(start, Math.min(end, start + 16)))
    if (front && front[0].length <= end - start) start += front[0].length
    const back = atBack.exec(words.slice(Math.max(start, end - 16), end))
    if (back) end -= back[0].length
    const body = bodyAtBack.exec(words.slice(Math.max(start, end - 5), end))
    if (body) end -= body[0].length
    if (!front && !back && !body) break
  }
  return { from: start, to: Math.max(start, end) }
}

/** 总投资12亿元的X, 位于…的X: what describes a thing stands before its last 的. */
export function behindRelative(words: string, from: number, to: number): number {
  const de = words.lastIndexOf('的', to - 3)
  return de > from && /\d|位于|投资|面积|涉及/.test(words.slice(from, de)) ? de + 1 : from
}

/** A bracket at the end gives a size or a note: 环镇北路(全长2.4公里). */
export function withoutTailBracket(words: string, from: number, to: number): number {
  if (words[to - 1] !== ')') return to
  const opened = words.lastIndexOf('(', to - 1)
  return opened > from ? opened : to
}
