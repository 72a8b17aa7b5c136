import type { Holding, People } from '@guatu/contract'
import { may } from '../../api/me.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { m } from '../../words/index.ts'
import type { Panel } from './panel.ts'

interface AccountToolsProps {
  readonly people: People
  readonly holding: Holding
  readonly open: (panel: Panel) => void
}

/** Whether somebody's account was stopped, and for the security administrator what can be done about it. */
export function AccountTools({ people, holding: { officerId, name }, open }: AccountToolsProps) {
  const me = useSeat()
  const isOff = people.officers.some(({ id, disabled }) => id === officerId && disabled)
  // Nobody keeps their own account: the server refuses that too.
  const keeps = me?.office.kind === 'formal' && may(me, 'POST /api/officers/:id/code') && me.officer.id !== officerId
  return (
    <>
      {isOff && <Badge tone="red">{m.people_account_off()}</Badge>}
      {keeps && (
        <Button
          small
          look="quiet"
          aria-label={m.people_account_named({ name })}
          onClick={() => open({ kind: 'account', officerId })}
        >
          {m.people_account()}
        </Button>
      )}
    </>
  )
}
