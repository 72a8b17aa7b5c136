import type { Words } from '../../shared/index.ts'
import type { Leaf, LeafTree, Measure, Members, Pass, Tree } from './tree.ts'
import { isLeaf } from './tree.ts'

type Measures = ReadonlyMap<string, Measure>

export const nameOf = (measure: string, measures: Measures): Words =>
  measures.get(measure)?.label ?? { zh: measure, en: measure }

export function memberWords(of: Members, measures: Measures): Words {
  if ('communities' in of) return { zh: '全部社区', en: 'all communities' }
  if ('size' in of) return { zh: `${of.size}（${of.source}）`, en: `${of.size} (${of.source})` }
  const { zh, en } = nameOf(of.namedBy, measures)
  return { zh: `「${zh}」的全部对象`, en: `everything that “${en}” names` }
}

const passWords = (pass: Pass): Words =>
  'atLeast' in pass
    ? { zh: `不低于${pass.atLeast}`, en: `at least ${pass.atLeast}` }
    : { zh: `不高于${pass.atMost}`, en: `at most ${pass.atMost}` }

const periods = {
  year: { zh: '本年', en: 'this year' },
  quarter: { zh: '本季', en: 'this quarter' },
  month: { zh: '本月', en: 'this month' },
  ever: { zh: '历年', en: 'so far' },
} satisfies Record<NonNullable<Leaf['within']>, Words>

/** 本年「文明实践活动」（活动台账）: the facts that a leaf reads. */
function factsWords({ measure, within = 'year' }: Leaf, measures: Measures): Words {
  const { zh, en } = nameOf(measure, measures)
  const register = measures.get(measure)?.register
  const period = periods[within]
  return {
    zh: `${period.zh}「${zh}」${register ? `（${register.zh}）` : ''}`,
    en: `“${en}”${register ? ` (${register.en})` : ''} ${period.en}`,
  }
}

function leafWords(leaf: LeafTree, measures: Measures): Words {
  const { zh, en } = factsWords(leaf, measures)
  switch (leaf.kind) {
    case 'count':
      return { zh: `${zh}的条数`, en: `the number of ${en}` }
    case 'sum':
      return { zh: `${zh}之和`, en: `the sum of ${en}` }
    case 'distinct':
      return { zh: `${zh}的对象数，同一对象只计一次`, en: `how many different things ${en} are about` }
    case 'latest':
      return { zh: `${zh}的最近一期`, en: `the latest of ${en}` }
    case 'cumulative':
      return {
        zh: `${zh}各对象最近一期累计数之和，各月不相加`,
        en: `the last figure to date of each in ${en}, added; months are not`,
      }
    case 'mean':
      return { zh: `${zh}有效日的平均`, en: `the mean of the valid days of ${en}` }
    case 'passingFacts': {
      const pass = passWords(leaf.pass)
      return { zh: `${zh}中${pass.zh}的占比`, en: `the share of ${en} that is ${pass.en}` }
    }
    case 'rank':
      return { zh: `${zh}的名次，并列取前`, en: `the place in ${en}; equals share the better one` }
    case 'coverage': {
      const of = memberWords(leaf.of, measures)
      return leaf.share
        ? { zh: `${zh}的对象 ÷ ${of.zh}`, en: `the share of ${of.en} named by ${en}` }
        : { zh: `${of.zh}中有${zh}的个数`, en: `how many of ${of.en} ${en} name` }
    }
  }
}

const joined = (words: readonly Words[], by: string): Words => ({
  zh: words.map(({ zh }) => zh).join(by),
  en: words.map(({ en }) => en).join(by),
})

/** The sentence under a number, from the tree that makes the number. */
export function treeWords(tree: Tree, measures: Measures): Words {
  if (isLeaf(tree)) return leafWords(tree, measures)
  const words = (one: Tree) => treeWords(one, measures)
  switch (tree.kind) {
    case 'ratio':
      return joined([words(tree.of), words(tree.to)], ' ÷ ')
    case 'total':
      return joined(tree.parts.map(words), ' ＋ ')
    case 'difference':
      return joined([words(tree.of), words(tree.less)], ' − ')
    case 'growth': {
      const { zh, en } = words(tree.of)
      return tree.before
        ? { zh: `${zh}，比同一批对象自报的上年同期增长`, en: `${en}, against what the same ones had the year before` }
        : { zh: `${zh}，比上年同期公布数增长`, en: `${en}, against the same days of the year before` }
    }
    case 'composite':
      return joined(
        tree.parts.map(({ weight, of }) => {
          const { zh, en } = words(of)
          return { zh: `${weight} × ${zh}`, en: `${weight} × ${en}` }
        }),
        ' ＋ ',
      )
    case 'passing': {
      const of = words(tree.of)
      const pass = passWords(tree.pass)
      const zh = tree.each === 'month' ? '逐月' : '逐季'
      return {
        zh: `${zh}看${of.zh}，${pass.zh}的期数${tree.share ? ' ÷ 有数据的期数' : ''}`,
        en: `${tree.share ? 'the share of' : 'the number of'} ${tree.each}s in which ${of.en} is ${pass.en}`,
      }
    }
    case 'periods': {
      const { zh, en } = words(tree.of)
      return tree.each === 'month'
        ? { zh: `逐月取${zh}，各月相加`, en: `${en}, month by month, added` }
        : { zh: `逐季取${zh}，各季相加`, en: `${en}, quarter by quarter, added` }
    }
    case 'answering': {
      const of = memberWords(tree.of, measures)
      const each = tree.all.map((test) => {
        const [said, pass] = [words(test.of), passWords(test.pass)]
        return { zh: `${said.zh}${pass.zh}`, en: `${said.en} ${pass.en}` }
      })
      const { zh, en } = joined(each, '，')
      return {
        zh: `${of.zh}中${zh}的个数${tree.share ? ` ÷ ${of.zh}` : ''}`,
        en: `${tree.share ? 'the share' : 'how many'} of ${of.en} in which ${en}`,
      }
    }
    case 'members': {
      const of = memberWords(tree.of, measures)
      const isOnce = tree.times === '1'
      return isOnce
        ? { zh: `${of.zh}的个数`, en: `the number of ${of.en}` }
        : { zh: `${of.zh}的个数 × ${tree.times}`, en: `the number of ${of.en} × ${tree.times}` }
    }
    case 'given':
      return { zh: `${tree.value}（${tree.source}）`, en: `${tree.value} (${tree.source})` }
  }
}
