import type { Review } from '@guatu/contract'
import { shownValue, unitWords } from '@guatu/core/shared'
import { locale, m } from './index.ts'

type Item = Review['items'][number]
export type TargetItem = Extract<Item, { kind: 'target' }>
export type MilestoneItem = Extract<Item, { kind: 'milestone' }>
export type Comparator = TargetItem['comparator']
export type Basis = TargetItem['basis']
export type MilestoneEvent = MilestoneItem['event']

/** In the order a form lists them. */
export const comparators: readonly Comparator[] = ['>=', '>', '<=', '<', '=', '~', 'range']
export const bases: readonly Basis[] = ['level', 'increment', 'growth', 'share', 'rank', 'coverage', 'frequency']
export const milestoneEvents: readonly MilestoneEvent[] = [
  'approve',
  'start',
  'progress',
  'complete',
  'operate',
  'establish',
  'acquire',
  'sell',
  'remove',
  'award',
  'hold',
]

const comparatorNames: Record<Comparator, () => string> = {
  '>=': m.target_at_least,
  '>': m.target_above,
  '<=': m.target_at_most,
  '<': m.target_below,
  '=': m.target_equal,
  '~': m.target_about,
  range: m.target_between,
}
export const comparatorName = (comparator: Comparator): string => comparatorNames[comparator]()

const basisNames: Record<Basis, () => string> = {
  level: m.basis_level,
  increment: m.basis_increment,
  growth: m.basis_growth,
  share: m.basis_share,
  rank: m.basis_rank,
  coverage: m.basis_coverage,
  frequency: m.basis_frequency,
}
export const basisName = (basis: Basis): string => basisNames[basis]()

const eventNames: Record<MilestoneEvent, () => string> = {
  approve: m.event_approve,
  start: m.event_start,
  progress: m.event_progress,
  complete: m.event_complete,
  operate: m.event_operate,
  establish: m.event_establish,
  acquire: m.event_acquire,
  sell: m.event_sell,
  remove: m.event_remove,
  award: m.event_award,
  hold: m.event_hold,
}
export const eventName = (event: MilestoneEvent): string => eventNames[event]()

interface Amount {
  readonly comparator: Comparator
  readonly value: string
  readonly valueTo: string | null
  readonly unit: string
  readonly printedUnit: string
  /** The report's own words of comparison, where it has some. They are Chinese, and so shown on Chinese pages alone. */
  readonly printedComparator?: { readonly before: string; readonly after: string } | null
}

/** The parts of a goal as shown: words before the figure, the figure, unit and words behind it. */
export interface GoalWords {
  readonly before: string
  readonly figure: string
  readonly after: string
}

/** `{ before: '不低于', figure: '1550', after: '亿元' }`; 左右 stands behind its figure in Chinese. */
export function goalWords(amount: Amount): GoalWords {
  const { comparator, value, valueTo, printedUnit } = amount
  const unit = unitWords(amount.unit, printedUnit)
  const figure = shownValue(value, printedUnit)
  if (comparator === 'range')
    return {
      before: '',
      figure: valueTo === null ? figure : `${figure}–${shownValue(valueTo, printedUnit)}`,
      after: unit,
    }
  const own = locale() === 'zh-CN' ? amount.printedComparator : null
  if (own) return { before: own.before, figure, after: `${unit}${own.after}` }
  if (comparator === '~') return { before: m.goal_about_before(), figure, after: `${unit}${m.goal_about_after()}` }
  return { before: comparatorName(comparator), figure, after: unit }
}

/** The same in one line: `不低于1550亿元`. */
export const goalLine = (amount: Amount): string => {
  const { before, figure, after } = goalWords(amount)
  return m.goal_line({ before, figure, after }).trim()
}

/** A deadline in words: `2023-06` → `2023年6月底前`, `2023` → `2023年内`. */
export function dueWords(due: string): string {
  const [year = '', part = '', date = ''] = due.split('-')
  if (part === '') return m.due_year({ year })
  if (part.startsWith('Q')) return m.due_quarter({ year, quarter: part.slice(1) })
  if (date === '') return m.due_month({ year, month: String(Number(part)) })
  return m.due_day({ year, month: String(Number(part)), date: String(Number(date)) })
}
