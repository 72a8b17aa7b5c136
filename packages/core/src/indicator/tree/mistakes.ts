import { compare, decimal, readUnit, sumOf } from '../../shared/index.ts'
import type { Indicator } from '../indicator.ts'
import { allBelow, below, isLeaf, type LeafTree, leavesOf, type Measure, measuresOf, type Tree } from './tree.ts'

type Measures = ReadonlyMap<string, Measure>
type Declared = Pick<Indicator, 'unit' | 'of' | 'rollsUp' | 'judged'>

const needsSubject: readonly Tree['kind'][] = ['distinct', 'cumulative', 'coverage', 'rank']

function mistakesInLeaf(leaf: LeafTree, measures: Measures): string[] {
  const measure = measures.get(leaf.measure)
  if (!measure) return []
  const mistakes: string[] = []
  if (measure.cumulative && leaf.kind === 'sum')
    mistakes.push(`measure ${leaf.measure} is cumulative, its months may not be added; use cumulative`)
  if (!measure.cumulative && leaf.kind === 'cumulative')
    mistakes.push(`measure ${leaf.measure} is not cumulative, its last month is not the year; use sum`)
  if (!measure.about && needsSubject.includes(leaf.kind))
    mistakes.push(
      `${leaf.kind} asks whom facts are about, and measure ${leaf.measure} does not say; name a column in "about" of its feed`,
    )
  return mistakes
}

const isNought = (value: string): boolean => compare(decimal(value), decimal(0)) <= 0

function mistakesAt(tree: Tree, measures: Measures): string[] {
  if (isLeaf(tree)) {
    const size = tree.kind === 'coverage' && 'size' in tree.of ? tree.of.size : null
    return [
      ...mistakesInLeaf(tree, measures),
      ...(size !== null && isNought(size) ? ['a set of none cannot be covered; give its size'] : []),
    ]
  }
  if (tree.kind === 'composite') {
    const weights = sumOf(tree.parts.map(({ weight }) => weight))
    return compare(weights, decimal(1)) === 0 ? [] : [`the weights make ${weights}; let them make 1`]
  }
  if (tree.kind === 'total' && tree.parts.length < 2) return ['a total of fewer than two parts; use the part itself']
  if (tree.kind === 'answering' && tree.all.length === 0) return ['no test is asked of the members; name one']
  if (tree.kind === 'answering')
    return leavesOf(tree)
      .filter(({ measure }) => measures.get(measure)?.about === false)
      .map(
        ({ measure }) =>
          `it asks each member, and measure ${measure} does not say whom it is about; name a column in "about" of its feed`,
      )
  if (tree.kind === 'members' && isNought(tree.times)) return ['a set is taken no times; say how many']
  if ((tree.kind === 'passing' || tree.kind === 'periods') && leavesOf(tree).some(({ within }) => within === 'year'))
    return ['a part of a passing period looks at the whole year; leave its "within" out']
  if (tree.kind === 'growth' && leavesOf(tree.of).some(({ within }) => within !== undefined && within !== 'year'))
    return ['growth compares years; leave "within" out below it']
  return []
}

const shares: readonly Tree['kind'][] = ['ratio', 'growth', 'passingFacts']

const isShare = (tree: Tree): boolean =>
  shares.includes(tree.kind) ||
  ((tree.kind === 'coverage' || tree.kind === 'passing' || tree.kind === 'answering') && tree.share)

/** The unit that a tree gives, where its measures tell. */
function unitOf(tree: Tree, measures: Measures): string | null {
  if (isShare(tree)) return '%'
  if (tree.kind === 'sum' || tree.kind === 'cumulative' || tree.kind === 'latest' || tree.kind === 'mean')
    return measures.get(tree.measure)?.unit ?? null
  if (tree.kind !== 'total' && tree.kind !== 'difference' && tree.kind !== 'periods') return null
  const units = new Set(below(tree).map((one) => unitOf(one, measures)))
  return units.size === 1 ? ([...units][0] ?? null) : null
}

const sameUnit = (a: string, b: string): boolean =>
  readUnit(a).unit === readUnit(b).unit && readUnit(a).scale === readUnit(b).scale

function mistakesOfUnit({ unit, of }: Declared, measures: Measures): string[] {
  const given = unitOf(of, measures)
  return given === null || given === '' || sameUnit(given, unit)
    ? []
    : [`it gives ${given} and says ${unit}; say ${given}`]
}

/** What is wrong with a declared number, each with its remedy. */
export function mistakesInTree(declared: Declared, measures: Measures): string[] {
  const { of, rollsUp } = declared
  const unknown = measuresOf(of).filter((id) => !measures.has(id))
  const adding =
    rollsUp === 'adds' && (isShare(of) || of.kind === 'mean' || of.kind === 'composite' || of.kind === 'rank')
  return [
    ...unknown.map((id) => `no register feeds measure ${id}; declare a feed that serves it, or correct the name`),
    ...allBelow(of).flatMap((one) => mistakesAt(one, measures)),
    ...mistakesOfUnit(declared, measures),
    ...(adding ? ['shares, means and ranks of parts are never added; say rollsUp "anew" or "never"'] : []),
  ]
}
