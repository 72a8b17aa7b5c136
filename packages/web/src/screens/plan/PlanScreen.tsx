import type { Me, Plan } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { may, meQuery } from '../../api/me.ts'
import { planQuery, planYearsQuery } from '../../api/plans.ts'
import { problemOf } from '../../api/problem.ts'
import { useAsOf, useUrl } from '../../shell/url.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Note } from '../../ui/ProblemNote.tsx'
import { SelectBar } from '../../ui/Select.tsx'
import { dayWords, instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import { AddTaskDrawer } from './AddTaskDrawer.tsx'
import { taskColumns } from './columns.tsx'
import { FilterBar } from './FilterBar.tsx'
import { filterTasks } from './filter.ts'
import { NotThen } from './NotThen.tsx'
import styles from './plan.module.css'
import { Versions } from './Versions.tsx'

/** 任务: the plan of a year as a table, with the lights of the day asked for and the versions it went through. */
export default function PlanScreen() {
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
          <div className={styles.years}>
            <SelectBar label={m.plan_years()} value={String(year)} onChange={setAsked} choices={choices} />
          </div>
        )
        return <Loaded query={me}>{(who) => <Year year={year} me={who} chooser={chooser} />}</Loaded>
      }}
    </Loaded>
  )
}

function NoPlan() {
  return (
    <Page title={m.nav_tasks()}>
      <Empty title={m.plan_none()}>
        <p>{m.plan_none_next()}</p>
        <Link to="/sources" className={buttonClass({ look: 'primary' })}>
          {m.nav_sources()}
        </Link>
      </Empty>
    </Page>
  )
}

interface YearProps {
  readonly year: number
  readonly me: Me
  readonly chooser: React.ReactNode
}

function Year({ year, me, chooser }: YearProps) {
  const asOf = useAsOf()
  const plan = useQuery(planQuery({ year, ...asOf }))
  const past = (asOf.on ?? asOf.known) !== undefined
  if (past && plan.error && problemOf(plan.error).kind === 'notFound')
    return <NotThen year={year} today={me.office.today} />
  return <Loaded query={plan}>{(loaded) => <Tasks plan={loaded} me={me} chooser={chooser} />}</Loaded>
}

function Tasks({ plan, me, chooser }: { readonly plan: Plan } & Pick<YearProps, 'me' | 'chooser'>) {
  const [area, setArea] = useUrl('area')
  const [light, setLight] = useUrl('light')
  const [text, setText] = useUrl('text')
  // Whoever lost the seat over the form finds it open again.
  const [adding, setAdding] = useKept('panel', 'adding', () => false)
  const { on, known } = useAsOf()
  const found = filterTasks(plan.tasks, { area, light, text })
  const mayAdd = may(me, 'POST /api/plans/:year/tasks') && (on === undefined || on === me.office.today)
  return (
    <Page
      wide
      title={m.plan_title({ year: plan.year })}
      says={[
        m.plan_says({ version: plan.version, day: dayWords(on ?? me.office.today), count: plan.tasks.length }),
        known === undefined ? '' : m.known_on({ day: dayWords(instantWords(known).slice(0, 10)) }),
      ].join('　')}
      tools={
        <>
          {chooser}
          <Link
            to="/indicators"
            search={(now: object) => ({ ...now, year: String(plan.year) })}
            className={buttonClass({})}
          >
            {m.indicators_title()}
          </Link>
          {mayAdd && (
            <Button look="primary" onClick={() => setAdding(true)}>
              {m.plan_add()}
            </Button>
          )}
        </>
      }
    >
      <FilterBar plan={plan} filter={{ area, light, text }} set={{ area: setArea, light: setLight, text: setText }} />
      <p className={styles.count} role="status">
        {m.count_of({ count: found.length })}
      </p>
      {found.length === 0 ? (
        <Empty title={m.plan_nothing_found()} />
      ) : (
        <DataTable
          label={m.plan_title({ year: plan.year })}
          rows={found}
          columns={taskColumns(plan)}
          rowKey={(task) => task.id}
          heightMax={720}
        />
      )}
      {plan.missing.length > 0 && (
        <div className={styles.missing}>
          <Note>{m.review_missing({ numbers: plan.missing.join('、') })}</Note>
        </div>
      )}
      <Section title={m.plan_versions()}>
        <Versions plan={plan} />
      </Section>
      {adding && <AddTaskDrawer plan={plan} today={me.office.today} onClose={() => setAdding(false)} />}
    </Page>
  )
}
