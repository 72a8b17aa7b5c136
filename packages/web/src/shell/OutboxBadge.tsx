import type { Me } from '@guatu/contract'
import { countsOf } from '@guatu/core/shared'
import { Link } from '@tanstack/react-router'
import { Badge } from '../ui/Badge.tsx'
import { linkClass } from '../ui/link.ts'
import { m } from '../words/index.ts'
import { useOutbox } from './use-outbox.ts'

/** Says what the server does not have yet of what was written here, and leads to it. */
export function OutboxBadge({ me }: { readonly me: Me }) {
  const { items, read } = useOutbox(me).holds
  const refused = items.filter(({ state }) => state === 'refused').length
  const waiting = countsOf(items).waiting - refused
  // Before it is known what is here, nothing is said to be sent.
  if (!read) return null
  return (
    <Link to="/outbox" className={linkClass}>
      {refused > 0 && <Badge tone="red">{m.outbox_refused({ count: refused })}</Badge>}
      {waiting > 0 && <Badge tone="yellow">{m.outbox_waiting({ count: waiting })}</Badge>}
      {refused + waiting === 0 && <Badge>{m.outbox_none()}</Badge>}
    </Link>
  )
}
