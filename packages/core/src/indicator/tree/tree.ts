import type { Decimal, Words } from '../../shared/index.ts'

/** From when on facts are looked at: since the year began, in the month or quarter of the day, or ever. */
export type Within = 'year' | 'quarter' | 'month' | 'ever'

/** What a value has to be to pass. */
export type Pass = { readonly atLeast: Decimal } | { readonly atMost: Decimal }

/** Of what set a share is taken: the communities of the office, whatever a measure names, or a number from a paper. */
export type Members =
  | { readonly communities: true }
  | { readonly namedBy: string }
  | { readonly size: Decimal; readonly source: string }

/** Sets whose members are known one by one. */
export type Named = Exclude<Members, { readonly size: Decimal }>

/** A figure that is asked of each member of a set, over the facts that are about it. */
export interface Test {
  readonly of: Tree
  readonly pass: Pass
}

/** One figure over the facts of one measure. */
export interface Leaf {
  readonly measure: string
  /** Left out: since the year began. */
  readonly within?: Within
}

/** How a number is made of facts, as data: from it come the value, the words under it, and the rows it looked at. */
export type Tree =
  /** How many facts there are; a fact that takes away takes one away. */
  | ({ readonly kind: 'count' } & Leaf)
  /** Their quantities, added. */
  | ({ readonly kind: 'sum' } & Leaf)
  /** How many different things they are about. */
  | ({ readonly kind: 'distinct' } & Leaf)
  /** The one that was true last. */
  | ({ readonly kind: 'latest' } & Leaf)
  /** 累计数: the last figure of each thing, added over the things; the months of one thing are never added. */
  | ({ readonly kind: 'cumulative' } & Leaf)
  /** 有效日均值: the mean of the days that have a valid figure. */
  | ({ readonly kind: 'mean' } & Leaf)
  /** The share of facts whose quantity passes: good days of valid days. */
  | ({ readonly kind: 'passingFacts'; readonly pass: Pass } & Leaf)
  /** The place of one thing among all by their last figures, the best first; equals share the better place. */
  | ({ readonly kind: 'rank'; readonly own: string; readonly best: 'highest' | 'lowest' } & Leaf)
  /** 覆盖: how many of a set the facts name; as a share where `share` says so. */
  | ({ readonly kind: 'coverage'; readonly of: Members; readonly share: boolean } & Leaf)
  /** How many months or quarters pass, of those that have a figure. */
  | {
      readonly kind: 'passing'
      readonly each: 'month' | 'quarter'
      readonly of: Tree
      readonly pass: Pass
      readonly share: boolean
    }
  /** 逐期相加: what each month or quarter gives, added; one that gives nothing adds nothing. */
  | { readonly kind: 'periods'; readonly each: 'month' | 'quarter'; readonly of: Tree }
  /** 逐个达标: how many of a set pass every test, each over the facts about it alone; as a share where `share` says so. */
  | { readonly kind: 'answering'; readonly of: Named; readonly all: readonly Test[]; readonly share: boolean }
  /** How many a set has, so many times: three posts in each community. */
  | { readonly kind: 'members'; readonly of: Named; readonly times: Decimal }
  | { readonly kind: 'ratio'; readonly of: Tree; readonly to: Tree }
  | { readonly kind: 'total'; readonly parts: readonly Tree[] }
  | { readonly kind: 'difference'; readonly of: Tree; readonly less: Tree }
  /** 增速: against the same days of the year before; of the same things only, where `before` is what each had then. */
  | { readonly kind: 'growth'; readonly of: Tree; readonly before?: string }
  /** 综合指数: weights make one. */
  | { readonly kind: 'composite'; readonly parts: readonly { readonly weight: Decimal; readonly of: Tree }[] }
  /** A figure that a paper gives. */
  | { readonly kind: 'given'; readonly value: Decimal; readonly source: string }

/** What facts of one name are: their unit, and whether each is already the sum of all months before it. */
export interface Measure {
  readonly id: string
  readonly label: Words
  /** As printed, 万元 or 场. */
  readonly unit: string
  readonly cumulative: boolean
  /** Whether its facts say whom or what they are about. */
  readonly about: boolean
  readonly register: Words
}

const leaves = ['count', 'sum', 'distinct', 'latest', 'cumulative', 'mean', 'passingFacts', 'rank', 'coverage'] as const

export type LeafTree = Extract<Tree, { readonly kind: (typeof leaves)[number] }>

export const isLeaf = (tree: Tree): tree is LeafTree => leaves.some((kind) => kind === tree.kind)

/** The trees that stand directly below one. */
export function below(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'ratio':
      return [tree.of, tree.to]
    case 'difference':
      return [tree.of, tree.less]
    case 'total':
      return tree.parts
    case 'composite':
      return tree.parts.map(({ of }) => of)
    case 'passing':
    case 'periods':
    case 'growth':
      return [tree.of]
    case 'answering':
      return tree.all.map(({ of }) => of)
    default:
      return []
  }
}

export const leavesOf = (tree: Tree): readonly LeafTree[] =>
  isLeaf(tree) ? [tree] : below(tree).flatMap((one) => leavesOf(one))

const isOfSet = (tree: Tree): tree is Extract<Tree, { readonly kind: 'answering' | 'members' }> =>
  tree.kind === 'answering' || tree.kind === 'members'

/** The measures a tree reads. */
export function measuresOf(tree: Tree): readonly string[] {
  const named = leavesOf(tree).flatMap((leaf) =>
    leaf.kind === 'coverage' && 'namedBy' in leaf.of ? [leaf.measure, leaf.of.namedBy] : [leaf.measure],
  )
  return [
    ...new Set([
      ...named,
      ...allBelow(tree).flatMap((one) => (one.kind === 'growth' && one.before ? [one.before] : [])),
      ...allBelow(tree).flatMap((one) => (isOfSet(one) && 'namedBy' in one.of ? [one.of.namedBy] : [])),
    ]),
  ]
}

export const allBelow = (tree: Tree): readonly Tree[] => [tree, ...below(tree).flatMap(allBelow)]

/** Whether kept sums answer the whole tree; where not, single facts have to be looked at. */
export const answeredBySums = (tree: Tree): boolean =>
  leavesOf(tree).every(({ kind }) => kind === 'count' || kind === 'sum') &&
  !allBelow(tree).some((one) => one.kind === 'growth' || isOfSet(one))
