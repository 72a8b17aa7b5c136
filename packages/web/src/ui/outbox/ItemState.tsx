import { m } from '../../words/index.ts'
import { Badge } from '../Badge.tsx'

interface Shown {
  readonly state: 'waiting' | 'sending' | 'refused' | 'sent'
  readonly content: { readonly entered: { readonly late: boolean } | null }
}

const words = {
  waiting: m.outbox_state_waiting,
  sending: m.outbox_state_sending,
  refused: m.outbox_state_refused,
  sent: m.outbox_state_sent,
} as const
const tones = { waiting: 'yellow', sending: 'blue', refused: 'red', sent: 'green' } as const

/** Where something written on this device stands, in words. */
export function ItemState({ item: { state, content } }: { readonly item: Shown }) {
  return (
    <>
      <Badge tone={tones[state]}>{words[state]()}</Badge>
      {content.entered?.late && <Badge tone="yellow">{m.outbox_late()}</Badge>}
    </>
  )
}
