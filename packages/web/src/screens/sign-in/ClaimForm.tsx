import { useState } from 'react'
import { setFirstPassword, signIn } from '../../api/identity.ts'
import type { OfficeRow } from '../../api/offices.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import { isSame, NewPassword } from './NewPassword.tsx'
import { StepFrame } from './StepFrame.tsx'
import styles from './sign-in.module.css'
import { UnitLogin } from './UnitLogin.tsx'
import { type StepProps, useStep } from './use-step.ts'

interface ClaimProps extends Pick<StepProps, 'onStep'> {
  readonly offices: readonly OfficeRow[]
  /** The way back that the address names. */
  readonly back: string | undefined
}

/** Who one is: the unit's own login; or account and password, or the first time account, code and a password of one's own. */
export function ClaimForm({ offices, back, onStep }: ClaimProps) {
  const [officeId, setOfficeId] = useState(offices[0]?.id ?? '')
  const [first, setFirst] = useState(false)
  const [typed, setTyped] = useState({ loginName: '', code: '', password: '', again: '' })
  const type = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const { loginName, code, password } = typed
  const claim = { officeId, loginName, password }
  const sending = useStep(() => (first ? setFirstPassword({ ...claim, code }) : signIn(claim)), { onStep })
  const turn = () => {
    setFirst(!first)
    type({ code: '', password: '', again: '' })
    sending.say(null)
  }
  return (
    <>
      <StepFrame
        sending={sending}
        action={first ? m.sign_in_first_send() : m.nav_sign_in()}
        ready={loginName !== '' && (first ? code !== '' && isSame(typed) : password !== '')}
        tools={
          <Button look="quiet" onClick={turn}>
            {first ? m.sign_in_have() : m.sign_in_first()}
          </Button>
        }
      >
        {offices.length > 1 ? (
          <SelectField
            label={m.sign_in_office()}
            value={officeId}
            onChange={setOfficeId}
            choices={offices.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <p className={styles.says}>{offices[0]?.name}</p>
        )}
        <TextField
          label={m.sign_in_name()}
          autoComplete="username"
          required
          value={loginName}
          onChange={(value) => type({ loginName: value })}
        />
        {first ? (
          <>
            <TextField
              label={m.sign_in_code()}
              hint={m.sign_in_code_hint()}
              autoComplete="one-time-code"
              required
              value={code}
              onChange={(value) => type({ code: value })}
            />
            <NewPassword typed={typed} onType={type} />
          </>
        ) : (
          <TextField
            label={m.sign_in_password()}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(value) => type({ password: value })}
          />
        )}
      </StepFrame>
      {!first && <UnitLogin key={officeId} officeId={officeId} back={back} />}
    </>
  )
}
