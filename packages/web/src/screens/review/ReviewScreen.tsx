import type { Me, Review } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { may, meQuery } from '../../api/me.ts'
import { planYearsQuery } from '../../api/plans.ts'
import { useUrl } from '../../shell/url.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useNarrow } from '../../ui/media.ts'
import { Page } from '../../ui/Page.tsx'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { dayWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { sourceKindName } from '../../words/source.ts'
import { ItemList } from './ItemList.tsx'
import type { Command } from './keys.ts'
import { Panels } from './Panels.tsx'
import { reviewQuery, useDecide } from './queries.ts'
import { Report } from './Report.tsx'
import styles from './review.module.css'
import { showWords } from './scroll.ts'
import { useKeys } from './use-keys.ts'
import { type ReviewState, useReview } from './use-review.ts'

/** 审图: the report's words beside what was read from them, until the plan is adopted. */
export default function ReviewScreen() {
  const { sourceId = '' } = useParams({ strict: false })
  const review = useQuery(reviewQuery(sourceId))
  const me = useQuery(meQuery)
  return (
    <Loaded query={review}>
      {(loaded) => <Loaded query={me}>{(who) => <Reviewing key={loaded.id} review={loaded} me={who} />}</Loaded>}
    </Loaded>
  )
}

function Reviewing({ review, me }: { readonly review: Review; readonly me: Me }) {
  const [tab, setTab] = useUrl('tab')
  const narrow = useNarrow(900)
  const deciding = useDecide(review.id)
  const state = useReview(review, deciding, setTab)
  const plans = useQuery(planYearsQuery)
  const editable = review.adoptedAs === null && may(me, 'POST /api/sources/:id/decisions')
  const nextVersion = (plans.data?.years.find((plan) => plan.year === review.year)?.version ?? 0) + 1
  const { active } = state
  // Both panes start at the same place: the first thing to decide.
  const started = useRef(false)
  useEffect(() => {
    if (!started.current && !narrow && active !== null) showWords(active)
    started.current = true
  }, [active, narrow])
  useKeys(state.panel === null, (command) => runCommand(command, state, editable))
  const words = <Report review={review} active={state.active} onChoose={state.chooseInWords} />
  const items = (
    <>
      <Remarks review={review} />
      <ContextNote review={review} state={state} editable={editable} />
      <ItemList review={review} active={state.active} editable={editable} actions={state.actions} />
    </>
  )
  return (
    <Page
      wide
      title={review.title}
      says={m.review_says({
        kind: sourceKindName(review.sourceKind),
        file: review.fileName,
        day: dayWords(review.datedOn),
      })}
      tools={<Tools review={review} state={state} editable={editable} me={me} version={nextVersion} />}
    >
      <div className={styles.problem}>
        {state.problem && <ProblemNote problem={state.problem} />}
        {state.problem?.code === 'request.version_conflict' && <Note>{m.review_conflict()}</Note>}
      </div>
      {narrow ? (
        <div className={styles.tabs}>
          <Tabs
            label={m.review_panes()}
            value={tab === 'items' ? 'items' : 'words'}
            onChange={setTab}
            tabs={[
              { value: 'words', label: m.review_words(), panel: words },
              { value: 'items', label: m.review_items(), panel: items },
            ]}
          />
        </div>
      ) : (
        <div className={styles.panes}>
          <section className={styles.words} aria-label={m.review_words()}>
            {words}
          </section>
          <section className={styles.items} aria-label={m.review_items_title()}>
            <h2 className={styles.itemsTitle}>{m.review_items_title()}</h2>
            {items}
          </section>
        </div>
      )}
      <Panels review={review} state={state} decide={deciding.decide} version={nextVersion} today={me.office.today} />
    </Page>
  )
}

function runCommand(command: Command, state: ReviewState, editable: boolean) {
  const { active, actions } = state
  if (command === 'help') return state.open({ kind: 'help' })
  if (command === 'next') return state.step(1)
  if (command === 'previous') return state.step(-1)
  if (command === 'words') return active === null ? undefined : actions.onWords(active)
  if (!editable) return
  if (command === 'add') return state.addSelected()
  if (command === 'undo') return state.undo()
  if (command === 'confirmSure') return state.confirmSure()
  if (active === null) return
  const onItem = {
    confirm: actions.onConfirm,
    edit: actions.onEdit,
    reject: actions.onReject,
    split: actions.onSplit,
    merge: actions.onMerge,
  }
  onItem[command](active)
}

interface ToolsProps {
  readonly review: Review
  readonly state: ReviewState
  readonly editable: boolean
  readonly me: Me
  readonly version: number
}

function Tools({ review, state, editable, me, version }: ToolsProps) {
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
      {editable && (
        <>
          <Button disabled={!review.canUndo} onClick={state.undo}>
            {m.review_undo()}
          </Button>
          {/* Pressing a button would take the selection away, and the selection is what is added. */}
          <Button onMouseDown={(event) => event.preventDefault()} onClick={state.addSelected}>
            {m.review_add()}
          </Button>
          <Button onClick={state.confirmSure}>{m.review_confirm_sure()}</Button>
        </>
      )}
      {review.adoptedAs !== null && <Badge tone="blue">{m.review_adopted({ version: review.adoptedAs })}</Badge>}
      {editable && may(me, 'POST /api/sources/:id/adopt') && (
        <Button look="primary" onClick={() => state.open({ kind: 'adopt' })}>
          {m.review_adopt({ version })}
        </Button>
      )}
    </>
  )
}

function Remarks({ review }: { readonly review: Review }) {
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
function ContextNote({ review, state, editable }: Pick<ToolsProps, 'review' | 'state' | 'editable'>) {
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
