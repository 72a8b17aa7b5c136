import type { MySessions, OwnEnrolment } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { beginMyFactor, confirmMyFactor, endMyFactor, mySessionsQuery } from '../../api/identity.ts'
import { Button } from '../../ui/Button.tsx'
import { AppSecret } from '../../ui/factor/AppSecret.tsx'
import { FactorField } from '../../ui/factor/FactorField.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import styles from './my-sessions.module.css'
import { type Sending, useSending } from './use-sending.ts'

type Proofs = MySessions['secondFactor'] & Pick<MySessions, 'hasPassword'>

/** 动态码: turns one's own second factor on or off, where no post of one's own decides it. */
export function MySecondFactor({ on, asked, hasPassword }: Proofs) {
  if (on) return asked ? <p>{m.my_factor_asked()}</p> : <TurnOff hasPassword={hasPassword} />
  return <TurnOn hasPassword={hasPassword} />
}

/** Says what was done and shows what holds now. */
function useDone(): (did: string) => Promise<void> {
  const queries = useQueryClient()
  return (did) => {
    toast(did)
    return queries.invalidateQueries({ queryKey: mySessionsQuery.queryKey })
  }
}

function TurnOn({ hasPassword }: Pick<Proofs, 'hasPassword'>) {
  const [begun, setBegun] = useState<OwnEnrolment | null>(null)
  const [password, setPassword] = useState('')
  const sending = useSending(async () => {
    setBegun(await beginMyFactor(password))
    setPassword('')
  })
  // An answer to a repeated request has no secret: then one begins again.
  if (begun?.uri && begun.secret) return <Bind uri={begun.uri} secret={begun.secret} onCancel={() => setBegun(null)} />
  return (
    <Form
      sending={sending}
      says={m.my_factor_off()}
      action={m.my_factor_begin()}
      ready={password !== '' || !hasPassword}
    >
      {hasPassword && <Password value={password} onChange={setPassword} />}
    </Form>
  )
}

function Bind({ onCancel, ...app }: { readonly uri: string; readonly secret: string; readonly onCancel: () => void }) {
  const [code, setCode] = useState('')
  const done = useDone()
  const sending = useSending(async () => {
    await confirmMyFactor(code)
    await done(m.my_factor_did())
  })
  return (
    <Form
      sending={sending}
      says={m.my_factor_scan()}
      action={m.my_factor_confirm()}
      ready={code !== ''}
      tools={
        <Button look="quiet" onClick={onCancel}>
          {m.my_factor_cancel()}
        </Button>
      }
    >
      <AppSecret {...app} />
      <FactorField value={code} onChange={setCode} />
    </Form>
  )
}

function TurnOff({ hasPassword }: Pick<Proofs, 'hasPassword'>) {
  const [typed, setTyped] = useState({ password: '', code: '' })
  const { password, code } = typed
  const done = useDone()
  const sending = useSending(async () => {
    await endMyFactor(password, code)
    await done(m.my_factor_ended())
  })
  return (
    <Form
      sending={sending}
      says={m.my_factor_on()}
      action={m.my_factor_end()}
      ready={code !== '' && (password !== '' || !hasPassword)}
    >
      {hasPassword && <Password value={password} onChange={(value) => setTyped({ ...typed, password: value })} />}
      <FactorField value={code} onChange={(value) => setTyped({ ...typed, code: value })} />
    </Form>
  )
}

const Password = (props: { readonly value: string; readonly onChange: (value: string) => void }) => (
  <TextField label={m.my_factor_password()} type="password" autoComplete="current-password" required {...props} />
)

interface FormProps {
  readonly sending: Sending
  readonly says: string
  readonly action: string
  readonly ready: boolean
  readonly tools?: ReactNode
  readonly children: ReactNode
}

const Form = ({ sending: { busy, problem, send }, says, action, ready, tools, children }: FormProps) => (
  <form className={styles.form} noValidate onSubmit={send}>
    {problem && <ProblemNote problem={problem} />}
    <p className={styles.says}>{says}</p>
    {children}
    <div className={styles.send}>
      <Button type="submit" busy={busy} disabled={!ready}>
        {action}
      </Button>
      {tools}
    </div>
  </form>
)
