import type { LedgerCounts, RegisterShape } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { ledgersQuery } from '../../api/registers.ts'
import { isFoundBy } from '../../ui/found-by.ts'
import { Empty } from '../../ui/Loaded.tsx'
import { linkClass } from '../../ui/link.ts'
import { Bar, Page, Section } from '../../ui/Page.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { m, say } from '../../words/index.ts'
import styles from './ledger.module.css'

/** By what whoever looks may do there: what one works in comes first. */
const groups = [
  { title: m.ledger_group_enter, holds: ({ may }: RegisterShape) => may.includes('enter') },
  { title: m.ledger_group_verify, holds: ({ may }: RegisterShape) => may.includes('verify') && !may.includes('enter') },
  { title: m.ledger_group_read, holds: ({ may }: RegisterShape) => may.length === 0 },
]

/** 台账目录: every register that one may look into, found by typing, with how many rows it has and how many wait. */
export function LedgerIndex({ registers }: { readonly registers: readonly RegisterShape[] }) {
  const counts = useQuery(ledgersQuery)
  const [typed, setTyped] = useState('')
  const countOf = (id: string) => counts.data?.ledgers.find(({ register }) => register === id)
  // Where the counts are there, they also say which registers one may look into.
  const open = counts.data ? registers.filter(({ id }) => countOf(id)) : registers
  const found = open.filter(({ label }) => isFoundBy(say(label), typed))
  return (
    <Page title={m.ledger_index()} says={m.ledger_says()}>
      <Bar>
        <TextField label={m.ledger_index_find()} type="search" value={typed} onChange={setTyped} maxLength={30} />
        <Link to="/months" className={linkClass}>
          {m.months_title()}
        </Link>
      </Bar>
      <p className={styles.people}>
        {m.ledger_index_count({ count: open.length })}
        {counts.data?.closed.map(({ circle, registers: number }) =>
          circle
            ? m.ledger_index_closed({ count: number, circle: say(circle) })
            : m.ledger_index_closed_duty({ count: number }),
        )}
      </p>
      {found.length === 0 && <Empty title={m.ledger_index_none()} />}
      {groups.map(({ title, holds }) => {
        const here = found.filter(holds)
        if (here.length === 0) return null
        return (
          <Section key={title()} title={title()}>
            {topicsOf(here).map(([topic, members]) => (
              <Fragment key={topic}>
                <h3 className={styles.topic}>{topic}</h3>
                <ul className={styles.index}>
                  {members.map(({ id, label }) => (
                    <Ledger key={id} id={id} label={say(label)} count={countOf(id)} />
                  ))}
                </ul>
              </Fragment>
            ))}
          </Section>
        )
      })}
    </Page>
  )
}

/** The registers by what they stand under, in the order that they come in. */
function topicsOf(registers: readonly RegisterShape[]): readonly (readonly [string, readonly RegisterShape[]])[] {
  const topics = Map.groupBy(registers, ({ topic }) => say(topic))
  return [...topics]
}

interface LedgerProps {
  readonly id: string
  readonly label: string
  readonly count: LedgerCounts['ledgers'][number] | undefined
}

function Ledger({ id, label, count }: LedgerProps) {
  const waiting = count?.waiting.reduce((sum, { rows }) => sum + rows, 0) ?? 0
  return (
    <li className={styles.ledger}>
      <Link to="/ledger" search={{ register: id } as never} className={linkClass}>
        {label}
      </Link>
      <span className={styles.people}>
        {count && m.count_of({ count: count.rows })}
        {waiting > 0 && ` · ${m.ledger_waiting({ count: waiting })}`}
      </span>
    </li>
  )
}
