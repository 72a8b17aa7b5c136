import type { Bindings, Me } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { bindingsQuery, type Wish } from '../../api/bindings.ts'
import { may, meQuery } from '../../api/me.ts'
import { planYearsQuery } from '../../api/plans.ts'
import { useUrl } from '../../shell/url.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { SelectBar } from '../../ui/Select.tsx'
import { m } from '../../words/index.ts'
import { Catalogue } from './Catalogue.tsx'
import styles from './indicators.module.css'
import { TargetLine } from './TargetLine.tsx'
import { useBinding } from './use-binding.ts'

/** 指标口径: which indicator gives the number of which target; proposed by words and unit, confirmed by a person. */
export default function IndicatorsScreen() {
  const [asked, setAsked] = useUrl('year')
  const years = useQuery(planYearsQuery)
  const me = useQuery(meQuery)
  return (
    <Loaded query={years} isEmpty={({ years: list }) => list.length === 0} empty={<NoPlan />}>
      {({ years: list }) => {
        const newest = Math.max(...list.map((one) => one.year))
        const year = list.some((one) => String(one.year) === asked) ? Number(asked) : newest
        const choices = list.map((one) => ({ value: String(one.year), label: m.plan_year({ year: one.year }) }))
        const chooser = list.length > 1 && (
          <SelectBar label={m.plan_years()} value={String(year)} onChange={setAsked} choices={choices} />
        )
        return <Loaded query={me}>{(who) => <Year year={year} me={who} chooser={chooser} />}</Loaded>
      }}
    </Loaded>
  )
}

const NoPlan = () => (
  <Page title={m.indicators_title()}>
    <Empty title={m.plan_none()} />
  </Page>
)

interface YearProps {
  readonly year: number
  readonly me: Me
  readonly chooser: React.ReactNode
}

function Year({ year, me, chooser }: YearProps) {
  const bindings = useQuery(bindingsQuery(year))
  return (
    <Loaded query={bindings}>
      {(found) => <Targets key={found.version} bindings={found} me={me} chooser={chooser} />}
    </Loaded>
  )
}

const sureOf = ({ targets }: Bindings): ReadonlySet<string> =>
  new Set(targets.filter(({ binding, proposal }) => binding === null && proposal?.sure).map(({ id }) => id))

function Targets({ bindings, me, chooser }: { readonly bindings: Bindings } & Pick<YearProps, 'me' | 'chooser'>) {
  const { targets, indicators, year } = bindings
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const { busy, problem, refused, bind } = useBinding(bindings)
  const mayBind = may(me, 'POST /api/plans/:year/bindings')
  const tick = (id: string, on: boolean) =>
    setTicked(new Set(on ? [...ticked, id] : [...ticked].filter((one) => one !== id)))
  const wishes: Wish[] = targets.flatMap(({ id, binding, proposal }) =>
    ticked.has(id) && binding === null && proposal ? [{ target: id, indicator: proposal.indicator }] : [],
  )
  const sure = sureOf(bindings)
  const byId = new Map(indicators.map((one) => [one.id, one]))
  const bound = targets.filter(({ binding }) => binding !== null).length
  return (
    <Page
      title={m.indicators_title()}
      says={m.indicators_says({ year })}
      tools={
        <>
          {chooser}
          {mayBind && sure.size > 0 && wishes.length === 0 && (
            <Button onClick={() => setTicked(sure)}>{m.indicators_tick_sure({ count: sure.size })}</Button>
          )}
          {mayBind && wishes.length > 0 && (
            <Button look="primary" busy={busy} onClick={() => void bind(wishes)}>
              {m.indicators_confirm({ count: wishes.length })}
            </Button>
          )}
        </>
      }
    >
      {problem && <ProblemNote problem={problem} />}
      <Section title={m.indicators_targets({ bound, all: targets.length })}>
        {targets.length === 0 ? (
          <p>{m.indicators_none()}</p>
        ) : (
          <ul className={styles.list}>
            {targets.map((target) => (
              <TargetLine
                key={target.id}
                target={target}
                indicators={byId}
                mayBind={mayBind && !busy}
                ticked={ticked.has(target.id)}
                onTick={(on) => tick(target.id, on)}
                onBind={(indicator) => void bind([{ target: target.id, indicator }])}
                refusal={refused.get(target.id) ?? null}
              />
            ))}
          </ul>
        )}
      </Section>
      <Section title={m.indicators_catalogue({ count: indicators.length })}>
        <Catalogue indicators={indicators} />
      </Section>
    </Page>
  )
}
