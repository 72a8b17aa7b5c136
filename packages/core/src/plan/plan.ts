import type { Decimal, Due, Span } from '../shared/index.ts'
import type { Uncheckable } from './uncheckable.ts'

export type Comparator = '>=' | '>' | '<=' | '<' | '=' | '~' | 'range'
export type Basis = 'level' | 'increment' | 'growth' | 'share' | 'rank' | 'coverage' | 'frequency'

/** 方面: the heading directly above tasks. */
export interface Area {
  /** Title without its number. */
  readonly title: string
  /** The heading above it, where there is one. */
  readonly parent: string | null
  readonly at: Span
}

/** 重点工作任务: a numbered item, a table row, a list item or, where nothing is numbered, a body paragraph. */
export interface Task {
  /** Unique in the plan: `17`, `2-3` where numbering restarts in each area, `1.2` where that is printed, or `p12` where nothing is numbered. */
  readonly key: string
  /** The printed number (`17`, `2-3` or `1.2`), null where the task carries none. */
  readonly number: string | null
  /** Index into `areas`; null where the plan has no areas. */
  readonly area: number | null
  /** The proposed short title, at most 12 characters; a person may change it. */
  readonly title: string
  /** The whole task, heading sentence included, its number left out. */
  readonly at: Span
  /** Its clauses, in order: what stands between 。；; and line ends. */
  readonly clauses: readonly Span[]
}

/** What may be doubtful about a phrase. */
export type DoubtCode =
  | 'plan.basis_carried_over'
  | 'plan.may_be_target'
  | 'plan.number_in_words'
  | 'plan.subject_unclear'
  | 'plan.due_by_custom'
  | 'plan.due_no_such_day'
  | 'plan.unit_missing'

/** Why a reading wants a second look. */
export interface Doubt {
  readonly code: DoubtCode
  readonly at: Span
}

/** What was read, and why, by the name of the rule that decided. */
interface Read {
  readonly at: Span
  /** The task it stands in, by key; null outside every task. */
  readonly task: string | null
  readonly rule: string
  readonly doubts: readonly Doubt[]
}

/** A numeric promise whose attainment can be checked. */
export interface TargetReading extends Read {
  readonly comparator: Comparator
  /** Multipliers resolved: 500万 → 5000000. The lower end of a range. */
  readonly value: Decimal
  /** The upper end of a range, else null. */
  readonly valueTo: Decimal | null
  /** Canonical: `m2`, `CNY`, `%`, `household`, … or the Chinese measure word. */
  readonly unit: string
  /** The unit as printed, with its multiplier (`万平方米`, `亿元`): for showing. */
  readonly printedUnit: string
  readonly basis: Basis
  readonly subject: string
  /** 力争: the second figure of 增长7%以上、力争达到8%, or a promise worded as 力争. */
  readonly stretch: boolean
  /** 下降、压减: the value stays positive. */
  readonly down: boolean
  readonly due: Due | null
}

/** Why a number promises nothing. */
export type ContextKind =
  /** A point or stretch of time: 2024年, 三季度. */
  | 'date'
  /** What has been reached already, or the figure of an earlier year. */
  | 'past'
  /** What a promised change sets out from: 比上年的7.3%. */
  | 'baseline'
  /** Part of what something is called: 318国道, 二期工程, “双百行动”. */
  | 'name'
  /** What those counted have in common: 60岁以上老人. */
  | 'filter'
  /** How large one thing is: 总投资12亿元的项目. */
  | 'scale'
  /** What the work is spread over, or is given for each of: 对全街道20个社区, 每个社区. */
  | 'scope'
  /** How many kinds or parts something has, or a count in words that no deed stands by: 三类人员, 8个方面的70项任务. */
  | 'count'
  /** How many points the text is about to make, or the number of one of them: 抓好以下三项工作, (2). */
  | 'list'
  /** The number of a page or paper: 〔2023〕5号, 第3页. */
  | 'doc'
  /** A turn of phrase or an order of magnitude: 进一步, 第一, 上百家. */
  | 'idiom'

/** A numeric mention that promises nothing. */
export interface ContextReading extends Read {
  readonly kind: ContextKind
}

export type MilestoneEvent =
  | 'approve'
  | 'start'
  | 'progress'
  | 'complete'
  | 'operate'
  | 'establish'
  | 'acquire'
  | 'sell'
  | 'remove'
  | 'award'
  | 'hold'

/** An event promised for a named thing. `progress` names work, and no end. */
export interface MilestoneReading extends Read {
  readonly subject: string
  readonly event: MilestoneEvent
  readonly due: Due | null
}

export interface OwnerReading extends Read {
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly leaders: readonly string[]
}

export interface DeadlineReading extends Read {
  readonly due: Due
  /** Set where only a part of the task is due then; left out where all of it is. */
  readonly part?: true
}

export type RemarkCode = Uncheckable | 'plan.number_twice' | 'plan.tasks_missing' | 'plan.tasks_more_than_announced'

/** Everything the reader may say beside a phrase or a task, by its code; the words stand with the definitions. */
export type ReadingCode = DoubtCode | RemarkCode | `context.${ContextKind}`

/** Something the reader noticed and did not decide, with the words it is about. */
export interface Remark {
  readonly code: RemarkCode
  readonly at: Span
  readonly task: string | null
}

/** ② What was read out of one source. A proposal until a person adopts it. */
export interface PlanReading {
  readonly title: string
  readonly year: number | null
  /** What the report says it holds (8个方面…70项), null where it does not say. */
  readonly announced: { readonly areas: number | null; readonly tasks: number | null }
  readonly numbered: boolean
  readonly areas: readonly Area[]
  readonly tasks: readonly Task[]
  readonly targets: readonly TargetReading[]
  readonly context: readonly ContextReading[]
  readonly milestones: readonly MilestoneReading[]
  readonly owners: readonly OwnerReading[]
  readonly deadlines: readonly DeadlineReading[]
  readonly remarks: readonly Remark[]
}
