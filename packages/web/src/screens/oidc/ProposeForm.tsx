import { type FormEvent, useState } from 'react'
import { ofOidc, proposeProvider } from '../../api/oidc.ts'
import { useDoing } from '../../api/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import { factorValuesOf } from './factor-values.ts'
import styles from './oidc.module.css'

const returnPath = '/sign-in/oidc'

const blank = (): Readonly<Record<'label' | 'issuer' | 'clientId' | 'secret' | 'origin' | 'factors', string>> => ({
  label: m.oidc_label_usual(),
  issuer: '',
  clientId: '',
  secret: '',
  origin: location.origin,
  factors: '',
})

/** Proposes settings. They change nothing until the security administrator confirms them. */
export function ProposeForm() {
  const { busy, problem, run } = useDoing(ofOidc)
  const [typed, setTyped] = useState(blank)
  const type = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const { factors, ...settings } = typed
  const isWhole = Object.values(settings).every((value) => value.trim() !== '')
  const done = () => {
    setTyped(blank())
    toast(m.oidc_sent(), m.oidc_sent_next())
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void run(() => proposeProvider({ ...settings, secondFactorValues: factorValuesOf(factors) }), done)
  }
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      {problem && <ProblemNote problem={problem} />}
      <TextField
        label={m.oidc_label()}
        required
        maxLength={20}
        value={typed.label}
        onChange={(label) => type({ label })}
      />
      <TextField
        label={m.oidc_issuer()}
        hint={m.oidc_issuer_hint()}
        required
        inputMode="url"
        autoComplete="off"
        maxLength={300}
        value={typed.issuer}
        onChange={(issuer) => type({ issuer })}
      />
      <TextField
        label={m.oidc_client()}
        required
        autoComplete="off"
        maxLength={300}
        value={typed.clientId}
        onChange={(clientId) => type({ clientId })}
      />
      <TextField
        label={m.oidc_secret()}
        hint={m.oidc_secret_hint()}
        type="password"
        required
        autoComplete="new-password"
        maxLength={300}
        value={typed.secret}
        onChange={(secret) => type({ secret })}
      />
      <TextField
        label={m.oidc_origin()}
        hint={m.oidc_origin_hint({ redirect: typed.origin + returnPath })}
        required
        inputMode="url"
        autoComplete="off"
        maxLength={300}
        value={typed.origin}
        onChange={(origin) => type({ origin })}
      />
      <TextField
        label={m.oidc_factors()}
        hint={m.oidc_factors_hint()}
        autoComplete="off"
        maxLength={300}
        value={typed.factors}
        onChange={(values) => type({ factors: values })}
      />
      <div>
        <Button look="primary" type="submit" busy={busy} disabled={!isWhole}>
          {m.oidc_propose()}
        </Button>
      </div>
    </form>
  )
}
