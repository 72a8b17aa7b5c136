import type { Decision } from '@guatu/contract'
import {
  compare,
  type Due,
  decimal,
  isDecimal,
  isDue,
  readUnit,
  type Span,
  shownValue,
  storedValue,
} from '@guatu/core/shared'
import type { Basis, Comparator, MilestoneEvent, MilestoneItem, TargetItem } from '../../words/target.ts'

/** What a person has typed about a target so far: text, in the unit the report prints. */
export interface TargetDraft {
  readonly subject: string
  readonly comparator: Comparator
  readonly value: string
  readonly valueTo: string
  readonly printedUnit: string
  readonly basis: Basis
  readonly due: string
  readonly stretch: boolean
  readonly down: boolean
}

export interface MilestoneDraft {
  readonly subject: string
  readonly event: MilestoneEvent
  readonly due: string
}

type Add = Extract<Decision, { do: 'addTarget' }>
export type TargetWords = Add['target']
export type MilestoneWords = Extract<Decision, { do: 'addMilestone' }>['milestone']

/** What is wrong with a draft, by field. */
export type Wrong = Partial<Record<'subject' | 'value' | 'valueTo' | 'due', 'subject' | 'value' | 'due' | 'range'>>

export type Settled<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly wrong: Wrong }

export const emptyTarget: TargetDraft = {
  subject: '',
  comparator: '>=',
  value: '',
  valueTo: '',
  printedUnit: '',
  basis: 'level',
  due: '',
  stretch: false,
  down: false,
}

/** What a form starts from: a phrase under review, or a target of the plan. */
export type TargetRead = Pick<
  TargetItem,
  'subject' | 'comparator' | 'value' | 'valueTo' | 'unit' | 'printedUnit' | 'basis' | 'due' | 'stretch' | 'down'
>

export const targetDraftOf = (item: TargetRead): TargetDraft => ({
  subject: item.subject,
  comparator: item.comparator,
  value: shownValue(item.value, item.printedUnit),
  valueTo: item.valueTo === null ? '' : shownValue(item.valueTo, item.printedUnit),
  printedUnit: item.printedUnit || item.unit,
  basis: item.basis,
  due: item.due ?? '',
  stretch: item.stretch,
  down: item.down,
})

export const milestoneDraftOf = (item: MilestoneItem): MilestoneDraft => ({
  subject: item.subject,
  event: item.event,
  due: item.due ?? '',
})

const dueOf = ({ due }: Pick<TargetDraft, 'due'>): Due | null => (isDue(due) ? due : null)

function wrongWith(draft: TargetDraft): Wrong {
  const wrong: Wrong = {}
  if (draft.subject.trim() === '') wrong.subject = 'subject'
  if (!isDecimal(draft.value)) wrong.value = 'value'
  if (draft.comparator === 'range') {
    if (!isDecimal(draft.valueTo)) wrong.valueTo = 'value'
    else if (!wrong.value && compare(decimal(draft.valueTo), decimal(draft.value)) !== 1) wrong.valueTo = 'range'
  }
  if (draft.due !== '' && !isDue(draft.due)) wrong.due = 'due'
  return wrong
}

/** Checks a draft and gives it the stored form. `was` keeps the unit of a target whose printed unit was not changed. */
export function targetWordsOf(
  draft: TargetDraft,
  at: Span,
  was?: Pick<TargetItem, 'unit' | 'printedUnit'>,
): Settled<TargetWords> {
  const wrong = wrongWith(draft)
  if (Object.keys(wrong).length > 0) return { ok: false, wrong }
  const { printedUnit } = draft
  const kept = was !== undefined && (was.printedUnit || was.unit) === printedUnit
  const value: TargetWords = {
    at,
    comparator: draft.comparator,
    value: storedValue(draft.value, printedUnit),
    valueTo: draft.comparator === 'range' ? storedValue(draft.valueTo, printedUnit) : null,
    unit: kept ? was.unit : readUnit(printedUnit).unit,
    printedUnit: kept ? was.printedUnit : printedUnit,
    basis: draft.basis,
    subject: draft.subject.trim(),
    stretch: draft.stretch,
    down: draft.down,
    due: dueOf(draft),
  }
  return { ok: true, value }
}

export function milestoneWordsOf(draft: MilestoneDraft, at: Span): Settled<MilestoneWords> {
  const wrong: Wrong = {}
  if (draft.subject.trim() === '') wrong.subject = 'subject'
  if (draft.due !== '' && !isDue(draft.due)) wrong.due = 'due'
  if (Object.keys(wrong).length > 0) return { ok: false, wrong }
  return { ok: true, value: { at, subject: draft.subject.trim(), event: draft.event, due: dueOf(draft) } }
}
