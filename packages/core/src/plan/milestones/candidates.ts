import { coordinated, type Run } from './split.ts'
import { countIn, isFacility, isNamed, isSector } from './things.ts'
import { bareBounds, behindRelative, withoutTailBracket } from './words.ts'

/** One thing out of a list, and where it stands. */
export interface Named {
  readonly at: Run
  readonly subject: string
  readonly listed: boolean
  readonly sized: boolean
}

const etc = /(?<![平高中初同优均对])等(?![级同待于])/
const kinds =
  /^(?:等)?(?:一批)?(?:企业|产业|项目|人才|资源|领域|行业|机构|品牌|问题|活动|方面|内容|环节|手段|方式|措施)/
/** 等项目资源, 等领域: what is listed is what kind is wanted. */
const onlyKinds = /^等(?:一批)?[一-龥]{0,6}(?:资源|领域|行业|要素)/
const notAName =
  /(?:新增|剩余|其余|全部|完成|改造|建设|辖区|全市|全区|全镇|街道|推进|启动|实施|打造|新建|整治|共|约|各|的|对|为|在|个|覆盖|不少于|不低于|至少|超过?|达到?)$/

/**
 * The things a run of words lists. A count (12条道路) names none, unless names stand before it (A、B等12条道路); what is
 * listed behind 等 only says of what kind the names are. `besideCount` keeps the names that stand before a counted thing.
 */
export function namedIn(words: string, runs: readonly Run[], { besideCount = false } = {}): Named[] {
  const parts = runs.flatMap((run) => coordinated(words, run))
  const named: { at: Run; subject: string; sized: boolean }[] = []
  let closed = false
  let kind = ''
  for (const part of parts) {
    const piece = pieceOf(words, part)
    if (piece === 'counted' || closed) {
      if (piece === 'counted') return closed || !besideCount ? [] : alone(named)
      break
    }
    if (piece.subject !== '') named.push(piece)
    closed = piece.closes
    kind = piece.kind
  }
  if (closed && (onlyKinds.test(kind) || (kinds.test(kind) && named.every(({ subject }) => isSector(subject)))))
    return []
  if (named.length === 1 && !closed && kind !== '') return []
  const counted = (named.length > 1 || closed) && (closed || kind !== '')
  return named.map((each) => ({ ...each, listed: counted || standsBesideAName(each.subject, named) }))
}

/** 图书馆新馆、全民健身中心: beside a building with a name, another is one of its own kind too. */
const standsBesideAName = (subject: string, named: readonly { readonly subject: string }[]): boolean =>
  named.length > 1 &&
  isFacility(subject) &&
  named.some((each) => each.subject !== subject && isFacility(each.subject) && isNamed(each.subject))

/** 医养中心和两个邻里中心: what is counted has no name, but those before it may have. */
const alone = (named: readonly Omit<Named, 'listed'>[]): Named[] =>
  named.every(({ subject }) => isNamed(subject) && isFacility(subject))
    ? named.map((each) => ({ ...each, listed: false }))
    : []

interface Piece {
  readonly at: Run
  readonly subject: string
  readonly sized: boolean
  /** Whether 等 or a count closes the list here. */
  readonly closes: boolean
  /** What 等 or the count says the names are. */
  readonly kind: string
}

function pieceOf(words: string, part: Run): Piece | 'counted' {
  const bounds = bareBounds(words, part.from, part.to)
  const to = withoutTailBracket(words, bounds.from, bounds.to)
  const from = bareBounds(words, behindRelative(words, bounds.from, to), to).from
  const said = words.slice(from, to)
  const closing = etc.exec(said)
  const count = countIn(said)
  if (closing && !(count && count.at < closing.index)) {
    return piece(words, from, from + closing.index, said.slice(closing.index), true)
  }
  if (!count) return piece(words, from, to, '', false)
  if (count.sizes && count.end === said.length)
    return { ...piece(words, from, from + count.at, '', false), sized: true }
  const name = said.slice(0, count.at)
  if (count.amount && name.length >= 2 && !notAName.test(name) && isFacility(said))
    return piece(words, from, to, '', false)
  if (name.length < 2 || notAName.test(name) || count.end === said.length) return 'counted'
  return piece(words, from, from + count.at, said.slice(count.at), false)
}

function piece(words: string, from: number, to: number, kind: string, closes: boolean): Piece {
  return { at: { from, to: Math.max(to, from) }, subject: words.slice(from, to), sized: false, closes, kind }
}
