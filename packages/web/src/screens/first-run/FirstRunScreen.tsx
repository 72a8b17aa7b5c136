import type { FormalOffice, Problem } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { firstRunQuery } from '../../api/first-run.ts'
import { takeSeat } from '../../api/me.ts'
import { officesQuery, resetSample } from '../../api/offices.ts'
import { problemOf } from '../../api/problem.ts'
import { choose } from '../../shell/chosen-way.ts'
import { useUrl } from '../../shell/url.ts'
import { useArrive } from '../../shell/use-arrive.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import { Begun } from './Begun.tsx'
import { FormalForm } from './FormalForm.tsx'
import styles from './first-run.module.css'

/** The first screen: three ways to begin, with what each means; the third leads on to its form and its slips. */
export default function FirstRunScreen() {
  const [way, setWay] = useUrl('way')
  const [begun, setBegun] = useState<FormalOffice | null>(null)
  if (begun) return <Begun begun={begun} />
  if (way !== 'formal') return <Ways onFormal={() => setWay('formal')} />
  return (
    <Page
      title={m.formal_title()}
      says={m.first_formal_says()}
      tools={
        <Button look="quiet" onClick={() => setWay(undefined)}>
          {m.formal_back()}
        </Button>
      }
    >
      <FormalForm onBegun={setBegun} />
    </Page>
  )
}

function Ways({ onFormal }: { readonly onFormal: () => void }) {
  const navigate = useNavigate()
  const firstRun = useQuery(firstRunQuery)
  const { show, busy, problem } = useSample()
  const tryOut = () => {
    choose('trial')
    void navigate({ to: '/offices', search: { add: 'new' } as object })
  }
  return (
    <Page title={m.first_title()} says={m.first_says()}>
      {problem && <ProblemNote problem={problem} />}
      <ul className={styles.ways}>
        <Way
          title={m.first_sample()}
          says={m.first_sample_says()}
          look="primary"
          busy={busy}
          onChoose={() => void show()}
        />
        <Way title={m.first_trial()} says={m.first_trial_says()} onChoose={tryOut} />
        <Way title={m.first_formal()} says={m.first_formal_says()} onChoose={onFormal} />
      </ul>
      {firstRun.data?.formal && (
        <p className={styles.note}>
          {m.first_formal_done()}
          {'　'}
          <Link to="/lan" className={buttonClass({ small: true })}>
            {m.first_lan_open()}
          </Link>
        </p>
      )}
    </Page>
  )
}

/** Goes to the sample: sits down in it where one does not yet, and makes it first where it was removed. */
function useSample() {
  const queries = useQueryClient()
  const arrive = useArrive()
  const seat = useSeat()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const sit = async () => {
    const { offices } = await queries.fetchQuery(officesQuery)
    const sample = offices.find((office) => office.sample)
    if (!sample) await resetSample()
    else if (sample.id !== seat?.office.id) await takeSeat({ officeId: sample.id })
  }
  const show = async () => {
    setBusy(true)
    try {
      await sit()
      choose('sample')
      await arrive('/')
    } catch (error) {
      setProblem(problemOf(error))
      setBusy(false)
    }
  }
  return { show, busy, problem }
}

interface WayProps {
  readonly title: string
  readonly says: string
  readonly look?: 'primary' | 'secondary'
  readonly busy?: boolean
  readonly onChoose: () => void
}

function Way({ title, says, look = 'secondary', busy = false, onChoose }: WayProps) {
  return (
    <li className={styles.way}>
      <Button look={look} busy={busy} onClick={onChoose}>
        {title}
      </Button>
      <p>{says}</p>
    </li>
  )
}
