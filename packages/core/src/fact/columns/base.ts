import { accept, type Result, type Words } from '../../shared/index.ts'
import type { Condition } from '../register/condition.ts'
import type { OfficeContext, Value } from './value.ts'

/**
 * 隐私等级: L1 may be published · L2 for people at work, by duty · L3 need-to-know, each look on record. What may not be
 * kept at all has no class, because no register may declare it.
 */
export const privacyClasses = ['L1', 'L2', 'L3'] as const
export type PrivacyClass = (typeof privacyClasses)[number]

/** What every column may say besides its kind. */
export interface ColumnMore {
  readonly required?: boolean
  /** Required only where the row answers this with yes. */
  readonly requiredWhen?: Condition
  /** Asked only then: elsewhere the form leaves it out and a value is refused. */
  readonly askedWhen?: Condition
  /** Where the column is to be kept closer than its register. */
  readonly privacy?: PrivacyClass
  /** 自设列: the office has added it itself; a retired one keeps the values it has and takes no others. */
  readonly own?: 'open' | 'retired'
}

export interface ColumnBase extends ColumnMore {
  readonly label: Words
}

/** What can be told of one kind of column. */
export interface ColumnKind<C> {
  /** What is wrong with a declaration, each with its remedy; empty where nothing is. */
  readonly mistakes: (column: C) => readonly Words[]
  /** A filled cell as it was typed or pasted, made a value of this kind; whether the column takes it, `check` says. */
  readonly read: (column: C, typed: string) => Result<Value>
  /** The canonical form of a value, or why the column does not take it. */
  readonly check: (column: C, value: Value, office: OfficeContext) => Result<Value>
}

/** For kinds whose value is text. */
export const readWords = (_column: unknown, typed: string): Result<Value> => accept(typed.trim())

export const noMistakes = (): readonly Words[] => []
