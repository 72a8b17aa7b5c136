import type { Review } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { Button } from '../../ui/Button.tsx'
import { linkClass } from '../../ui/link.ts'
import { Note } from '../../ui/ProblemNote.tsx'
import { instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import styles from './review.module.css'
import type { ReviewState } from './use-review.ts'

/** That the very same file came in before, with the way to what became of it. */
export function SameFiles({ review }: { readonly review: Review }) {
  return review.sameFiles.map(({ id, title, receivedAt }) => (
    <Note key={id}>
      {m.review_same_file({ at: instantWords(receivedAt) })}
      <Link to="/sources/$sourceId" params={{ sourceId: id }} className={linkClass}>
        {title}
      </Link>
    </Note>
  ))
}

/** What the reader noticed and did not decide, and what the report announces and does not hold. */
export function Remarks({ review }: { readonly review: Review }) {
  if (review.remarks.length === 0 && review.missing.length === 0) return null
  return (
    <div className={styles.note}>
      {review.missing.length > 0 && <p>{m.review_missing({ numbers: review.missing.join('、') })}</p>}
      {review.remarks.length > 0 && (
        <details>
          <summary>{m.review_remarks({ count: review.remarks.length })}</summary>
          <ul>
            {review.remarks.map((remark) => (
              <li key={`${remark.code}-${remark.task}-${remark.at?.start}`}>{say(remark.says)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Why a chosen number was not taken for a target, and the way to take it for one after all. */
export function ContextNote({
  review,
  state,
  editable,
}: {
  readonly review: Review
  readonly state: ReviewState
  readonly editable: boolean
}) {
  const context = review.context.find((one) => one.key === state.active)
  if (!context) return null
  return (
    <div className={styles.note} role="status">
      <b>{m.review_context_why()}</b>
      <p>
        「{review.text.slice(context.at.start, context.at.end)}」{say(context.why)}
      </p>
      {editable && context.task !== null && (
        <Button small onClick={() => state.addAt(context.at)}>
          {m.review_context_take()}
        </Button>
      )}
    </div>
  )
}
