import type { UnitKind } from '../shared/index.ts'
import { basisOf } from './basis.ts'
import { isHeldDown } from './mentions.ts'
import type { Basis, Comparator } from './plan.ts'
import type { Seen } from './seen.ts'
import { behindLast, sharedSubjects, subjectOf } from './subject.ts'

/** A promised number as its passage shows it. */
export interface PromisedNumber {
  readonly seen: Seen
  readonly comparator: Comparator
  readonly basis: Basis
  readonly subject: string
  /** 力争: a figure beyond the promised one, or a promise worded so. */
  readonly stretch: boolean
  /** 下降、压减 by so much. */
  readonly down: boolean
  /** The basis is that of the figure before: the words of this one name none. */
  readonly carried: boolean
}

// 争取上级资金 obtains; only before a verb or a time does 争取 aim beyond.
const stretching = /力争|冲刺|奋斗目标|努力实现|争取(?=达|实现|完成|突破|新增|建|在|年|全年|引进|创|获|到|增长)/
const falling = /(?:下降|降低|压减|减少|缩短|压缩|缩减|削减|回落|降幅|压降|下调|降)(?:幅度)?(?![到至])[^,。;、]{0,6}$/
const onlyGoesOn = /^[、,和及与]?(?:并?力争|争取|冲刺|奋力)?(?:增长|达到|达|实现|完成|到|突破)?$/
const apart = /分别|各自/
const joins = /^[、和及与,至]$/

/** Numbers that share their words: those behind one 分别, or with nothing but 、 and 和 between them. */
function groupsOf(promises: readonly Seen[]): readonly (readonly Seen[])[] {
  const groups: Seen[][] = []
  for (const seen of promises) {
    const last = groups.at(-1)
    const lead = last?.at(-1)
    const joined = lead !== undefined && lead.clause === seen.clause && joins.test(seen.own)
    if (last && joined && lead.mention.unit === seen.mention.unit) last.push(seen)
    else groups.push([seen])
  }
  return groups
}

/** What each figure of a group is held to: a comparator printed once, before the first or behind the last, holds for all. */
function comparatorsOf(group: readonly Seen[]): readonly Comparator[] {
  const first = group[0]
  const last = group.at(-1)
  if (!first || !last) return []
  const own = group.map(({ mention }) => mention.comparator)
  const held = isHeldDown(first.text, first.mention) ? '<=' : null
  const shares = group.length > 1 && (apart.test(first.own) || held !== null)
  const infront = first.mention.comparator !== null && first.mention.start < first.mention.numberStart
  const bare = own.slice(0, -1).every((each) => each === null)
  const shared = !shares ? null : bare && own.at(-1) ? own.at(-1) : infront ? own[0] : null
  return group.map(({ mention }, i) => (mention.valueTo !== null ? 'range' : (own[i] ?? shared ?? held ?? '=')))
}

interface Carried {
  readonly down: boolean
  readonly basis: Basis
  readonly subject: string
  readonly seen: Seen
}

/** The basis that a number may take over: of a figure of the same clause, or of the same sentence and the same kind. */
function carriedBasis(seen: Seen, last: Carried | null): Basis | null {
  if (!last || last.seen.clause.sentence !== seen.clause.sentence) return null
  if (last.seen.clause === seen.clause || /^其中/.test(seen.before)) return last.basis
  if (last.seen.mention.unit !== seen.mention.unit) return null
  const near = seen.clause.index - last.seen.clause.index === 1
  return seen.mention.unitKind === 'rate' || (near && seen.mention.unitKind === 'count') ? last.basis : null
}

function readOne(seen: Seen, comparator: Comparator, part: string | null, last: Carried | null): PromisedNumber {
  const { own, after, mention } = seen
  const carried = carriedBasis(seen, last)
  const goesOn =
    last !== null &&
    carried !== null &&
    seen.mention.unit === last.seen.mention.unit &&
    onlyGoesOn.test(own) &&
    !/^的?[一-龥]{2}/.test(after)
  const near = last !== null && seen.clause.index - last.seen.clause.index <= 1
  const words = part === null ? own : part + own.slice(Math.max(0, own.search(apart)))
  const read = basisOf({
    own: words,
    after,
    subject: words,
    unit: mention.unit,
    carried,
    carriedSubject: last?.subject ?? '',
  })
  // 净增20家、达到150家: what is reached is no longer what is added.
  const reaches = carried === 'increment' && reachesLevel.test(own)
  const basis = goesOn && carried !== null && !reaches && (part === null || carried === 'increment') ? carried : read
  return {
    seen,
    comparator,
    basis,
    subject: subjectFor(seen, part, goesOn ? last : null, near ? last.subject : ''),
    stretch: stretching.test(own),
    down: falling.test(own) || (goesOn && last.down && joins.test(own)),
    carried:
      carried !== null &&
      !goesOn &&
      part === null &&
      mention.unitKind === 'rate' &&
      basis === carried &&
      !namesOne(own),
  }
}

const reachesLevel = /(?:达到|达|到|突破)$/

const namesOne = (own: string): boolean => /率|度|比|占|增|降|减|涨|速/.test(own)

function subjectFor(seen: Seen, part: string | null, goesOnFrom: Carried | null, lastSubject: string): string {
  if (part !== null) return subjectOf(part, '', part)
  if (goesOnFrom === null) return subjectOf(seen.own, seen.after, lastSubject, seen.mention.unitKind === 'rate')
  const near = seen.clause.index - goesOnFrom.seen.clause.index <= 1
  return near ? goesOnFrom.subject : subjectOf(previousClause(seen), '', goesOnFrom.subject)
}

/** The clause before, for a clause that names nothing itself: …清单,分别计划投资7亿元、6亿元. */
function previousClause({ text, clause }: Seen): string {
  const words = text.slice(Math.max(0, clause.start - 80), Math.max(0, clause.start - 1))
  return behindLast(words)
}

/** The words in front of 分别 that are to be shared out; those of the clause before where it opens its clause. */
function sharedWords(first: Seen | undefined): string {
  const place = first?.own.search(apart) ?? -1
  if (!first || place < 0) return ''
  return place === 0 ? previousClause(first) : first.own.slice(0, place)
}

/** What a figure carries on from; 其中 goes back over a total in money to what was counted (项目60个,总投资9亿元,其中…3个). */
function wholeOf(seen: Seen, last: Carried | null, lastOfKind: ReadonlyMap<UnitKind, Carried>): Carried | null {
  const kind = seen.mention.unitKind
  return last && /^其中/.test(seen.before) && last.seen.mention.unitKind !== kind
    ? (lastOfKind.get(kind) ?? last)
    : last
}

/** Reads comparator, basis and subject of the promised numbers of one passage, in order. */
export function promisedNumbers(promises: readonly Seen[]): readonly PromisedNumber[] {
  const read: PromisedNumber[] = []
  let last: Carried | null = null
  const lastOfKind = new Map<UnitKind, Carried>()
  for (const group of groupsOf(promises)) {
    const comparators = comparatorsOf(group)
    const [first] = group
    const before = sharedWords(first)
    const parts = before === '' ? null : sharedSubjects(before, group.length)
    for (const [i, seen] of group.entries()) {
      const one: PromisedNumber = readOne(
        seen,
        comparators[i] ?? '=',
        parts?.[i] ?? null,
        wholeOf(seen, last, lastOfKind),
      )
      read.push(one)
      last = { basis: one.basis, subject: one.subject, down: one.down, seen }
      lastOfKind.set(seen.mention.unitKind, last)
    }
  }
  return read
}
