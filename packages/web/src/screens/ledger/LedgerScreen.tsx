import type { Entry, LedgerView, Me, RegisterShape } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sheetAddress } from '../../api/imports.ts'
import { may, meQuery } from '../../api/me.ts'
import { registersQuery } from '../../api/registers.ts'
import { useAsOf, useUrl, useUrls } from '../../shell/url.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { Empty, Loaded, Loading } from '../../ui/Loaded.tsx'
import { linkClass } from '../../ui/link.ts'
import { Page } from '../../ui/Page.tsx'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { dayWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { askedNames } from './asked.ts'
import { entryColumns, isPickable } from './columns.tsx'
import { LedgerFilterBar } from './LedgerFilterBar.tsx'
import { LedgerIndex } from './LedgerIndex.tsx'
import styles from './ledger.module.css'
import { OnPaper } from './OnPaper.tsx'
import { type LedgerPanel, LedgerPanels } from './Panels.tsx'
import { shownColumns } from './shown-columns.ts'
import { type Ledger, useLedger } from './use-ledger.ts'
import { usePrinting } from './use-printing.ts'
import { useVerify } from './use-verify.ts'
import { ColumnChooser, SavedViewsMenu } from './ViewTools.tsx'

/** 台账: the rows of a register, entered by one person and verified by another. */
export default function LedgerScreen() {
  const [asked] = useUrl('register')
  const [target] = useUrl('target')
  const [state] = useUrl('state')
  const registers = useQuery(registersQuery)
  const me = useQuery(meQuery)
  return (
    <Loaded
      query={registers}
      isEmpty={({ registers: list }) => list.length === 0}
      empty={
        <Page title={m.nav_ledger()}>
          <Empty title={m.ledger_no_register()} />
        </Page>
      }
    >
      {({ registers: list }) => {
        // Addresses without a register are from a time when there was one: rows of targets are wanted.
        const targetsHere = list.find(({ columns }) => columns.some(({ kind }) => kind === 'target'))
        const only = list.length === 1 ? list[0] : undefined
        const shape = list.find((one) => one.id === asked) ?? only ?? ((target ?? state) ? targetsHere : undefined)
        if (!shape) return <LedgerIndex registers={list} />
        const back = list.length > 1 && (
          <Link to="/ledger" search={{} as never} className={linkClass}>
            {m.ledger_index()}
          </Link>
        )
        return <Loaded query={me}>{(who) => <Register key={shape.id} shape={shape} me={who} back={back} />}</Loaded>
      }}
    </Loaded>
  )
}

interface RegisterProps {
  readonly shape: RegisterShape
  readonly me: Me
  readonly back: React.ReactNode
}

function Register({ shape, me, back }: RegisterProps) {
  const ledger = useLedger(shape, me)
  const { on } = useAsOf()
  // Whoever lost the seat over a form finds it open again.
  const [panel, setPanel] = useKept<LedgerPanel | null>(`panel ${shape.id}`, 'open', () => null)
  const mayEnter = !ledger.past && shape.may.includes('enter')
  const { printing, print } = usePrinting(ledger)
  const mayPaste = mayEnter && may(me, 'POST /api/registers/:register/batch')
  return (
    <Page
      wide
      paper="landscape"
      title={say(shape.label)}
      says={<span className={styles.onScreen}>{m.ledger_says()}</span>}
      tools={
        <>
          {back}
          {!ledger.past && may(me, 'POST /api/registers/:register/columns') && (
            <ButtonLink href={`/own-columns?register=${shape.id}`}>{m.own_title()}</ButtonLink>
          )}
          {mayEnter && may(me, 'POST /api/imports') && (
            <ButtonLink href={`/imports?register=${shape.id}`}>{m.import_menu()}</ButtonLink>
          )}
          {!mayEnter && may(me, 'GET /api/registers/:register/sheet') && (
            <ButtonLink href={sheetAddress(shape.id, false)} download>
              {m.import_export()}
            </ButtonLink>
          )}
          {mayPaste && <Button onClick={() => setPanel({ kind: 'paste' })}>{m.ledger_paste()}</Button>}
          <Button busy={printing} onClick={() => void print()}>
            {m.ledger_print()}
          </Button>
          {mayEnter && (
            <Button look="primary" onClick={() => setPanel({ kind: 'enter' })}>
              {m.ledger_enter()}
            </Button>
          )}
        </>
      }
    >
      {ledger.past && (
        <div className={styles.banner}>
          <Note tone="ink">{m.task_as_known({ day: dayWords(on ?? me.office.today) })}</Note>
        </div>
      )}
      <LedgerFilterBar ledger={ledger} />
      <Loaded query={ledger.page}>
        {({ pages }) =>
          ledger.naming ? (
            <Loading />
          ) : (
            // What one person ticked is no choice of the next one who sits down here.
            <Rows
              key={`${me.officer.id} ${me.officer.postId}`}
              ledger={ledger}
              entries={pages.flatMap((page) => page.entries)}
              total={pages[0]?.total ?? 0}
              open={setPanel}
            />
          )
        }
      </Loaded>
      {panel && <LedgerPanels ledger={ledger} panel={panel} open={setPanel} onClose={() => setPanel(null)} />}
    </Page>
  )
}

interface RowsProps {
  readonly ledger: Ledger
  readonly entries: readonly Entry[]
  readonly total: number
  readonly open: (panel: LedgerPanel) => void
}

function Rows({ ledger, entries, total, open }: RowsProps) {
  const { shape, past, page } = ledger
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const { verify, busy, problem, refused } = useVerify(shape.id, () => setPicked(new Set()))
  const mayEnterPaper = !past && may(ledger.me, 'POST /api/paper-approvals')
  const pickable = past ? [] : entries.filter((entry) => isPickable(entry, { mayEnterPaper }))
  const idsOf = (rows: readonly Entry[]) => rows.map((entry) => entry.id)
  const verifiable = pickable.filter((entry) => entry.may.includes('verify'))
  const chosen = idsOf(verifiable.filter((entry) => picked.has(entry.id)))
  const onPaper = idsOf(pickable.filter((entry) => picked.has(entry.id) && entry.state === 'submitted'))
  const pickedFor = (act: Entry['may'][number]) =>
    pickable.filter(({ id, may: acts }) => picked.has(id) && acts.includes(act))
  const returned = pickedFor('return')
  const edited = pickedFor('correct')
  const moved = pickable.filter(({ id, moves }) => picked.has(id) && moves.length > 0)
  const pick = (ids: readonly string[], on: boolean) =>
    setPicked(new Set(on ? [...picked, ...ids] : [...picked].filter((id) => !ids.includes(id))))
  const [{ cols }, setUrl] = useUrls(['cols'] as const)
  const shown = shownColumns(shape, cols, entries)
  const { sort, way } = ledger.filter
  const order = {
    column: sort,
    way: way === 'down' ? ('down' as const) : ('up' as const),
    onOrder: (column: string) => {
      const turned = sort === column && way !== 'down'
      ledger.set(
        sort === column && way === 'down'
          ? { sort: undefined, way: undefined }
          : { sort: column, way: turned ? 'down' : 'up' },
      )
    },
  }
  const showView = ({ asked, columns }: LedgerView) => {
    ledger.set({
      ...Object.fromEntries(askedNames.map((name) => [name, asked[name]])),
      cols: columns?.join(','),
    } as never)
  }
  const tools = (
    <>
      <ColumnChooser ledger={ledger} shown={shown} choose={(columns) => setUrl({ cols: columns?.join(',') })} />
      <SavedViewsMenu ledger={ledger} columns={cols} show={showView} />
    </>
  )
  if (total === 0)
    return (
      <>
        <div className={styles.bar}>{tools}</div>
        <Empty title={m.ledger_none()}>{m.ledger_none_next()}</Empty>
      </>
    )
  return (
    <>
      <div className={styles.bar}>
        <span role="status">{m.count_of({ count: total })}</span>
        {tools}
        {verifiable.length > 0 && (
          <>
            <Button small onClick={() => pick(idsOf(verifiable), chosen.length < verifiable.length)}>
              {m.ledger_pick_all({ count: verifiable.length })}
            </Button>
            <Button small look="primary" busy={busy} disabled={chosen.length === 0} onClick={() => void verify(chosen)}>
              {m.ledger_verify_picked({ count: chosen.length })}
            </Button>
          </>
        )}
        {verifiable.length === 0 && pickable.length > 1 && (
          <Button small onClick={() => pick(idsOf(pickable), picked.size < pickable.length)}>
            {m.ledger_pick_all_rows({ count: pickable.length })}
          </Button>
        )}
        {returned.length > 0 && (
          <Button small onClick={() => open({ kind: 'returnMany', entries: returned })}>
            {m.ledger_return_picked({ count: returned.length })}
          </Button>
        )}
        {edited.length > 1 && (
          <Button small onClick={() => open({ kind: 'editMany', entries: edited })}>
            {m.ledger_edit_picked({ count: edited.length })}
          </Button>
        )}
        {moved.length > 1 && (
          <Button small onClick={() => open({ kind: 'moveMany', entries: moved })}>
            {m.ledger_move_picked({ count: moved.length })}
          </Button>
        )}
        {mayEnterPaper && onPaper.length > 0 && (
          <Button small onClick={() => open({ kind: 'paper', ids: onPaper })}>
            {m.paper_enter_rows({ count: onPaper.length })}
          </Button>
        )}
      </div>
      <OnPaper ledger={ledger} entries={entries} total={total} shown={shown} />
      {problem && <ProblemNote problem={problem} />}
      {refused.map((one) => (
        <ProblemNote key={one.id} problem={one.problem} />
      ))}
      <DataTable
        label={say(shape.label)}
        rows={entries}
        total={total}
        columns={entryColumns(ledger, entries, shown, {
          picked,
          pick,
          open,
          verify: (id) => void verify([id]),
          mayEnterPaper,
        })}
        rowKey={(entry) => entry.id}
        heightMax={720}
        order={order}
        cards
        onEnd={() => {
          if (page.hasNextPage && !page.isFetchingNextPage) void page.fetchNextPage()
        }}
        chosen={(entry) => picked.has(entry.id)}
      />
      {page.hasNextPage && (
        <div className={styles.more}>
          <Button busy={page.isFetchingNextPage} onClick={() => void page.fetchNextPage()}>
            {m.ledger_more({ count: total - entries.length })}
          </Button>
        </div>
      )}
    </>
  )
}
