import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { planQuery } from '../../api/plans.ts'
import { asKnownOn, useAsOf } from '../../shell/url.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { m } from '../../words/index.ts'
import { notThenWords } from '../../words/not-then.ts'

/** A past day on which the plan of a year was not registered yet: when it was, and the way back to today. */
export function NotThen({ year, today }: { readonly year: number; readonly today: string }) {
  const { on, known: asked } = useAsOf()
  const known = useQuery(planQuery({ year, on: undefined, known: undefined }))
  return (
    <Page title={m.nav_tasks()}>
      <Empty title={notThenWords(known.data)}>
        <Link to="/tasks" search={{ year }} className={buttonClass({ look: 'primary' })}>
          {m.not_then_today()}
        </Link>
        {asked === undefined && (
          <Link to="/tasks" search={{ year, on, known: asKnownOn(today) }} className={buttonClass({})}>
            {m.not_then_known()}
          </Link>
        )}
      </Empty>
    </Page>
  )
}
