import {
  type Comparator,
  type PlannedTarget,
  type PlannedTask,
  type PrintedComparator,
  printedComparator,
} from '@guatu/core/plan'

// For what a report bounds without a word of its own, or a person settled later.
const plainly: Readonly<Record<Comparator, PrintedComparator>> = {
  '>=': { before: '不低于', after: '' },
  '>': { before: '超过', after: '' },
  '<=': { before: '不高于', after: '' },
  '<': { before: '低于', after: '' },
  '=': { before: '达到', after: '' },
  '~': { before: '', after: '左右' },
  range: { before: '', after: '' },
}

/** The comparison in the report's own words; null where the words that the target was read from hold none. */
export function ownComparator(
  { at, words }: PlannedTarget,
  task: Pick<PlannedTask, 'at' | 'sentence'>,
): PrintedComparator | null {
  if (!at || !task.at || !words) return null
  const start = at.start - task.at.start
  // A target that a later source added was read from other words than this sentence.
  if (start < 0 || at.end > task.at.end) return null
  return printedComparator(task.sentence.slice(start, at.end - task.at.start), words.comparator)
}

const saysDirection = /增长|增速|增幅|增加(?!值)|提高|提升|下降|降低|降幅|压降|压减|减少/

/** 下降 and 增长 go with a rate of change, 减少 with a count, where the subject does not say so itself. */
function directionOf({ subject, words }: PlannedTarget): string {
  if (!words || saysDirection.test(subject)) return ''
  if (words.basis === 'growth') return words.down ? '下降' : '增长'
  return words.down ? '减少' : ''
}

/** A target in the office's words: 工业总产值突破1550亿元 stands as its subject, comparator, figure and unit. */
export function targetSays(
  target: PlannedTarget,
  task: Pick<PlannedTask, 'at' | 'sentence'>,
  shown: (value: string, printedUnit: string) => string,
): string {
  const { words, subject } = target
  if (!words) return subject
  const direction = directionOf(target)
  const { before, after } = ownComparator(target, task) ?? plainly[words.comparator]
  const upper = words.valueTo ? `～${shown(words.valueTo, words.printedUnit)}` : ''
  // 下降5% needs no 达到.
  const compared = direction && words.comparator === '=' ? '' : before
  return `${subject}${direction}${compared}${shown(words.value, words.printedUnit)}${upper}${words.printedUnit}${after}`
}
