import type { FormalOffice } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { firstRunQuery } from '../../api/first-run.ts'
import { choose } from '../../shell/chosen-way.ts'
import { useUrl } from '../../shell/url.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { m } from '../../words/index.ts'
import { Begun } from './Begun.tsx'
import styles from './first-run.module.css'
import { FormalForm } from './FormalForm.tsx'

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
  const go = (way: 'sample' | 'trial') => {
    choose(way)
    void navigate(way === 'sample' ? { to: '/' } : { to: '/offices', search: { add: '1' } as object })
  }
  return (
    <Page title={m.first_title()} says={m.first_says()}>
      <ul className={styles.ways}>
        <Way title={m.first_sample()} says={m.first_sample_says()} look="primary" onChoose={() => go('sample')} />
        <Way title={m.first_trial()} says={m.first_trial_says()} onChoose={() => go('trial')} />
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

interface WayProps {
  readonly title: string
  readonly says: string
  readonly look?: 'primary' | 'secondary'
  readonly onChoose: () => void
}

function Way({ title, says, look = 'secondary', onChoose }: WayProps) {
  return (
    <li className={styles.way}>
      <Button look={look} onClick={onChoose}>
        {title}
      </Button>
      <p>{says}</p>
    </li>
  )
}
