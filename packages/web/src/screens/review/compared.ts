import type { Review } from '@guatu/contract'
import { type Compared, comparedIn, type FieldWords } from '../../ui/forms/conflict.ts'
import { type MilestoneDraft, milestoneDraftOf, type TargetDraft, targetDraftOf } from '../../ui/forms/draft.ts'
import { milestoneFields, targetFields, targetLine } from '../../ui/forms/draft-fields.ts'
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

const draftNow = (now: Item | undefined): TargetDraft | null => (now?.kind === 'target' ? targetDraftOf(now) : null)

/** A corrected target beside the target as it stands. */
export const editedTarget = (opened: TargetItem, mine: TargetDraft, now: Item | undefined): readonly Compared[] => [
  stateRow(opened, m.review_state_confirmed(), now),
  ...comparedIn(targetFields(), { opened: targetDraftOf(opened), mine, now: draftNow(now) }),
]

/** A corrected milestone beside the milestone as it stands. */
export const editedMilestone = (
  opened: MilestoneItem,
  mine: MilestoneDraft,
  now: Item | undefined,
): readonly Compared[] => [
  stateRow(opened, m.review_state_confirmed(), now),
  ...comparedIn(milestoneFields(), {
    opened: milestoneDraftOf(opened),
    mine,
    now: now?.kind === 'milestone' ? milestoneDraftOf(now) : null,
  }),
]

/** The pieces of a split beside the one phrase as it stands. */
export const splitTarget = (
  opened: TargetItem,
  mine: readonly TargetDraft[],
  now: Item | undefined,
): readonly Compared[] => {
  const whole = draftNow(now)
  return [
    stateRow(opened, m.review_form_split(), now),
    ...mine.map((piece, i) => ({
      label: m.review_piece({ n: i + 1 }),
      opened: i === 0 ? targetLine(targetDraftOf(opened)) : '',
      mine: targetLine(piece),
      now: i === 0 && whole ? targetLine(whole) : '',
    })),
  ]
}

/** Two phrases made one beside the two as they stand. */
export const mergedTargets = (
  [first, second]: readonly [TargetItem, TargetItem],
  mine: TargetDraft,
  [firstNow, secondNow]: readonly [Item | undefined, Item | undefined],
): readonly Compared[] => {
  const whole = draftNow(secondNow)
  return [
    stateRow(first, m.review_form_merge(), firstNow),
    ...comparedIn(targetFields(), { opened: targetDraftOf(first), mine, now: draftNow(firstNow) }),
    {
      label: m.conflict_second(),
      opened: targetLine(targetDraftOf(second)),
      mine: m.review_form_merge(),
      now: whole ? `${stateOf(secondNow)} ${targetLine(whole)}` : m.conflict_gone(),
    },
  ]
}

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
