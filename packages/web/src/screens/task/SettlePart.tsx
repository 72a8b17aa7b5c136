import type { Me, Plan } from '@guatu/contract'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { m } from '../../words/index.ts'
import { SettleDrawer } from './SettleDrawer.tsx'
import type { PlanTarget } from './settle.ts'
import styles from './task.module.css'
import { useSettle } from './use-settle.ts'

interface PartProps {
  readonly target: PlanTarget
  readonly quote: string
  readonly plan: Plan
  readonly me: Me
}

/** The door to changing an adopted target, and the form behind it. */
export function SettlePart({ target, quote, plan, me }: PartProps) {
  const [open, setOpen] = useState(false)
  const settle = useSettle(target.id, plan.version)
  return (
    <>
      <Button small className={styles.settle} onClick={() => setOpen(true)}>
        {m.settle_open()}
      </Button>
      {open && (
        <SettleDrawer
          target={target}
          quote={quote}
          today={me.office.today}
          settle={settle}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
