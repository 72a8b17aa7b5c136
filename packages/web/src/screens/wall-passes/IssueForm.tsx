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

/** A pass that was issued just now, for which screen. */
export type Issued = IssuedWallPass & { readonly screen: string }

interface IssueProps {
  readonly today: string
  readonly onIssued: (issued: Issued) => void
}

/** Issues a pass; its code is handed on, this once. */
export function IssueForm({ today, onIssued }: IssueProps) {
  const queries = useQueryClient()
  const [screen, setScreen] = useState('')
  const [until, setUntil] = useState('')
  const [key] = useState(() => uuid())
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    issueWallPass({ screen, until: until === '' ? null : until }, key).then(
      (pass) => {
        onIssued({ ...pass, screen })
        void queries.invalidateQueries({ queryKey: wallPassesQuery.queryKey })
      },
      (error: unknown) => setProblem(problemOf(error)),
    )
  }
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
