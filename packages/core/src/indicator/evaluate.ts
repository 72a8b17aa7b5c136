import {
  compareExact,
  type Day,
  decimal,
  type Exact,
  exactly,
  exactMinus,
  exactOver,
  exactPlus,
  exactTimes,
  lastDayOf,
  shownExact,
  sumOf,
  type Words,
  yearOf,
} from '../shared/index.ts'
import { figuresOf } from './figures.ts'
import type { Figures, SeenFact, Trust, Window } from './seen.ts'
import { lookAt } from './select.ts'
import {
  below,
  isLeaf,
  type LeafTree,
  type Measure,
  type Members,
  measuresOf,
  type Named,
  type Pass,
  type Tree,
} from './tree/tree.ts'
import { memberWords, nameOf } from './tree/words.ts'
import { periodsIn, windowOf, yearBefore } from './window.ts'

export type Measures = ReadonlyMap<string, Measure>

/** What a tree is evaluated on, for one window and one degree of trust. */
export interface Asked {
  readonly figures: Figures
  readonly measures: Measures
  readonly window: Window
  readonly trust: Trust
}

/** A number with its working, or the words why there is none: silence is never nought. */
export interface Evaluated {
  /** In the indicator's unit; shares and growth in per cent. */
  readonly value: Exact | null
  readonly says: Words
  /** The last day that a fact in it speaks of. */
  readonly through: Day | null
  /** What the value is a share or a growth of. */
  readonly parts?: { readonly part: Exact; readonly of: Exact }
  /** Whether each period that has a figure passed, the oldest first. */
  readonly periods?: readonly boolean[]
}

const hundred = exactly(decimal(100))
const zero = exactly(decimal(0))

const shown = (value: Exact): string => shownExact(value, 4)

const nothing = (what: Words): Evaluated => ({
  value: null,
  says: { zh: `「${what.zh}」无数据`, en: `no data of “${what.en}”` },
  through: null,
})

const later = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a)

const passes = (value: Exact, pass: Pass): boolean =>
  'atLeast' in pass ? compareExact(value, exactly(pass.atLeast)) >= 0 : compareExact(value, exactly(pass.atMost)) <= 0

const lastDay = (facts: readonly SeenFact[]): Day | null =>
  facts.reduce<Day | null>((last, { trueOn }) => later(last, trueOn), null)

const namesOf = (of: Named, asked: Asked): readonly string[] => [
  ...new Set('communities' in of ? asked.figures.communities : subjectsOf(of.namedBy, asked)),
]

/** The size of a set, and whether a subject belongs to it; null where nobody has said what the set is. */
function membersOf(
  of: Members,
  asked: Asked,
): { readonly size: Exact; readonly has: (subject: string) => boolean } | null {
  if ('size' in of) return { size: exactly(of.size), has: () => true }
  const set = new Set(namesOf(of, asked))
  return set.size === 0 ? null : { size: exactly(decimal(set.size)), has: (subject) => set.has(subject) }
}

function subjectsOf(measure: string, { figures, window, trust }: Asked): readonly string[] {
  const leaf = { kind: 'distinct', measure } as const
  const looked = lookAt(leaf, figures.facts(measure), { from: null, to: window.to }, trust)
  return looked.filter(({ counted }) => counted).map(({ fact }) => fact.subject)
}

function rankIn(facts: readonly SeenFact[], own: string, best: 'highest' | 'lowest'): Exact | null {
  const mine = facts.find(({ subject }) => subject === own)
  if (!mine) return null
  const sign = best === 'highest' ? 1 : -1
  const better = facts.filter(({ quantity }) => compareExact(exactly(quantity), exactly(mine.quantity)) === sign)
  return exactly(decimal(better.length + 1))
}

/** The figure that the counted facts make; null where they make none. */
function figureOf(leaf: LeafTree, facts: readonly SeenFact[], asked: Asked): Exact | null {
  const count = exactly(decimal(facts.length))
  switch (leaf.kind) {
    case 'mean':
      return exactOver(exactly(sumOf(facts.map(({ quantity }) => quantity))), count)
    case 'passingFacts': {
      const good = facts.filter(({ quantity }) => passes(exactly(quantity), leaf.pass))
      return exactOver(exactTimes(exactly(decimal(good.length)), hundred), count)
    }
    case 'rank':
      return rankIn(facts, leaf.own, leaf.best)
    case 'distinct':
      return count
    case 'coverage': {
      const members = membersOf(leaf.of, asked)
      if (!members) return null
      const k = exactly(decimal(facts.filter(({ subject }) => members.has(subject)).length))
      return leaf.share ? exactOver(exactTimes(k, hundred), members.size) : k
    }
    default:
      return exactly(sumOf(facts.map(({ quantity }) => quantity)))
  }
}

function ofLeaf(leaf: LeafTree, asked: Asked): Evaluated {
  const { figures, measures, trust } = asked
  const window = windowOf(leaf, asked.window)
  const name = nameOf(leaf.measure, measures)
  if (leaf.kind === 'count' || leaf.kind === 'sum') {
    const { sum, count, rows } = figures.summed(leaf.measure, window, trust)
    if (rows === 0) return nothing(name)
    return said(leaf, exactly(leaf.kind === 'sum' ? sum : count), asked, window.to)
  }
  const facts = lookAt(leaf, figures.facts(leaf.measure), window, trust).filter(({ counted }) => counted)
  if (facts.length === 0) return nothing(name)
  const counted = facts.map(({ fact }) => fact)
  const value = figureOf(leaf, counted, asked)
  if (!value) return nothing(leaf.kind === 'coverage' ? memberWords(leaf.of, measures) : name)
  const evaluated = said(leaf, value, asked, lastDay(counted))
  if (leaf.kind !== 'passingFacts') return evaluated
  const passed = counted.filter(({ quantity }) => passes(exactly(quantity), leaf.pass)).length
  return { ...evaluated, parts: { part: exactly(decimal(passed)), of: exactly(decimal(counted.length)) } }
}

/** 341 场: a figure beside its name. */
function said(leaf: LeafTree, value: Exact, { measures }: Asked, through: Day | null): Evaluated {
  const { zh, en } = nameOf(leaf.measure, measures)
  const percent = leaf.kind === 'passingFacts' || (leaf.kind === 'coverage' && leaf.share)
  const unit = percent ? '%' : leaf.kind === 'rank' ? '' : (measures.get(leaf.measure)?.unit ?? '')
  return { value, says: { zh: `${zh} ${shown(value)}${unit}`, en: `${en} ${shown(value)}${unit}` }, through }
}

const withResult = (zh: string, en: string, value: Exact, unit = ''): Words => ({
  zh: `${zh} = ${shown(value)}${unit}`,
  en: `${en} = ${shown(value)}${unit}`,
})

const counting: readonly Tree['kind'][] = ['count', 'sum', 'distinct', 'coverage']

/** Nothing counted beside what is there is nought, as no hazard closed of ten that are due; no reading is none. */
const orNought = (evaluated: Evaluated, tree: Tree, asked: Asked): Evaluated =>
  evaluated.value || !isLeaf(tree) || !counting.includes(tree.kind) ? evaluated : said(tree, zero, asked, null)

function ofRatio(tree: Extract<Tree, { kind: 'ratio' }>, asked: Asked): Evaluated {
  const whole = evaluate(tree.to, asked)
  if (!whole.value) return whole
  const part = orNought(evaluate(tree.of, asked), tree.of, asked)
  if (!part.value) return part
  const share = exactOver(exactTimes(part.value, hundred), whole.value)
  if (!share)
    return {
      value: null,
      says: { zh: `${whole.says.zh}，不能作分母`, en: `${whole.says.en}: nothing to divide by` },
      through: whole.through,
    }
  return {
    value: share,
    says: withResult(`${part.says.zh} ÷ ${whole.says.zh}`, `${part.says.en} ÷ ${whole.says.en}`, share, '%'),
    through: later(part.through, whole.through),
    parts: { part: part.value, of: whole.value },
  }
}

function ofTotal(parts: readonly Tree[], asked: Asked): Evaluated {
  const found = parts.map((part) => evaluate(part, asked))
  const [first] = found
  if (first && found.every(({ value }) => value === null)) return first
  const each = found.map((one, i) => orNought(one, parts[i] as Tree, asked))
  const missing = each.find(({ value }) => value === null)
  if (missing) return missing
  const value = each.reduce((sum, one) => exactPlus(sum, one.value ?? zero), zero)
  const joined = (pick: (one: Evaluated) => string) => each.map(pick).join(' ＋ ')
  return {
    value,
    says: withResult(
      joined(({ says }) => says.zh),
      joined(({ says }) => says.en),
      value,
    ),
    through: each.reduce<Day | null>((last, { through }) => later(last, through), null),
  }
}

function ofDifference(tree: Extract<Tree, { kind: 'difference' }>, asked: Asked): Evaluated {
  const whole = evaluate(tree.of, asked)
  if (!whole.value) return whole
  const less = orNought(evaluate(tree.less, asked), tree.less, asked)
  if (!less.value) return less
  const value = exactMinus(whole.value, less.value)
  return {
    value,
    says: withResult(`${whole.says.zh} − ${less.says.zh}`, `${whole.says.en} − ${less.says.en}`, value),
    through: later(whole.through, less.through),
  }
}

/** What a growth is held against, and over which days; `through` is the last day that the grown figure speaks of. */
function baseOf(
  { of, before }: Extract<Tree, { kind: 'growth' }>,
  window: Window,
  through: Day | null,
): { readonly of: Tree; readonly window: Window } {
  // 可比增速 takes what the same firms had then, as they say it now; 绝对增速 what was published then.
  if (before) return { of: { kind: 'cumulative', measure: before }, window }
  const from = window.from === null ? null : yearBefore(window.from)
  return { of, window: { from, to: yearBefore(through ?? window.to) } }
}

function ofGrowth(tree: Extract<Tree, { kind: 'growth' }>, asked: Asked): Evaluated {
  const now = evaluate(tree.of, asked)
  if (!now.value) return now
  const base = baseOf(tree, asked.window, now.through)
  const before = evaluate(base.of, { ...asked, window: base.window })
  if (!before.value)
    return { ...before, says: { zh: `上年同期${before.says.zh}`, en: `the year before: ${before.says.en}` } }
  const ratio = exactOver(exactTimes(now.value, hundred), before.value)
  if (!ratio)
    return {
      value: null,
      says: { zh: '上年同期为零，没有增速', en: 'nought the year before: no growth' },
      through: now.through,
    }
  const value = exactMinus(ratio, hundred)
  return {
    value,
    says: withResult(
      `${now.says.zh} ÷ 上年同期${before.says.zh} − 1`,
      `${now.says.en} ÷ ${before.says.en} the year before − 1`,
      value,
      '%',
    ),
    through: now.through,
    parts: { part: now.value, of: before.value },
  }
}

function ofComposite({ parts }: Extract<Tree, { kind: 'composite' }>, asked: Asked): Evaluated {
  const each = parts.map(({ weight, of }) => ({ weight, one: evaluate(of, asked) }))
  const missing = each.find(({ one }) => one.value === null)
  if (missing) return missing.one
  const value = each.reduce(
    (sum, { weight, one }) => exactPlus(sum, exactTimes(exactly(weight), one.value ?? zero)),
    zero,
  )
  const joined = (pick: (says: Words) => string) =>
    each.map(({ weight, one }) => `${weight} × ${pick(one.says)}`).join(' ＋ ')
  return {
    value,
    says: withResult(
      joined(({ zh }) => zh),
      joined(({ en }) => en),
      value,
    ),
    through: each.reduce<Day | null>((last, { one }) => later(last, one.through), null),
  }
}

function ofPassing(tree: Extract<Tree, { kind: 'passing' }>, asked: Asked): Evaluated {
  const each = periodsIn(asked.window, tree.each).map((window) => evaluate(tree.of, { ...asked, window }))
  const measured = each.flatMap(({ value }) => (value ? [value] : []))
  if (measured.length === 0) return each.at(-1) ?? nothing({ zh: '各期', en: 'the periods' })
  const periods = measured.map((value) => passes(value, tree.pass))
  const passed = exactly(decimal(periods.filter(Boolean).length))
  const of = exactly(decimal(measured.length))
  const share = exactOver(exactTimes(passed, hundred), of)
  const [zh, en] = tree.each === 'month' ? ['个月', 'months'] : ['个季度', 'quarters']
  return {
    value: tree.share && share ? share : passed,
    says: {
      zh: `测评${shown(of)}${zh}，达标${shown(passed)}${zh}`,
      en: `${shown(passed)} of ${shown(of)} ${en} measured passed`,
    },
    through: each.reduce<Day | null>((last, { through }) => later(last, through), null),
    parts: { part: passed, of },
    periods,
  }
}

/** What the periods give, added. A period of which nobody said anything adds nothing; where none said anything, there is no number. */
function ofPeriods(tree: Extract<Tree, { kind: 'periods' }>, asked: Asked): Evaluated {
  const each = periodsIn(asked.window, tree.each).map((window) => evaluate(tree.of, { ...asked, window }))
  const known = each.flatMap(({ value }) => (value ? [value] : []))
  if (known.length === 0) return each.at(-1) ?? nothing({ zh: '各期', en: 'the periods' })
  const value = known.reduce(exactPlus, zero)
  const { zh, en } = nameOf(measuresOf(tree.of)[0] ?? '', asked.measures)
  const [by, byEn] = tree.each === 'month' ? ['逐月', 'months'] : ['逐季', 'quarters']
  return {
    value,
    says: { zh: `${zh}${by}相加 ${shown(value)}`, en: `${en}, ${byEn} added ${shown(value)}` },
    through: each.reduce<Day | null>((last, { through }) => later(last, through), null),
  }
}

const namedAtMost = 10

/** 未达到：甲、乙: communities are called by name; other members are rows, whose ids say nothing. */
function failing(of: Named, names: readonly string[]): Words {
  if (!('communities' in of) || names.length === 0) return { zh: '', en: '' }
  const more = names.length > namedAtMost
  const said = names.slice(0, namedAtMost)
  return {
    zh: `；未达到：${said.join('、')}${more ? ' 等' : ''}`,
    en: `; not: ${said.join(', ')}${more ? ' and others' : ''}`,
  }
}

function ofAnswering(tree: Extract<Tree, { kind: 'answering' }>, asked: Asked): Evaluated {
  const names = namesOf(tree.of, asked)
  if (names.length === 0) return nothing(memberWords(tree.of, asked.measures))
  const facts = [...new Set(tree.all.flatMap(({ of }) => measuresOf(of)))].flatMap((id) => asked.figures.facts(id))
  const bySubject = Map.groupBy(facts, ({ subject }) => subject)
  const each = names.map((name) => {
    const figures = figuresOf(bySubject.get(name) ?? [], [name])
    const found = tree.all.map(({ of, pass }) => {
      const evaluated = orNought(evaluate(of, { ...asked, figures }), of, asked)
      return { evaluated, passed: evaluated.value !== null && passes(evaluated.value, pass) }
    })
    return { name, found, passed: found.every(({ passed }) => passed) }
  })
  const part = exactly(decimal(each.filter(({ passed }) => passed).length))
  const of = exactly(decimal(names.length))
  const share = exactOver(exactTimes(part, hundred), of)
  const lacking = failing(
    tree.of,
    each.flatMap(({ name, passed }) => (passed ? [] : [name])),
  )
  return {
    value: tree.share && share ? share : part,
    says: {
      zh: `${shown(of)}个中${shown(part)}个达到全部条件${lacking.zh}`,
      en: `${shown(part)} of ${shown(of)} pass every test${lacking.en}`,
    },
    through: each
      .flatMap(({ found }) => found)
      .reduce<Day | null>((last, { evaluated }) => later(last, evaluated.through), null),
    parts: { part, of },
  }
}

function ofMembers({ of, times }: Extract<Tree, { kind: 'members' }>, asked: Asked): Evaluated {
  const words = memberWords(of, asked.measures)
  const names = namesOf(of, asked)
  if (names.length === 0) return nothing(words)
  const value = exactTimes(exactly(decimal(names.length)), exactly(times))
  return { value, says: { zh: `${words.zh} ${shown(value)}`, en: `${words.en} ${shown(value)}` }, through: null }
}

/** The number of a tree in a window, exact, with the words of its working. */
export function evaluate(tree: Tree, asked: Asked): Evaluated {
  if (isLeaf(tree)) return ofLeaf(tree, asked)
  switch (tree.kind) {
    case 'ratio':
      return ofRatio(tree, asked)
    case 'total':
      return ofTotal(tree.parts, asked)
    case 'difference':
      return ofDifference(tree, asked)
    case 'growth':
      return ofGrowth(tree, asked)
    case 'composite':
      return ofComposite(tree, asked)
    case 'passing':
      return ofPassing(tree, asked)
    case 'periods':
      return ofPeriods(tree, asked)
    case 'answering':
      return ofAnswering(tree, asked)
    case 'members':
      return ofMembers(tree, asked)
    case 'given':
      return {
        value: exactly(tree.value),
        says: { zh: `${tree.value}（${tree.source}）`, en: `${tree.value} (${tree.source})` },
        through: null,
      }
  }
}

/** A figure that is taken from the facts of a measure, and over which days. */
export interface Look {
  readonly leaf: LeafTree
  readonly window: Window
}

/** Every figure that a tree takes from facts; a growth takes that of the year before as well. */
export function looksOf(tree: Tree, asked: Asked): readonly Look[] {
  if (isLeaf(tree)) return [{ leaf: tree, window: windowOf(tree, asked.window) }]
  if (tree.kind === 'periods')
    return periodsIn(asked.window, tree.each).flatMap((window) => looksOf(tree.of, { ...asked, window }))
  const own = below(tree).flatMap((one) => looksOf(one, asked))
  if (tree.kind !== 'growth') return own
  const { of, window } = baseOf(tree, asked.window, evaluate(tree.of, asked).through)
  return [...own, ...looksOf(of, { ...asked, window })]
}

/** Last year's whole total of what a growth grows, and over which days: what the rest of this year is held against. */
function wholeYearBefore(tree: Tree, { from }: Window): { readonly of: Tree; readonly window: Window } | null {
  if (tree.kind !== 'growth' || from === null) return null
  const first = yearBefore(from)
  return { of: tree.of, window: { from: first, to: lastDayOf(yearOf(first)) } }
}

/** The figures that `baseOfYear` takes from facts. */
export function looksOfBase(tree: Tree, asked: Asked): readonly Look[] {
  const base = wholeYearBefore(tree, asked.window)
  return base ? looksOf(base.of, { ...asked, window: base.window }) : []
}

/** The number of last year's whole total, which is null where nothing was grown or nobody said anything. */
export function baseOfYear(tree: Tree, asked: Asked): Exact | null {
  const base = wholeYearBefore(tree, asked.window)
  return base ? evaluate(base.of, { ...asked, window: base.window }).value : null
}
