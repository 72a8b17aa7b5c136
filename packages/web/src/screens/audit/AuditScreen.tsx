import type { AuditRow } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { saveLog, saveSheet } from '../../api/audit.ts'
import { problemOf } from '../../api/problem.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { toast } from '../../ui/Toast.tsx'
import { instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { AuditFilterBar } from './AuditFilterBar.tsx'
import styles from './audit.module.css'
import { outcomeName, outcomeTone } from './outcome.ts'
import { RecordDrawer } from './RecordDrawer.tsx'
import { useAudit } from './use-audit.ts'

const save = (saving: Promise<void>) =>
  void saving.catch((error: unknown) => toast(say(problemOf(error).says), say(problemOf(error).next)))

/** 审计日志: what was done, tried and looked at, for the audit administrator; each look here is itself on record. */
export default function AuditScreen() {
  const { asked, ask, found } = useAudit()
  const [open, setOpen] = useState<AuditRow | null>(null)
  const columns = useMemo(() => columnsFor(setOpen), [])
  return (
    <Page
      wide
      title={m.nav_audit()}
      says={m.audit_says()}
      tools={
        <>
          <Link to="/audit/checkpoints" className={buttonClass({})}>
            {m.nav_checkpoints()}
          </Link>
          <Button onClick={() => save(saveSheet(asked, 'csv'))}>{m.audit_csv()}</Button>
          <Button onClick={() => save(saveSheet(asked, 'xlsx'))}>{m.audit_xlsx()}</Button>
          <Button onClick={() => save(saveLog())}>{m.audit_log()}</Button>
          <Button onClick={() => window.print()}>{m.policy_print()}</Button>
        </>
      }
    >
      <AuditFilterBar key={JSON.stringify(asked)} asked={asked} ask={ask} />
      <Loaded query={found}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          const total = pages[0]?.total ?? rows.length
          if (rows.length === 0) return <Empty title={m.audit_none()} />
          return (
            <>
              <div className={styles.count} role="status">
                {m.count_of({ count: total })}
              </div>
              <DataTable
                label={m.nav_audit()}
                rows={rows}
                total={total}
                columns={columns}
                rowKey={({ seq }) => String(seq)}
                heightMax={680}
              />
              {found.hasNextPage && (
                <div className={styles.more}>
                  <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                    {m.audit_more()}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </Loaded>
      {open && <RecordDrawer row={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

const columnsFor = (open: (row: AuditRow) => void): readonly Column<AuditRow>[] => [
  {
    id: 'seq',
    header: m.audit_seq(),
    width: 72,
    figures: true,
    cell: (row) => (
      <button
        type="button"
        className={styles.opener}
        aria-label={m.audit_record({ seq: row.seq })}
        onClick={() => open(row)}
      >
        {row.seq}
      </button>
    ),
  },
  { id: 'at', header: m.audit_at(), width: 160, figures: true, cell: ({ at }) => instantWords(at) },
  {
    id: 'person',
    header: m.audit_person(),
    width: 164,
    cell: ({ officerName, post }) => (
      <>
        {officerName}
        <div className={styles.route}>{post}</div>
      </>
    ),
  },
  {
    id: 'deed',
    header: m.audit_deed(),
    width: 206,
    cell: ({ label, route }) => (
      <>
        {say(label)}
        <div className={styles.route}>{route}</div>
      </>
    ),
  },
  { id: 'object', header: m.audit_object(), cell: ({ object }) => <span className={styles.route}>{object}</span> },
  {
    id: 'outcome',
    header: m.audit_outcome(),
    width: 84,
    cell: ({ outcome }) => <Badge tone={outcomeTone(outcome)}>{outcomeName(outcome)}</Badge>,
  },
  {
    id: 'problem',
    header: m.audit_problem(),
    width: 168,
    cell: ({ problemCode }) => <span className={styles.route}>{problemCode}</span>,
  },
  { id: 'address', header: m.audit_address(), width: 120, cell: ({ address }) => address ?? '' },
]
