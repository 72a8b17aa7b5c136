import type { Me, OfficeExport } from '@guatu/contract'
import { useState } from 'react'
import { confirmExport, endExport, exportAddress } from '../../api/exports.ts'
import { may } from '../../api/me.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { ReasonDialog } from '../../ui/forms/ReasonDialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import { sizeWords } from '../../words/size.ts'
import styles from './exports.module.css'

const states: Readonly<Record<OfficeExport['state'], () => string>> = {
  waiting: m.export_waiting,
  making: m.export_making,
  ready: m.export_ready,
  expired: m.export_expired,
  ended: m.export_ended,
}

interface LineProps {
  readonly one: OfficeExport
  readonly me: Me
  readonly busy: boolean
  readonly act: (doing: Promise<OfficeExport>, done: string) => Promise<void>
}

/** One export: how far it has got, and what this person can do with it. */
export function ExportLine({ one, me, busy, act }: LineProps) {
  return (
    <li className={styles.row}>
      <div className={styles.about}>
        <div className={styles.name}>
          {m.export_asked({ name: one.askedBy, at: instantWords(one.askedAt) })}
          <Badge>{states[one.state]()}</Badge>
        </div>
        <Facts one={one} />
        {one.trouble && <ProblemNote problem={one.trouble} />}
      </div>
      <Doings one={one} me={me} busy={busy} act={act} />
    </li>
  )
}

function Facts({ one: { holds, confirmed, made, until, ended, state } }: { readonly one: OfficeExport }) {
  return (
    <div className={styles.facts}>
      <span>{m.export_holds({ rows: holds.rows, size: sizeWords(holds.bytes) })}</span>
      {confirmed && <span>{confirmedWords(confirmed)}</span>}
      {made && <span>{m.export_made({ files: made.files, rows: made.rows, size: sizeWords(made.bytes) })}</span>}
      {until && state === 'ready' && <span>{m.export_until({ at: instantWords(until) })}</span>}
      {ended && (
        <span>{m.export_ended_by({ name: ended.by, at: instantWords(ended.at), because: ended.because })}</span>
      )}
      {made && <span className={styles.hash}>{m.export_hash({ hash: made.sha256 })}</span>}
    </div>
  )
}

const confirmedWords = ({ by, at, alone }: NonNullable<OfficeExport['confirmed']>): string => {
  const said = { name: by, at: instantWords(at) }
  return alone ? m.export_confirmed_alone(said) : m.export_confirmed_by(said)
}

function Doings({ one, me, busy, act }: LineProps) {
  const [ending, setEnding] = useState(false)
  const isOver = one.state === 'ended' || one.state === 'expired'
  return (
    <div className={styles.doings}>
      {one.mayConfirm && may(me, 'POST /api/exports/:id/confirm') && (
        <Button
          small
          busy={busy}
          aria-label={m.export_confirm_named({ name: one.askedBy })}
          onClick={() => void act(confirmExport(one), m.export_confirmed_done())}
        >
          {m.export_confirm()}
        </Button>
      )}
      {one.state === 'ready' && one.own && (
        <ButtonLink small href={exportAddress(one)} download>
          {m.export_download()}
        </ButtonLink>
      )}
      {!isOver && may(me, 'POST /api/exports/:id/end') && (
        <Button small look="danger" busy={busy} onClick={() => setEnding(true)}>
          {m.export_end()}
        </Button>
      )}
      {ending && (
        <ReasonDialog
          title={m.export_end_title()}
          action={m.export_end()}
          onClose={() => setEnding(false)}
          onSay={(because) => {
            setEnding(false)
            void act(endExport(one, because), m.export_ended_done())
          }}
        />
      )}
    </div>
  )
}
