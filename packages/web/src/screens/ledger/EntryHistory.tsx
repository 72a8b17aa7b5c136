import type { EntryVersion } from '@guatu/contract'
import { Badge } from '../../ui/Badge.tsx'
import { instantWords } from '../../words/dates.ts'
import { entryStateName, entryTones } from '../../words/entry.ts'
import { m, say } from '../../words/index.ts'
import { paperSays } from '../../words/paper.ts'
import { EntryCell } from './EntryCell.tsx'
import styles from './ledger.module.css'
import type { Ledger } from './use-ledger.ts'

interface HistoryProps {
  readonly ledger: Ledger
  readonly versions: readonly EntryVersion[]
}

/** Every version of a row, the newest first: who made it and why, what it changed side by side, who verified it. */
export function EntryHistory({ ledger, versions }: HistoryProps) {
  const byId = new Map(versions.map((version) => [version.entry.id, version]))
  return (
    <ol className={styles.versions}>
      {versions.toReversed().map((version) => (
        <li key={version.entry.id} className={styles.version}>
          <Version ledger={ledger} version={version} before={byId.get(version.entry.corrects ?? '')} />
        </li>
      ))}
    </ol>
  )
}

const verbs = { verified: m.ledger_did_verify, returned: m.ledger_did_return, withdrawn: m.ledger_did_withdraw }

interface VersionProps {
  readonly ledger: Ledger
  readonly version: EntryVersion
  readonly before: EntryVersion | undefined
}

function Version({ ledger, version: { entry, because, events }, before }: VersionProps) {
  const { shape } = ledger
  const move = shape.status?.moves.find(({ id }) => id === entry.move)
  const what = move ? say(move.label) : before ? m.ledger_correct() : m.ledger_enter_done()
  const changed = before
    ? shape.columns.filter(({ id }) => (entry.values[id] ?? '') !== (before.entry.values[id] ?? ''))
    : []
  const statusName = (id: string | null) => shape.status?.states.find((state) => state.id === id)?.label
  const [was, is] = [statusName(before?.entry.status ?? null), statusName(entry.status)]
  return (
    <>
      <div className={styles.bar}>
        <strong>{what}</strong>
        <Badge tone={entryTones[entry.state]}>
          {entry.state === 'corrected' ? m.ledger_overtaken() : entryStateName(entry.state)}
        </Badge>
        {m.ledger_entered_by({ by: entry.enteredBy, at: instantWords(entry.knownAt) })}
      </div>
      {because !== '' && <p className={styles.people}>{m.ledger_for({ because })}</p>}
      {(changed.length > 0 || (was && is && was !== is)) && before && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{m.ledger_column()}</th>
              <th scope="col">{m.ledger_was()}</th>
              <th scope="col">{m.ledger_is()}</th>
            </tr>
          </thead>
          <tbody>
            {was && is && was !== is && (
              <tr>
                <th scope="row">{m.ledger_status()}</th>
                <td>{say(was)}</td>
                <td>{say(is)}</td>
              </tr>
            )}
            {changed.map((column) => (
              <tr key={column.id}>
                <th scope="row">{say(column.label)}</th>
                <td>
                  <EntryCell column={column} text={before.entry.values[column.id] ?? ''} ledger={ledger} />
                </td>
                <td>
                  <EntryCell column={column} text={entry.values[column.id] ?? ''} ledger={ledger} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {events.map(({ kind, at, by, because: reason }) => (
        <p key={`${kind} ${at}`} className={styles.people}>
          {verbs[kind]({ by, at: instantWords(at) })}
          {reason !== '' && ` ${m.ledger_for({ because: reason })}`}
        </p>
      ))}
      {entry.byPaper !== null && <p className={styles.people}>{paperSays(entry.byPaper)}</p>}
    </>
  )
}
