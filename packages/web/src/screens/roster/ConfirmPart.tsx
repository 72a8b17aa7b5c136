import type { Holding, Problem } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { peopleQuery } from '../../api/people.ts'
import { problemOf } from '../../api/problem.ts'
import { confirmHoldings } from '../../api/roster.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from '../../ui/Page.tsx'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import styles from './roster.module.css'

/** Holdings that wait for a second person, to be confirmed together. Nothing where none waits. */
export function ConfirmPart() {
  const { data } = useQuery(peopleQuery)
  const waiting = (data?.units ?? []).flatMap(({ posts }) =>
    posts.flatMap(({ holdings }) => holdings.filter(({ confirmedBy }) => confirmedBy === null)),
  )
  return waiting.length === 0 ? null : <Confirm waiting={waiting} />
}

function Confirm({ waiting }: { readonly waiting: readonly Holding[] }) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const count = waiting.length
  const confirm = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const done = await confirmHoldings(waiting)
      toast(m.roster_confirmed({ count: done.confirmed }))
      setLeft(done.left.map(({ name, post }) => `${name}（${post}）`))
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
      void queries.invalidateQueries()
    }
  }
  return (
    <Section title={m.roster_confirm()}>
      <p className={styles.says}>{m.roster_confirm_says({ count })}</p>
      {problem && <ProblemNote problem={problem} />}
      {left.length > 0 && <Note>{m.roster_left({ names: left.join('、') })}</Note>}
      <div className={styles.actions}>
        <Button look="primary" busy={busy} onClick={() => void confirm()}>
          {m.roster_confirm_all({ count })}
        </Button>
      </div>
    </Section>
  )
}
