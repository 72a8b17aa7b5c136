import type { Me, Review } from '@guatu/contract'
import { may } from '../../api/me.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { m } from '../../words/index.ts'
import styles from './review.module.css'
import type { ReviewState } from './use-review.ts'

interface ToolsProps {
  readonly review: Review
  readonly state: ReviewState
  /** Whether the phrases can be decided on; what was set aside has to be brought back first. */
  readonly editable: boolean
  readonly mayDecide: boolean
  readonly me: Me
  readonly version: number
  /** A decision is on its way: what is adopted is what stands after it. */
  readonly busy: boolean
}

/** How far the review has got, and what can be done with all of it. */
export function ReviewTools({ review, state, editable, mayDecide, me, version, busy }: ToolsProps) {
  const { counts } = review
  const done = counts.confirmed + counts.rejected
  return (
    <>
      <div className={styles.progress} role="status">
        <b>{m.review_progress({ done, of: done + counts.open })}</b>
        <span>{m.review_counts({ doubtful: counts.doubtful, open: counts.open, rejected: counts.rejected })}</span>
      </div>
      <Button look="quiet" onClick={() => state.open({ kind: 'help' })}>
        {m.review_help()}
      </Button>
      {mayDecide && (
        <Button disabled={!review.canUndo} onClick={state.undo}>
          {m.review_undo()}
        </Button>
      )}
      {editable && (
        <>
          {/* Pressing a button would take the selection away, and the selection is what is added. */}
          <Button onMouseDown={(event) => event.preventDefault()} onClick={state.addSelected}>
            {m.review_add()}
          </Button>
          <Button onClick={state.confirmSure}>{m.review_confirm_sure()}</Button>
          <Button look="quiet" onClick={() => state.open({ kind: 'setAside' })}>
            {m.review_set_aside()}
          </Button>
        </>
      )}
      {review.adoptedAs !== null && <Badge tone="blue">{m.review_adopted({ version: review.adoptedAs })}</Badge>}
      {editable && may(me, 'POST /api/sources/:id/adopt') && (
        <Button look="primary" busy={busy} onClick={() => state.open({ kind: 'adopt' })}>
          {m.review_adopt({ version })}
        </Button>
      )}
      {review.adoptedAs === null && review.setAside === null && may(me, 'POST /api/paper-approvals') && (
        <Button onClick={() => state.open({ kind: 'adoptOnPaper' })}>{m.paper_enter()}</Button>
      )}
    </>
  )
}
