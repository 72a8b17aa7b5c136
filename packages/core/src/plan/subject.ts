import { wordsIn } from './word-bounds.ts'

/** When it is to be done: 年内, 6月底前, 国庆节前, 二季度. */
const dates = [
  String.raw`(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|[初中底末])?|年[底末内初]|[上下]半年|第?[一二三四1-4]季度[底末]?)(?:之?前|内)?`,
  '(?:国庆|春节|元旦|中秋|端午|重阳|[“"]?[五六七八十]一[”"]?)节?(?:之?前|期间)',
  '(?:主?汛期|[入防]汛|暑[期假]|[供采]暖季|雨季|秋季(?:学期)?开学)(?:之?前|期间)',
].join('|')

/** Verbs of effort: they say that something is done, and nothing of what is measured. */
const efforts = [
  '编[制好]|完成(?!率|度)|推进|推动|实现|促进|[带拉]动|开展|举办|募集|做好|办好|抓好|指导|支持|帮助|借[^,、]{2,8}带动|依托[^,、]{2,10}带动',
  '打造|开发(?!区)|建设(?!用地|[项工规])|组织(?!部|建|率|化|收)|稳定(?=[一-龥]{3,})',
].join('|')

/** Words that stand before what is measured and say nothing of it. */
const leading = new RegExp(
  String.raw`^(?:[、,。;:·()的]|[一二三四五六七八九十]是要?|${dates}|${efforts}|其中|含(?=[一-龥]{2,})|及?以[上下]|力争|争取|确保|预计|计划(?!生育)|全年|今年|同比|环比|(?:到|至)20\d\d年底?|继续|同时|着力|全力|重点(?![人项企工领区群行场单学产村镇实任监])|积极|大力|加快|持续|有效|切实|全面|进一步|高质量|并(?!购|网)|使|将|为(?!民)|对(?!口|外)|均(?!衡)|到年底)`,
)
const reached =
  /(?:[较比](?:上年|去年|上一年)(?:同期)?|在?(?:上年|去年)(?:的)?基础上|(?<=[一-龥]{3})(?:完成|实现|保持)|分别|各自|力争|继续保持|迈上|争取|全部|保持在|稳定在|巩固在|控制在|维持在|达到|提高到|提升到|提升至|提高至|增加到|增加至|增至|下降到|降到|降至|降低到|压减到|缩短至|压缩至|缩小到|缩小至|增长|下降|压缩|比增|(?<!发)达|(?<!报)到|至|(?<![行作])为|是|的|突破|(?<!公)共|各|(?<![人村户年月日平])均|新增|增加|引进|缩短|压减|提高|提升|降低|减少|翻|再|[由从][^,。;由从]{1,14})$/
const subjectChars = 40
/** How it is to go on, at the end of what goes on (工业投资持续增长). */
const manner = /(?:持续|稳步|顺利|逐步|进一步|精准发力|重点发力|同比)$/
/** 230户居民的居住条件: what is counted are those who live there. */
const betterOff =
  /^([一-龥]{0,6}(?:居民|群众|住户|村民|学生|老人|家庭|农户|师生))的?[一-龥]{0,6}(?:条件|品质|环境|水平|质量|问题)$/
const bracketed = /\([^()]{0,20}\)/g
const adding = /(新增|增设|增加|新建|引进|招引|引育|培育|新认定|吸纳|加装)[^一-龥]{0,4}$/

/** The noun behind a number (100家企业智能化诊断), up to where its phrase ends. */
const behind = (after: string): string =>
  /^\d{1,2}月/.test(after)
    ? ''
    : (/^(?:的|\d[\d.-]*(?:周岁|岁)(?:及?以[上下])?的?|\d[\d.]*(?:千伏|[一-龥]))?([一-龥A-Za-z"“][^,。;、:()]{0,23})/
        .exec(after)?.[1]
        ?.replace(/[和及与或]\d.*$/, '') ?? '')

const clauseMarks = [',', '。', ';', ':']

/** The words behind the last of some marks. */
export const behindLast = (words: string, marks: readonly string[] = clauseMarks): string =>
  words.slice(Math.max(...marks.map((mark) => words.lastIndexOf(mark))) + 1)

/** Takes off what `form` matches at an end, for as long as it does; bounded, since a subject is short. */
function without(form: RegExp, words: string): string {
  let left = words
  for (let round = 0; round < 12 && form.test(left); round++) left = left.replace(form, '')
  return left
}

/** What stands before the number, without what only leads up to it. */
const infront = (own: string): string =>
  shortened(without(manner, without(reached, without(leading, behindLast(own.replace(bracketed, ''))))))

/** A long subject begins behind a mark of its list, and never inside a word. */
function shortened(words: string): string {
  if (words.length <= subjectChars) return words
  const end = words.slice(-subjectChars)
  const from = /[、的和及与]/.exec(end)
  return from
    ? end.slice(from.index + 1)
    : wordsIn(words).reduceRight((kept, word) => (kept.length + word.length <= subjectChars ? word + kept : kept), '')
}

const counted = (noun: string): string => without(manner, betterOff.exec(noun)?.[1] ?? noun.replace(/顺利举办$/, ''))

/** What is measured, in the document's words: the noun behind the number or, where none follows, what stands before. */
export function subjectOf(own: string, after: string, carried: string, isRate = false): string {
  const noun = counted(
    /^(?:全部|左右|以上|以下|以内|和|及|与|用于|并|台阶|大关|目标|关口|增长)/.test(after) ? '' : behind(after),
  )
  const verb = adding.exec(own)?.[1] ?? ''
  const words = infront(own)
  if (isRate && words.length >= 3) return words
  if (/^(?:剩余|余下|其余|净增)$/.test(words) && noun === '') return words + carried
  if (noun.length >= 2) return verb + noun
  return words.length >= 2 ? words : noun || words || carried
}

const listed = /[、和与及]/

/**
 * Shares out the subjects of 分别: 城镇和农村居民收入分别增长8%和9%. Gives the words of each figure, in order,
 * or null where there are not as many as figures.
 */
export function sharedSubjects(before: string, figures: number): readonly string[] | null {
  const words = without(leading, behindLast(before, ['。', ';', ':']))
  const parts = words.split(listed).filter((part) => part !== '')
  if (parts.length === figures) return withTail(parts)
  if (figures !== 2 || !words.includes('城乡')) return null
  return [words.replace('城乡', '城镇'), words.replace('城乡', '农村')]
}

/** A short first part takes the end of the last: 一产、二产增加值 is 一产增加值 and 二产增加值. */
function withTail(parts: readonly string[]): readonly string[] {
  const last = parts.at(-1) ?? ''
  const shortest = Math.min(...parts.map((part) => part.length))
  if (shortest > 2 || last.length <= shortest + 1) return parts
  return parts.map((part) => (part === last || part.length > 2 ? part : part + last.slice(part.length)))
}
