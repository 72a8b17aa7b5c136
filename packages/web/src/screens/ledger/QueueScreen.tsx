import type { LedgerCounts, RegisterShape } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ledgersQuery, registersQuery } from '../../api/registers.ts'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { linkClass } from '../../ui/link.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { m, say } from '../../words/index.ts'
import styles from './ledger.module.css'

interface Waiting {
  readonly register: RegisterShape
  readonly rows: number
}

/** What waits in every ledger, by unit; the unit with the most rows comes first. */
function byUnit(
  { ledgers }: LedgerCounts,
  registers: readonly RegisterShape[],
): readonly (readonly [string, readonly Waiting[]])[] {
  const rows = registers.flatMap((register) =>
    (ledgers.find((ledger) => ledger.register === register.id)?.waiting ?? []).map((one) => ({ ...one, register })),
  )
  const sumOf = (list: readonly Waiting[]) => list.reduce((sum, one) => sum + one.rows, 0)
  return [...Map.groupBy(rows, ({ unit }) => unit)].toSorted(([, a], [, b]) => sumOf(b) - sumOf(a))
}

/** 待核实: the rows of all ledgers that wait for somebody who verifies. */
export default function QueueScreen() {
  const registers = useQuery(registersQuery)
  const counts = useQuery(ledgersQuery)
  return (
    <Page title={m.ledger_queue()} says={m.ledger_queue_says()}>
      <Loaded query={registers}>
        {({ registers: list }) => (
          <Loaded
            query={counts}
            isEmpty={(found) => byUnit(found, list).length === 0}
            empty={<Empty title={m.ledger_queue_none()} />}
          >
            {(found) =>
              byUnit(found, list).map(([unit, waiting]) => (
                <Section key={unit} title={unit === '' ? m.ledger_queue_unit() : unit}>
                  <ul className={styles.index}>
                    {waiting.map(({ register, rows }) => (
                      <li key={register.id} className={styles.ledger}>
                        <Link
                          to="/ledger"
                          search={
                            { register: register.id, state: 'submitted', ...(unit === '' ? {} : { unit }) } as never
                          }
                          className={linkClass}
                        >
                          {say(register.label)}
                        </Link>
                        <span className={styles.people}>{m.ledger_waiting({ count: rows })}</span>
                      </li>
                    ))}
                  </ul>
                </Section>
              ))
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}
