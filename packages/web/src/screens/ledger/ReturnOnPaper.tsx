import type { Entry } from '@guatu/contract'
import { useState } from 'react'
import { PaperDrawer } from '../../ui/paper/PaperDrawer.tsx'
import { m } from '../../words/index.ts'
import { BecauseDialog } from './BecauseDialog.tsx'
import type { Ledger } from './use-ledger.ts'

interface ReturnProps {
  readonly entry: Entry
  readonly ledger: Ledger
  readonly onClose: () => void
}

/** A row that somebody returned on paper: first the reason as it stands there, then the paper itself. */
export function ReturnOnPaper({ entry, ledger, onClose }: ReturnProps) {
  const [because, setBecause] = useState('')
  const [asks, setAsks] = useState(true)
  if (asks)
    return (
      <BecauseDialog
        form={`return on paper ${entry.id}`}
        title={m.ledger_return_title()}
        action={m.paper_enter()}
        act="return"
        entry={entry}
        ledger={ledger}
        send={async (said) => setBecause(said)}
        onSent={() => setAsks(false)}
        onClose={onClose}
      />
    )
  return (
    <PaperDrawer
      what={m.ledger_return()}
      today={ledger.me.office.today}
      approval={{
        route: 'POST /api/entries/:id/return',
        params: { id: entry.id },
        body: { because },
        version: entry.version,
      }}
      onClose={onClose}
    />
  )
}
