import type { Me, Plan } from '@guatu/contract'
import { useState } from 'react'
import { may } from '../../api/me.ts'
import { Button } from '../../ui/Button.tsx'
import { PaperDrawer } from '../../ui/paper/PaperDrawer.tsx'
import { m } from '../../words/index.ts'
import { SettleDrawer } from './SettleDrawer.tsx'
import type { PlanTarget } from './settle.ts'
import styles from './task.module.css'
import { type Settle, useSettle } from './use-settle.ts'

interface PartProps {
  readonly target: PlanTarget
  readonly quote: string
  readonly plan: Plan
  readonly me: Me
}

/** The doors to changing an adopted target, by a click and by a signed paper, and the form behind them. */
export function SettlePart({ target, quote, plan, me }: PartProps) {
  const [open, setOpen] = useState<'click' | 'paper' | null>(null)
  const [signed, setSigned] = useState<Settle | null>(null)
  const settle = useSettle(target.id, plan.version)
  const form = { target, quote, version: plan.version, today: me.office.today, onClose: () => setOpen(null) }
  // What was signed is taken down first; the paper is then entered for it.
  const keep = async (change: Settle) => {
    setSigned(change)
    return null
  }
  return (
    <>
      <span className={styles.settle}>
        {may(me, 'POST /api/targets/:id/settle') && (
          <Button small onClick={() => setOpen('click')}>
            {m.settle_open()}
          </Button>
        )}
        {may(me, 'POST /api/paper-approvals') && (
          <Button small onClick={() => setOpen('paper')}>
            {m.paper_enter()}
          </Button>
        )}
      </span>
      {open === 'click' && <SettleDrawer {...form} settle={settle} />}
      {open === 'paper' && <SettleDrawer {...form} settle={keep} saveLabel={m.paper_enter()} />}
      {signed && (
        <PaperDrawer
          what={m.settle_title({ code: target.code })}
          today={me.office.today}
          approval={{
            route: 'POST /api/targets/:id/settle',
            params: { id: target.id },
            body: signed,
            version: plan.version,
          }}
          onClose={() => setSigned(null)}
        />
      )}
    </>
  )
}
