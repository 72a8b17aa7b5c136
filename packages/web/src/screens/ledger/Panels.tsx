import type { Entry } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { correctRow, enterRow, entryQuery, returnRow, withdrawRow } from '../../api/registers.ts'
import { PaperDrawer } from '../../ui/paper/PaperDrawer.tsx'
import { m } from '../../words/index.ts'
import { BatchEdit } from './BatchEdit.tsx'
import { BatchMove } from './BatchMove.tsx'
import { BatchReturn } from './BatchReturn.tsx'
import { BecauseDialog } from './BecauseDialog.tsx'
import { EntryDrawer } from './EntryDrawer.tsx'
import { EvidenceDrawer } from './EvidenceDrawer.tsx'
import { MoveDrawer } from './MoveDrawer.tsx'
import { PasteDrawer } from './PasteDrawer.tsx'
import { ReturnOnPaper } from './ReturnOnPaper.tsx'
import type { Ledger } from './use-ledger.ts'

/** What lies over the table: a form for a new row or a correction, the paste area, or the question for a reason. */
export type LedgerPanel =
  | { readonly kind: 'enter' | 'paste' }
  | { readonly kind: 'move'; readonly entry: Entry; readonly move: string }
  | { readonly kind: 'returnMany' | 'editMany' | 'moveMany'; readonly entries: readonly Entry[] }
  | { readonly kind: 'paper'; readonly ids: readonly string[] }
  | { readonly kind: 'return' | 'returnOnPaper' | 'correct' | 'withdraw' | 'evidence'; readonly entry: Entry }

interface PanelsProps {
  readonly ledger: Ledger
  readonly panel: LedgerPanel
  readonly open: (panel: LedgerPanel) => void
  readonly onClose: () => void
}

export function LedgerPanels({ ledger, panel, open, onClose }: PanelsProps) {
  switch (panel.kind) {
    case 'enter':
      return (
        <EntryDrawer
          ledger={ledger}
          form="enter"
          title={m.ledger_enter()}
          send={(values, _because, _standing, status) => enterRow(ledger.shape.id, values, status)}
          asksStatus
          onClose={onClose}
        />
      )
    case 'correct':
      return <Correcting ledger={ledger} entry={panel.entry} onClose={onClose} />
    case 'returnMany':
      return <BatchReturn ledger={ledger} entries={panel.entries} onClose={onClose} />
    case 'editMany':
      return <BatchEdit ledger={ledger} entries={panel.entries} onClose={onClose} />
    case 'moveMany':
      return <BatchMove ledger={ledger} entries={panel.entries} onClose={onClose} />
    case 'move':
      return <MoveDrawer ledger={ledger} entry={panel.entry} move={panel.move} onClose={onClose} />
    case 'paper':
      return (
        <PaperDrawer
          what={m.ledger_verify()}
          today={ledger.me.office.today}
          approval={{
            route: 'POST /api/registers/:register/verify',
            params: { register: ledger.shape.id },
            body: { ids: [...panel.ids] },
            version: 0,
          }}
          onClose={onClose}
        />
      )
    case 'evidence':
      return (
        <EvidenceDrawer
          shape={ledger.shape}
          entry={panel.entry}
          onCorrect={() => open({ kind: 'correct', entry: panel.entry })}
          onClose={onClose}
        />
      )
    case 'return':
      return (
        <BecauseDialog
          form={`return ${panel.entry.id}`}
          title={m.ledger_return_title()}
          action={m.ledger_return()}
          act="return"
          entry={panel.entry}
          ledger={ledger}
          send={(because, standing = panel.entry) => returnRow(standing, because)}
          onClose={onClose}
        />
      )
    case 'returnOnPaper':
      return <ReturnOnPaper entry={panel.entry} ledger={ledger} onClose={onClose} />
    case 'withdraw':
      return (
        <BecauseDialog
          form={`withdraw ${panel.entry.id}`}
          title={m.ledger_withdraw_title()}
          action={m.ledger_withdraw()}
          act="withdraw"
          entry={panel.entry}
          ledger={ledger}
          send={(because, standing = panel.entry) => withdrawRow(standing, because)}
          onClose={onClose}
        />
      )
    default:
      return <PasteDrawer ledger={ledger} onClose={onClose} />
  }
}

/** A row is corrected from all of its values; a list shows what is need-to-know of none. */
function Correcting({ ledger, entry, onClose }: Omit<PanelsProps, 'panel' | 'open'> & { readonly entry: Entry }) {
  const isWhole = ledger.shape.columns.every(({ id, privacy }) => privacy !== 'L3' || id in entry.values)
  const detail = useQuery({ ...entryQuery(entry.id), enabled: !isWhole })
  const whole = isWhole ? entry : detail.data?.entry
  if (!whole) return null
  return (
    <EntryDrawer
      ledger={ledger}
      form={`correct ${entry.id}`}
      title={m.ledger_correct_title()}
      says={m.ledger_correct_says()}
      from={whole.values}
      asksBecause
      send={(values, because, standing = entry) => correctRow(standing, values, because)}
      onClose={onClose}
    />
  )
}
