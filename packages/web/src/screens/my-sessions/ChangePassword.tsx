import { useState } from 'react'
import { changePassword } from '../../api/identity.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import styles from './my-sessions.module.css'
import { useSending } from './use-sending.ts'

const empty = { old: '', password: '', again: '' }

/** Changes one's own password; one stays in here and is out everywhere else. */
export function ChangePassword() {
  const [typed, setTyped] = useState(empty)
  const differs = typed.again !== '' && typed.password !== typed.again
  const { busy, problem, send } = useSending(async () => {
    await changePassword(typed.old, typed.password)
    setTyped(empty)
    toast(m.my_sessions_changed())
  })
  const field = (part: keyof typeof empty, label: string, more: { hint?: string; error?: string | undefined } = {}) => (
    <TextField
      label={label}
      type="password"
      autoComplete={part === 'old' ? 'current-password' : 'new-password'}
      required
      value={typed[part]}
      onChange={(value) => setTyped({ ...typed, [part]: value })}
      {...more}
    />
  )
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      {problem && <ProblemNote problem={problem} />}
      {field('old', m.my_sessions_old())}
      {field('password', m.my_sessions_new(), { hint: m.my_sessions_new_hint() })}
      {field('again', m.my_sessions_again(), { error: differs ? m.my_sessions_differs() : undefined })}
      <div>
        <Button
          type="submit"
          busy={busy}
          disabled={typed.old === '' || typed.password === '' || typed.password !== typed.again}
        >
          {m.my_sessions_change()}
        </Button>
      </div>
    </form>
  )
}
