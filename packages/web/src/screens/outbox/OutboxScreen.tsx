import type { Me } from '@guatu/contract'
import { instant, mayCorrect, mayDiscard, mayHaveArrived } from '@guatu/core/shared'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { meQuery } from '../../api/me.ts'
import type { OutboxItem } from '../../api/outbox/store.ts'
import { tellSeatLost } from '../../api/seat-lost.ts'
import { useOutbox } from '../../shell/use-outbox.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { linkClass } from '../../ui/link.ts'
import { ItemState } from '../../ui/outbox/ItemState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { CorrectDrawer } from './CorrectDrawer.tsx'
import styles from './outbox.module.css'

/** 待上传: everything that was written on this device, where it stands, and what to do about it. */
export default function OutboxScreen() {
  const me = useQuery(meQuery)
  return <Loaded query={me}>{(who) => <Outbox me={who} />}</Loaded>
}

function Outbox({ me }: { readonly me: Me }) {
  const { holds, empty, discard, correct } = useOutbox(me)
  const [correcting, setCorrecting] = useState<OutboxItem | null>(null)
  const [leaving, setLeaving] = useState<OutboxItem | null>(null)
  const isSignedOut = holds.stopped?.kind === 'unauthenticated'
  const waits = holds.items.some(({ state }) => state === 'waiting')
  return (
    <Page
      title={m.outbox_title()}
      says={m.outbox_says()}
      tools={waits && <Button onClick={() => void empty()}>{m.outbox_send_now()}</Button>}
    >
      {holds.stopped && waits && <Stopped isSignedOut={isSignedOut} />}
      {holds.items.length === 0 && <Empty title={m.outbox_empty()} />}
      <ul className={styles.items}>
        {holds.items.map((item) => (
          <li key={item.key} className={styles.item}>
            <Row item={item} />
            <div className={styles.doings}>
              {item.state === 'refused' && item.content.entered === null && (
                <Button small look="primary" onClick={() => setCorrecting(item)}>
                  {m.outbox_correct()}
                </Button>
              )}
              {item.state === 'refused' && item.content.entered !== null && (
                <Button small onClick={() => void correct(item, item.content.values, item.content.title)}>
                  {m.outbox_again()}
                </Button>
              )}
              {item.state === 'waiting' && mayCorrect(item) && (
                <Button small onClick={() => setCorrecting(item)}>
                  {m.outbox_correct()}
                </Button>
              )}
              {item.state !== 'sent' && mayDiscard(item, instant(new Date().toISOString())) && (
                <Button small onClick={() => setLeaving(item)}>
                  {m.outbox_discard()}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {correcting && (
        <CorrectDrawer
          me={me}
          item={correcting}
          onSave={(values, title) => void correct(correcting, values, title).then(() => setCorrecting(null))}
          onClose={() => setCorrecting(null)}
        />
      )}
      {leaving && (
        <Dialog
          open
          onClose={() => setLeaving(null)}
          title={m.outbox_discard_title()}
          says={(mayHaveArrived(leaving) ? m.outbox_discard_maybe : m.outbox_discard_says)({
            title: leaving.content.title,
          })}
          actions={
            <>
              <Button onClick={() => setLeaving(null)}>{m.review_cancel()}</Button>
              <Button look="danger" onClick={() => void discard(leaving).then(() => setLeaving(null))}>
                {m.outbox_discard_sure()}
              </Button>
            </>
          }
        />
      )}
    </Page>
  )
}

function Stopped({ isSignedOut }: { readonly isSignedOut: boolean }) {
  return (
    <Note tone="ink">
      {isSignedOut ? m.outbox_sign_in() : m.outbox_offline()}{' '}
      {isSignedOut && (
        <Button small onClick={() => tellSeatLost()}>
          {m.outbox_go_sign_in()}
        </Button>
      )}
    </Note>
  )
}

function Row({ item }: { readonly item: OutboxItem }) {
  const { content, writtenAt, problem } = item
  return (
    <>
      <div className={styles.head}>
        <span className={styles.title}>{content.title}</span>
        <ItemState item={item} />
      </div>
      <div className={styles.facts}>
        {say(content.label)} · {m.outbox_written({ at: instantWords(writtenAt) })}
        {content.files.length > 0 && ` · ${m.outbox_files({ count: content.files.length })}`}
        {content.entered && (
          <>
            {' · '}
            <Link to="/ledger/$entryId" params={{ entryId: content.entered.id }} className={linkClass}>
              {m.outbox_open()}
            </Link>
          </>
        )}
      </div>
      {content.entered?.late && <p className={styles.facts}>{m.outbox_late_says()}</p>}
      {problem && item.state === 'refused' && <ProblemNote problem={problem} />}
    </>
  )
}
