import { m } from '../../words/index.ts'
import { basisName, comparatorName, eventName } from '../../words/target.ts'
import type { FieldWords } from './conflict.ts'
import type { MilestoneDraft, TargetDraft } from './draft.ts'

const yesOrNo = (is: boolean): string => (is ? m.conflict_yes() : m.conflict_no())

const figureWords = ({ comparator, value, valueTo }: TargetDraft): string =>
  comparator === 'range' ? `${value}–${valueTo}` : value

/** The fields of a target as a form lists them. */
export const targetFields = (): readonly FieldWords<TargetDraft>[] => [
  { label: m.review_subject(), words: ({ subject }) => subject.trim() },
  { label: m.review_comparator(), words: ({ comparator }) => comparatorName(comparator) },
  { label: m.review_value(), words: figureWords },
  { label: m.review_unit(), words: ({ printedUnit }) => printedUnit },
  { label: m.review_basis(), words: ({ basis }) => basisName(basis) },
  { label: m.review_due(), words: ({ due }) => due },
  { label: m.review_stretch(), words: ({ stretch }) => yesOrNo(stretch) },
  { label: m.review_down(), words: ({ down }) => yesOrNo(down) },
]

/** The fields of a milestone as a form lists them. */
export const milestoneFields = (): readonly FieldWords<MilestoneDraft>[] => [
  { label: m.review_subject(), words: ({ subject }) => subject.trim() },
  { label: m.review_event(), words: ({ event }) => eventName(event) },
  { label: m.review_due(), words: ({ due }) => due },
]

/** A milestone in one line: `示例路 完工 2023-06`. */
export const milestoneLine = ({ subject, event, due }: MilestoneDraft): string =>
  [subject.trim(), eventName(event), due].filter((part) => part !== '').join(' ')

/** A target in one line: `口袋公园 不低于 12 个 2023`. */
export const targetLine = (draft: TargetDraft): string =>
  [draft.subject.trim(), comparatorName(draft.comparator), figureWords(draft), draft.printedUnit, draft.due]
    .filter((part) => part !== '')
    .join(' ')
