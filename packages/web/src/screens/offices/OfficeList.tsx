import { useQueryClient } from '@tanstack/react-query'
import { meQuery, takeSeat } from '../../api/me.ts'
import type { OfficeRow } from '../../api/offices.ts'
import { useDoing } from '../../api/use-doing.ts'
import { useUrl } from '../../shell/url.ts'
import { useArrive } from '../../shell/use-arrive.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { dayWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import { officeMark } from '../../words/office.ts'
import styles from './offices.module.css'

/** The offices of this server, each with the way in. `here` is the one I sit in. */
export function OfficeList({
  offices,
  here,
}: {
  readonly offices: readonly OfficeRow[]
  readonly here: string | undefined
}) {
  const { busy, problem, run } = useDoing()
  const arrive = useArrive()
  const queries = useQueryClient()
  const [back] = useUrl('back')
  const enter = async (officeId: string) => {
    // Whoever lost the seat takes the same one again; their page still knows which it was.
    const was = queries.getQueryData(meQuery.queryKey)
    const same = back !== undefined && was?.office.id === officeId
    await takeSeat({ officeId, ...(same ? { officerId: was.officer.id, postId: was.officer.postId } : {}) })
    await arrive('/', same ? back : undefined)
  }
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <ul className={styles.list}>
        {offices.map((office) => (
          <li key={office.id} className={styles.row}>
            <OfficeWords office={office} />
            {office.id === here ? (
              <Badge tone="ink">{m.offices_here()}</Badge>
            ) : (
              <Button
                small
                busy={busy}
                aria-label={m.offices_enter_named({ name: office.name })}
                onClick={() => void run(() => enter(office.id))}
              >
                {m.offices_enter()}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function OfficeWords({ office }: { readonly office: OfficeRow }) {
  const mark = officeMark(office.kind)
  return (
    <div className={styles.words}>
      <div className={styles.name}>
        {office.name}
        {mark !== null && <Badge>{mark}</Badge>}
      </div>
      <div className={styles.facts}>
        <span>{m.offices_today({ day: dayWords(office.today) })}</span>
        <span>
          {office.years.length > 0 ? m.offices_years({ years: office.years.join('、') }) : m.offices_no_plan()}
        </span>
      </div>
    </div>
  )
}
