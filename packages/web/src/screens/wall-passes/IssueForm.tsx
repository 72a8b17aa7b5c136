import type { IssuedWallPass, Problem } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { uuid } from '../../api/uuid.ts'
import { issueWallPass, wallPassesQuery } from '../../api/wall-passes.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import styles from './wall-passes.module.css'

const page = '/hang'

/** Issues a pass and shows, this once, how the screen opens it. */
export function IssueForm({ officeId, today }: { readonly officeId: string; readonly today: string }) {
  const queries = useQueryClient()
  const [screen, setScreen] = useState('')
  const [until, setUntil] = useState('')
  const [key, setKey] = useState(() => uuid())
  const [problem, setProblem] = useState<Problem | null>(null)
  const [issued, setIssued] = useState<IssuedWallPass | null>(null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    issueWallPass({ screen, until: until === '' ? null : until }, key).then(
      (pass) => {
        setIssued(pass)
        setScreen('')
        setKey(uuid())
        void queries.invalidateQueries({ queryKey: wallPassesQuery.queryKey })
      },
      (error: unknown) => setProblem(problemOf(error)),
    )
  }
  if (issued) return <Once officeId={officeId} code={issued.code} onDone={() => setIssued(null)} />
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      {problem && <ProblemNote problem={problem} />}
      <TextField
        label={m.wall_pass_screen()}
        hint={m.wall_pass_screen_hint()}
        required
        maxLength={40}
        value={screen}
        onChange={setScreen}
      />
      <DateField
        label={m.wall_pass_until()}
        hint={m.wall_pass_until_hint()}
        min={today}
        value={until}
        onChange={setUntil}
      />
      <div>
        <Button look="primary" type="submit">
          {m.wall_pass_issue()}
        </Button>
      </div>
    </form>
  )
}

interface OnceProps {
  readonly officeId: string
  readonly code: string
  readonly onDone: () => void
}

// What stands behind the # stays in the browser: no log of a server ever holds it.
function Once({ officeId, code, onDone }: OnceProps) {
  const at = location.origin + page
  return (
    <div className={styles.once} role="status">
      <p>{m.wall_pass_once({ page: at })}</p>
      <dl>
        <dt>{m.wall_pass_link()}</dt>
        <dd>
          <code>{`${at}#${officeId}.${code}`}</code>
        </dd>
        <dt>{m.wall_pass_code()}</dt>
        <dd>
          <code className={styles.code}>{code}</code>
        </dd>
      </dl>
      <Button onClick={onDone}>{m.wall_pass_seen_it()}</Button>
    </div>
  )
}
