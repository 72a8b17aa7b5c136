import type { Me, RefusedReading, SourceSeries, SourceSystem, SourceSystems } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { may } from '../../api/me.ts'
import { problemOf } from '../../api/problem.ts'
import { endSeries, issueKey, revokeKey } from '../../api/source-systems.ts'
import { uuid } from '../../api/uuid.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Section } from '../../ui/Page.tsx'
import { toast } from '../../ui/Toast.tsx'
import { dayWords, instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { badgeWords } from '../../words/light.ts'
import { SeriesForm } from './DeclareForm.tsx'
import type { Issued } from './KeySlip.tsx'
import { lastWords, periodWords, placeWords, stateWords } from './series-words.ts'
import styles from './source-systems.module.css'

interface PartProps {
  readonly system: SourceSystem
  readonly sources: SourceSystems
  readonly me: Me
  readonly onIssued: (issued: Issued) => void
}

/** Does one thing, shows how it stands then, or says why not. */
function useActs() {
  const queries = useQueryClient()
  return (doing: Promise<unknown>) =>
    doing.then(
      () => queries.invalidateQueries({ queryKey: ['source-systems'] }),
      (error: unknown) => toast(say(problemOf(error).says), say(problemOf(error).next)),
    )
}

function State({ state, due, gaps }: Pick<SourceSeries, 'state' | 'due' | 'gaps'>) {
  return (
    <>
      {state === 'stale' ? <Badge tone="red">{stateWords.stale()}</Badge> : stateWords[state]()}{' '}
      {state === 'stale' && due && m.source_systems_due({ day: dayWords(due) })}
      {gaps && (
        <>
          {' '}
          <Badge tone="red">{badgeWords({ kind: 'gaps', ...gaps })}</Badge>
        </>
      )}
    </>
  )
}

const columnsOf = (onEnd: ((id: string) => void) | null): readonly Column<SourceSeries>[] => [
  { id: 'code', header: m.source_systems_code(), width: 120, cell: ({ code }) => code },
  { id: 'measure', header: m.source_systems_measure(), cell: ({ label, unit }) => `${say(label)}（${unit}）` },
  { id: 'community', header: m.source_systems_community(), width: 140, cell: placeWords },
  {
    id: 'period',
    header: m.source_systems_period(),
    width: 150,
    cell: ({ periodType, lagDays }) => m.source_systems_every({ period: periodWords[periodType](), days: lagDays }),
  },
  { id: 'source', header: m.source_systems_rhythm_source(), width: 180, cell: ({ rhythmSource }) => rhythmSource },
  { id: 'last', header: m.source_systems_last(), width: 120, cell: ({ last }) => lastWords(last) },
  { id: 'state', header: m.source_systems_state(), width: 200, cell: (series) => <State {...series} /> },
  ...(onEnd
    ? [
        {
          id: 'end',
          header: m.source_systems_end(),
          width: 90,
          cell: ({ id, code, state }: SourceSeries) =>
            state === 'ended' ? null : (
              <Button small aria-label={m.source_systems_end_named({ code })} onClick={() => onEnd(id)}>
                {m.source_systems_end()}
              </Button>
            ),
        },
      ]
    : []),
]

const refusedColumns = (): readonly Column<RefusedReading>[] => [
  { id: 'at', header: m.source_systems_refused_at(), width: 160, cell: ({ at }) => instantWords(at) },
  { id: 'series', header: m.source_systems_code(), width: 120, cell: ({ series }) => series || '—' },
  { id: 'period', header: m.source_systems_refused_period(), width: 120, cell: ({ period }) => period || '—' },
  { id: 'value', header: m.source_systems_refused_value(), width: 120, cell: ({ value }) => value || '—' },
  {
    id: 'because',
    header: m.source_systems_refused_because(),
    cell: ({ says, next }) => `${say(says)}${say(next)}`,
  },
]

/** One system: what it is, its series with how far they have come, and its keys. */
export function SystemPart({ system, sources, me, onIssued }: PartProps) {
  const [adding, setAdding] = useState(false)
  const act = useActs()
  const mayDeclare = may(me, 'POST /api/source-systems/:id/series')
  const onEnd = may(me, 'POST /api/source-series/:id/end') ? (id: string) => void act(endSeries(id)) : null
  return (
    <Section title={system.name}>
      <p className={styles.facts}>
        <span>{m.source_systems_facts({ unit: system.unit, basis: system.basis })}</span>
        <span>{m.source_systems_declared({ name: system.declaredBy, at: instantWords(system.declaredAt) })}</span>
        <span>
          {system.lastSeenAt
            ? m.source_systems_seen({ at: instantWords(system.lastSeenAt) })
            : m.source_systems_not_seen()}
        </span>
      </p>
      <DataTable
        label={m.source_systems_series_list({ system: system.name })}
        rows={system.series}
        columns={columnsOf(onEnd)}
        rowKey={({ id }) => id}
        cards
      />
      {system.refused.length > 0 && (
        <>
          <h3>{m.source_systems_refused()}</h3>
          <p>{m.source_systems_refused_says()}</p>
          <DataTable
            label={m.source_systems_refused_list({ system: system.name })}
            rows={system.refused}
            columns={refusedColumns()}
            rowKey={({ series, period, value, code }) => [series, period, value, code].join(' ')}
            cards
          />
        </>
      )}
      {mayDeclare && (
        <div className={styles.tools}>
          <Button
            small
            aria-expanded={adding}
            aria-label={m.source_systems_series_new_named({ system: system.name })}
            onClick={() => setAdding(!adding)}
          >
            {m.source_systems_series_new()}
          </Button>
        </div>
      )}
      {adding && (
        <SeriesForm system={system} sources={sources} today={me.office.today} onDone={() => setAdding(false)} />
      )}
      <Keys system={system} me={me} onIssued={onIssued} act={act} />
    </Section>
  )
}

const keyWords = ({ state, until }: SourceSystem['keys'][number]): string => {
  if (state === 'followed') return m.source_systems_key_followed({ at: instantWords(until ?? '') })
  if (state === 'inForce') return m.source_systems_key_in_force()
  return state === 'over' ? m.source_systems_key_over() : m.source_systems_key_revoked()
}

function Keys({
  system,
  me,
  onIssued,
  act,
}: Pick<PartProps, 'system' | 'me' | 'onIssued'> & { readonly act: (doing: Promise<unknown>) => Promise<unknown> }) {
  const { name, id, keys } = system
  const issue = () => act(issueKey(id, uuid()).then((issued) => onIssued({ ...issued, system: name })))
  const mayRevoke = may(me, 'POST /api/source-keys/:id/revoke')
  return (
    <>
      <h3>{m.source_systems_keys()}</h3>
      {keys.length === 0 && <p>{m.source_systems_keys_none()}</p>}
      <ul className={styles.keys}>
        {keys.map((key) => (
          <li key={key.id}>
            <Badge>{keyWords(key)}</Badge>
            <span>{m.source_systems_key_issued({ name: key.issuedBy, at: instantWords(key.issuedAt) })}</span>
            {mayRevoke && (key.state === 'inForce' || key.state === 'followed') && (
              <Button
                small
                look="danger"
                aria-label={m.source_systems_key_revoke_named({ system: name })}
                onClick={() => void act(revokeKey(key.id))}
              >
                {m.source_systems_key_revoke()}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may(me, 'POST /api/source-systems/:id/keys') && (
        <Button aria-label={m.source_systems_key_issue_named({ system: name })} onClick={() => void issue()}>
          {m.source_systems_key_issue()}
        </Button>
      )}
    </>
  )
}
