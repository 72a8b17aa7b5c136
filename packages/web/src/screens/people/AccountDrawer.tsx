import type { IssuedCode, People } from '@guatu/contract'
import { useState } from 'react'
import { disableAccount, enableAccount, issueCode } from '../../api/identity.ts'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from '../../ui/Dialog.tsx'
import forms from '../../ui/forms/forms.module.css'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import styles from './people.module.css'
import { useForm } from './use-form.ts'

interface AccountDrawerProps {
  readonly people: People
  readonly officerId: string
  readonly hand: (issued: IssuedCode) => void
  readonly onClose: () => void
}

/** Somebody's account: a code with which they set a password, and an end to their being let in, or a new beginning. */
export function AccountDrawer({ people, officerId, hand, onClose }: AccountDrawerProps) {
  const { busy, problem, send } = useForm(`account ${officerId}`)
  const [isGone, setIsGone] = useState(false)
  const { name, disabled } = people.officers.find(({ id }) => id === officerId) ?? { name: '', disabled: false }
  const issue = () =>
    send(
      () => issueCode(officerId),
      (issued) => (issued.code === null ? setIsGone(true) : hand(issued)),
    )
  const turn = () =>
    send(
      () => (disabled ? enableAccount(officerId) : disableAccount(officerId)),
      () => toast(disabled ? m.people_enabled({ name }) : m.people_disabled({ name })),
    )
  return (
    <Drawer
      open
      onClose={onClose}
      title={m.people_account_named({ name })}
      actions={<Button onClick={onClose}>{m.close()}</Button>}
    >
      <div className={forms.stack}>
        {problem && <ProblemNote problem={problem} />}
        {isGone && <Note>{m.people_code_gone()}</Note>}
        <p className={styles.account}>{m.people_code_says()}</p>
        <div>
          <Button busy={busy} onClick={() => void issue()}>
            {m.people_code()}
          </Button>
        </div>
        <p className={styles.account}>{disabled ? m.people_enable_says() : m.people_disable_says()}</p>
        <div>
          <Button look={disabled ? 'secondary' : 'danger'} busy={busy} onClick={() => void turn()}>
            {disabled ? m.people_enable() : m.people_disable()}
          </Button>
        </div>
      </div>
    </Drawer>
  )
}
