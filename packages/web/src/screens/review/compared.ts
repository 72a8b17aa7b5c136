import type { Review } from '@guatu/contract'
import { type Compared, comparedIn, type FieldWords } from '../../ui/forms/conflict.ts'
import { type MilestoneDraft, milestoneDraftOf, type TargetDraft, targetDraftOf } from '../../ui/forms/draft.ts'
import { milestoneFields, milestoneLine, targetFields, targetLine } from '../../ui/forms/draft-fields.ts'
import { m } from '../../words/index.ts'
import type { MilestoneItem, TargetItem } from '../../words/target.ts'
import { type Item, lookName, lookOf } from './marks.ts'

const stateOf = (item: Item | undefined): string => (item ? lookName(lookOf(item)) : m.conflict_gone())

/** Where an item stands in the review: `mine` is what becomes of it by what is typed. */
const stateRow = (opened: Item, mine: string, now: Item | undefined, label = m.conflict_state()): Compared => ({
  label,
  opened: stateOf(opened),
  mine,
  now: stateOf(now),
})

/** How items of one kind are put into words: what its form types, by field and in one line. */
interface Kind<I extends Item, D> {
  readonly draftOf: (item: I) => D
  readonly draftNow: (now: Item | undefined) => D | null
  readonly fields: () => readonly FieldWords<D>[]
  readonly line: (draft: D) => string
}

const targets: Kind<TargetItem, TargetDraft> = {
  draftOf: targetDraftOf,
  draftNow: (now) => (now?.kind === 'target' ? targetDraftOf(now) : null),
  fields: targetFields,
  line: targetLine,
}

const milestones: Kind<MilestoneItem, MilestoneDraft> = {
  draftOf: milestoneDraftOf,
  draftNow: (now) => (now?.kind === 'milestone' ? milestoneDraftOf(now) : null),
  fields: milestoneFields,
  line: milestoneLine,
}

const edited =
  <I extends Item, D>({ draftOf, draftNow, fields }: Kind<I, D>) =>
  (opened: I, mine: D, now: Item | undefined): readonly Compared[] => [
    stateRow(opened, m.review_state_confirmed(), now),
    ...comparedIn(fields(), { opened: draftOf(opened), mine, now: draftNow(now) }),
  ]

const split =
  <I extends Item, D>({ draftOf, draftNow, line }: Kind<I, D>) =>
  (opened: I, mine: readonly D[], now: Item | undefined): readonly Compared[] => {
    const whole = draftNow(now)
    return [
      stateRow(opened, m.review_form_split(), now),
      ...mine.map((piece, i) => ({
        label: m.review_piece({ n: i + 1 }),
        opened: i === 0 ? line(draftOf(opened)) : '',
        mine: line(piece),
        now: i === 0 && whole ? line(whole) : '',
      })),
    ]
  }

const merged =
  <I extends Item, D>({ draftOf, draftNow, fields, line }: Kind<I, D>) =>
  (
    [first, second]: readonly [I, I],
    mine: D,
    [firstNow, secondNow]: readonly [Item | undefined, Item | undefined],
  ): readonly Compared[] => {
    const whole = draftNow(secondNow)
    return [
      stateRow(first, m.review_form_merge(), firstNow),
      ...comparedIn(fields(), { opened: draftOf(first), mine, now: draftNow(firstNow) }),
      {
        label: m.conflict_second(),
        opened: line(draftOf(second)),
        mine: m.review_form_merge(),
        now: whole ? `${stateOf(secondNow)} ${line(whole)}` : m.conflict_gone(),
      },
    ]
  }

/** What is corrected beside the item as it stands. */
export const editedTarget = edited(targets)
export const editedMilestone = edited(milestones)

/** The pieces of a split beside the one phrase as it stands. */
export const splitTarget = split(targets)
export const splitMilestone = split(milestones)

/** Two phrases made one beside the two as they stand. */
export const mergedTargets = merged(targets)
export const mergedMilestones = merged(milestones)

/** As much of a review as says how far it has got. */
type HowFar = Pick<Review, 'version' | 'counts'>

const reviewFields = (): readonly FieldWords<HowFar>[] => [
  { label: m.review_adopt_steps(), words: ({ version }) => String(version) },
  { label: m.review_state_open(), words: ({ counts }) => String(counts.open) },
  { label: m.review_state_doubtful(), words: ({ counts }) => String(counts.doubtful) },
  { label: m.review_state_confirmed(), words: ({ counts }) => String(counts.confirmed) },
  { label: m.review_state_rejected(), words: ({ counts }) => String(counts.rejected) },
]

/** The review that somebody was about to adopt beside the review as it stands. */
export const comparedReviews = (opened: HowFar, now: HowFar): readonly Compared[] =>
  comparedIn(reviewFields(), { opened, mine: opened, now })
