import type { Me, Review } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { may, meQuery } from '../../api/me.ts'
import { planYearsQuery } from '../../api/plans.ts'
import { useUrl } from '../../shell/url.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useNarrow } from '../../ui/media.ts'
import { Page } from '../../ui/Page.tsx'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { dayWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import { sourceKindName } from '../../words/source.ts'
import { ItemList } from './ItemList.tsx'
import { ContextNote, Remarks, SameFiles } from './Notes.tsx'
import { Panels } from './Panels.tsx'
import { reviewQuery, useDecide } from './queries.ts'
import { Report } from './Report.tsx'
import { ReviewTools } from './ReviewTools.tsx'
import styles from './review.module.css'
import { runCommand } from './run-command.ts'
import { showWords } from './scroll.ts'
import { useKeys } from './use-keys.ts'
import { useReview } from './use-review.ts'

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
  const mayDecide = review.adoptedAs === null && may(me, 'POST /api/sources/:id/decisions')
  const editable = mayDecide && review.setAside === null
  const nextVersion = (plans.data?.years.find((plan) => plan.year === review.year)?.version ?? 0) + 1
  const { active } = state
  // Both panes start at the same place: the first thing to decide.
  const started = useRef(false)
  useEffect(() => {
    if (!started.current && !narrow && active !== null) showWords(active)
    started.current = true
  }, [active, narrow])
  useKeys(state.opened === null, (command) => runCommand(command, state, editable))
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
      tools={
        <ReviewTools
          busy={deciding.busy}
          review={review}
          state={state}
          editable={editable}
          mayDecide={mayDecide}
          me={me}
          version={nextVersion}
        />
      }
    >
      <div className={styles.problem}>
        {editable && <SameFiles review={review} />}
        {review.setAside !== null && <Note>{m.review_set_aside_says({ because: review.setAside })}</Note>}
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
