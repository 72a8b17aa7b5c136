import { assert, compare, type Decimal, decimal, sumOf, type Words } from '../shared/index.ts'
import { mistakesInTree } from './tree/mistakes.ts'
import type { Measure, Tree } from './tree/tree.ts'

/** What one number is about, and whether the numbers of parts may be added: shares are worked out anew from sums. */
export type RollsUp = 'adds' | 'anew' | 'never'

/** 亮灯规则: how a number is held against its target, by the kinds of the books. */
export type Judging =
  | 'pace'
  | 'level'
  | 'growth'
  | 'rate'
  | 'coverage'
  | 'zeroEvent'
  | 'everyPeriod'
  | 'upperMean'
  /** 超标日预算: bad days so far against those that the year allows. */
  | 'budget'

/** 序时曲线: what share of the year is asked for by the end of each month, in per cent. */
export interface Curve {
  readonly id: string
  readonly label: Words
  readonly cumulative: readonly Decimal[]
  readonly source: string
}

/** 季节指数: each month against the mean of the year, which is one. */
export interface Season {
  readonly index: readonly Decimal[]
  readonly source: string
}

/** 指标: one number, declared as a tree over measures. */
export interface Indicator {
  readonly id: string
  readonly label: Words
  /** As printed: 场, 万元, %. */
  readonly unit: string
  readonly of: Tree
  /** 粒度: what one number is about. */
  readonly grain: 'office' | 'community' | 'place' | 'enterprise' | 'project'
  readonly rollsUp: RollsUp
  /** 责任岗位: who answers for the figure. */
  readonly owner: Words
  /** 口径依据: the paper or book it follows. */
  readonly source: string
  readonly judged: Judging
  /** The curve of the year; left out: equal months. */
  readonly curve?: Curve
  /** How its months usually differ, for a mean that must not be passed. */
  readonly season?: Season
  /** 拟定: stands for words without a number; grey until somebody adopts it. */
  readonly proxy?: true
  /** What reports call it besides its label, as a proposal looks for it. */
  readonly alsoSaid?: readonly string[]
  /** What a target says that means another number, such as 增加值 beside 营业收入. */
  readonly notSaid?: readonly string[]
}

/** Checks a curve when the program starts. */
export function curve(declared: Curve): Curve {
  const { id, cumulative } = declared
  assert(
    cumulative.length === 12,
    `curve ${id}: ${cumulative.length} months; give the share by the end of each of twelve`,
  )
  const falls = cumulative.findIndex((share, i) => i > 0 && compare(share, cumulative[i - 1] as Decimal) < 0)
  assert(falls === -1, `curve ${id}: month ${falls + 1} asks for less than the month before; shares are cumulative`)
  assert(
    compare(cumulative[11] as Decimal, decimal(100)) === 0,
    `curve ${id}: the year ends at ${cumulative[11]}; let it end at 100`,
  )
  return declared
}

/** A curve from twelve weights that make a hundred. */
export function curveOfWeights(declared: Omit<Curve, 'cumulative'> & { readonly weights: readonly Decimal[] }): Curve {
  const { weights, ...more } = declared
  const cumulative = weights.map((_, i) => sumOf(weights.slice(0, i + 1)))
  return curve({ ...more, cumulative })
}

/** Checks a declaration against the measures that registers feed; mistakes stop the start, each with its remedy. */
export function indicator(declared: Indicator, measures: ReadonlyMap<string, Measure>): Indicator {
  const mistakes = [
    ...(/^[a-z][A-Za-z0-9]*$/.test(declared.id)
      ? []
      : ['its id is no identifier; begin with a small letter, letters and digits only']),
    ...(declared.source.trim() === '' ? ['it names no source; say which paper or book it follows'] : []),
    ...(declared.label.zh.trim() === '' || declared.label.en.trim() === ''
      ? ['it has no label in both languages; give both']
      : []),
    ...mistakesInTree(declared, measures),
  ]
  assert(mistakes.length === 0, mistakes.map((mistake) => `indicator ${declared.id}: ${mistake}`).join('\n'))
  return declared
}

/** Indicators that go by one name each. */
export function indicatorsTogether(
  declared: readonly Indicator[],
  measures: ReadonlyMap<string, Measure>,
): readonly Indicator[] {
  const seen = new Set<string>()
  for (const { id } of declared) {
    assert(!seen.has(id), `indicator ${id}: declared twice; give one of them another id`)
    seen.add(id)
  }
  return declared.map((one) => indicator(one, measures))
}
