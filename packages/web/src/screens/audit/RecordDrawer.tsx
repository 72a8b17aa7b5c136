import type { AuditRow } from '@guatu/contract'
import { Drawer } from '../../ui/Dialog.tsx'
import { instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import styles from './audit.module.css'
import { outcomeName } from './outcome.ts'

const grouped = (hash: string): string => (hash.match(/.{1,4}/g) ?? []).join(' ')

/** One record in full, with its place in the chain: the hash before it, its own, and the seal of the office's key. */
export function RecordDrawer({ row, onClose }: { readonly row: AuditRow; readonly onClose: () => void }) {
  const facts: readonly (readonly [string, string])[] = [
    [m.audit_at(), instantWords(row.at)],
    [m.audit_person(), row.officerName],
    [m.audit_unit(), row.unit],
    [m.audit_post(), row.post],
    [m.audit_deed(), `${say(row.label)}　${row.route}`],
    [m.audit_object(), row.object],
    [m.audit_outcome(), outcomeName(row.outcome)],
    [m.audit_problem(), row.problemCode ?? '—'],
    [m.audit_address(), row.address ?? '—'],
    [m.audit_request(), row.requestId ?? '—'],
    ...Object.entries(row.detail).map(([name, value]) => [name, String(value)] as const),
  ]
  const hashes = [
    [m.audit_prev_hash(), row.prevHash],
    [m.audit_hash(), row.hash],
    [m.audit_mac(), row.mac],
  ] as const
  return (
    <Drawer open onClose={onClose} title={m.audit_record({ seq: row.seq })} says={m.audit_chain_says()}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
        <Fact name={m.audit_suite()} value={row.suite} />
        {hashes.map(([name, value]) => (
          <Fact key={name} name={name} value={grouped(value)} hash />
        ))}
      </dl>
    </Drawer>
  )
}

function Fact({
  name,
  value,
  hash = false,
}: {
  readonly name: string
  readonly value: string
  readonly hash?: boolean
}) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={hash ? styles.hash : undefined}>{value}</dd>
    </>
  )
}
