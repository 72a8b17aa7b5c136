import type { OidcProvider } from '@guatu/contract'
import { may } from '../../api/me.ts'
import { confirmProvider, endProvider, ofOidc } from '../../api/oidc.ts'
import { type Doing, useDoing } from '../../api/use-doing.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import styles from './oidc.module.css'

const states: Readonly<Record<OidcProvider['state'], () => string>> = {
  proposed: m.oidc_proposed,
  inForce: m.oidc_in_force,
  ended: m.oidc_ended,
}

/** One version of the settings: what stands in it, who proposed and confirmed it, and what may be done with it. */
export function ProviderLine({ provider }: { readonly provider: OidcProvider }) {
  const doing = useDoing(ofOidc)
  const { label, state, confirmedBy, endedBy } = provider
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <div className={styles.name}>
          {label}
          <Badge tone={state === 'proposed' ? 'yellow' : 'plain'}>{states[state]()}</Badge>
        </div>
        <div className={styles.facts}>
          <span>{m.oidc_proposed_by({ name: provider.proposedBy, at: instantWords(provider.proposedAt) })}</span>
          {confirmedBy !== null && <span>{m.oidc_confirmed_by({ name: confirmedBy })}</span>}
          {endedBy !== null && <span>{m.oidc_ended_by({ name: endedBy })}</span>}
        </div>
        {state !== 'ended' && <Settings provider={provider} />}
        {doing.problem && <ProblemNote problem={doing.problem} />}
      </div>
      <Tools provider={provider} doing={doing} />
    </li>
  )
}

function Settings({ provider }: { readonly provider: OidcProvider }) {
  const values = provider.secondFactorValues
  return (
    <dl className={styles.settings}>
      <dt>{m.oidc_issuer()}</dt>
      <dd>{provider.issuer}</dd>
      <dt>{m.oidc_client()}</dt>
      <dd>{provider.clientId}</dd>
      <dt>{m.oidc_redirect()}</dt>
      <dd>{provider.redirectUri}</dd>
      <dt>{m.oidc_factors()}</dt>
      <dd>{values.length > 0 ? values.join('、') : m.oidc_no_factors()}</dd>
    </dl>
  )
}

function Tools({ provider, doing: { busy, run } }: { readonly provider: OidcProvider; readonly doing: Doing }) {
  const me = useSeat()
  const { label, state } = provider
  if (!me || state === 'ended') return null
  return (
    <div className={styles.tools}>
      {state === 'proposed' && may(me, 'POST /api/oidc/providers/:id/confirm') && (
        <Button
          small
          busy={busy}
          aria-label={m.oidc_confirm_named({ label })}
          onClick={() => void run(() => confirmProvider(provider))}
        >
          {m.oidc_confirm()}
        </Button>
      )}
      {may(me, 'POST /api/oidc/providers/:id/end') && (
        <Button
          small
          look="danger"
          busy={busy}
          aria-label={state === 'proposed' ? m.oidc_drop_named({ label }) : m.oidc_end_named({ label })}
          onClick={() => void run(() => endProvider(provider))}
        >
          {state === 'proposed' ? m.oidc_drop() : m.oidc_end()}
        </Button>
      )}
    </div>
  )
}
