import type { SheetImport } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { acceptSheet, importQuery, mapSheet, resultAddress, withdrawSheet } from '../../api/imports.ts'
import { registersQuery } from '../../api/registers.ts'
import { everything, useDoing } from '../../api/use-doing.ts'
import { uuid } from '../../api/uuid.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { ReasonDialog } from '../../ui/forms/ReasonDialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { toast } from '../../ui/Toast.tsx'
import { instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { FirstRows } from './FirstRows.tsx'
import styles from './import.module.css'
import { ColumnsTable, ConstantsPart, PlacesPart, WordsPart } from './MappingPart.tsx'
import { RefusalsTable } from './RefusalsTable.tsx'
import { StandsPart } from './StandsPart.tsx'
import { useMapping } from './use-mapping.ts'

/** One sheet on its way: what was understood, its mapping, every row's fate, and what can be done next. */
export function OneImport({ id }: { readonly id: string }) {
  const query = useQuery(importQuery(id))
  return <Loaded query={query}>{(one) => <Shown key={`${one.id} ${one.version}`} one={one} />}</Loaded>
}

function Shown({ one }: { readonly one: SheetImport }) {
  const { progress, state, failed } = one
  if (state === 'failed' && failed) return <ProblemNote problem={{ ...failed, facts: {} }} />
  if (state === 'reading') return <p role="status">{m.import_reading({ done: progress.done })}</p>
  return (
    <>
      <UnderstoodPart one={one} />
      {state === 'checking' ? (
        <p role="status">{m.import_checking({ done: progress.done, all: progress.all })}</p>
      ) : (
        <ResultPart one={one} />
      )}
    </>
  )
}

/** Does something to an import, and shows what was said where it could not be done. */
function useImport() {
  const queries = useQueryClient()
  const { busy, problem, run } = useDoing(everything)
  const act = (doing: () => Promise<SheetImport>, done?: string) =>
    run(doing, (next) => {
      queries.setQueryData(importQuery(next.id).queryKey, next)
      if (done) toast(done)
    })
  return { busy, problem, act }
}

function UnderstoodPart({ one }: { readonly one: SheetImport }) {
  const state = useMapping(one)
  const { busy, problem, act } = useImport()
  const { understood } = one
  if (!understood) return null
  const { sheet, shape, headRows, rows, year, wide, titles } = understood
  const open = one.may.includes('map')
  const part = { understood, state, open }
  return (
    <Section title={m.import_understood()}>
      {titles[0] !== undefined && <p className={styles.name}>{titles[0]}</p>}
      <p>{m.import_sheet_is({ sheet, shape: say(shape), rows: headRows.join('、'), count: rows })}</p>
      <p>{year === null ? m.import_no_year() : m.import_year_is({ year })}</p>
      {wide ? <p>{m.import_wide_says()}</p> : <ColumnsTable {...part} />}
      <StandsPart {...part} />
      <PlacesPart {...part} />
      <ConstantsPart {...part} />
      <WordsPart one={one} state={state} open={open} />
      {problem && <ProblemNote problem={problem} />}
      {open && state.changed && (
        <div className={styles.actions}>
          <Button look="primary" busy={busy} onClick={() => void act(() => mapSheet(one, state.mapping))}>
            {m.import_apply_mapping()}
          </Button>
        </div>
      )}
    </Section>
  )
}

function ResultPart({ one }: { readonly one: SheetImport }) {
  const { state, counts, refusals, withdrawn, acceptedAt, notes } = one
  const shape = useQuery(registersQuery).data?.registers.find(({ id }) => id === one.register)
  if (!counts) return null
  const listed = new Set(refusals.map(({ row }) => row)).size
  const { new: fresh, changed, same, refused, passed } = counts
  return (
    <Section title={m.import_result()}>
      <p role="status" className={styles.counts}>
        {m.import_counts({ fresh, changed, same, refused, passed })}
      </p>
      {acceptedAt !== null && <p>{m.import_accepted_at({ at: instantWords(acceptedAt) })}</p>}
      {withdrawn && <Note>{m.import_withdrawn({ rows: withdrawn.rows, because: withdrawn.because })}</Note>}
      {withdrawn && withdrawn.left > 0 && <Note>{m.import_withdrawn_left({ left: withdrawn.left })}</Note>}
      {notes.map(({ says, rows }) => (
        <Note key={says.zh}>{m.import_noted({ count: rows, says: say(says) })}</Note>
      ))}
      <Acts one={one} />
      {refused > 0 ? <Note>{m.import_refused_note({ count: refused })}</Note> : <p>{m.import_none_refused()}</p>}
      {listed < refused && <p>{m.import_refused_first({ count: listed })}</p>}
      {refusals.length > 0 && (
        <div className={styles.refusals}>
          <RefusalsTable refusals={refusals} />
        </div>
      )}
      {shape && state !== 'accepted' && state !== 'withdrawn' && <FirstRows one={one} shape={shape} />}
    </Section>
  )
}

function Acts({ one }: { readonly one: SheetImport }) {
  const { busy, problem, act } = useImport()
  const [ending, setEnding] = useState(false)
  // One key for one intention: where the connection breaks off, the next click asks for the very same acceptance.
  const key = useRef(uuid())
  const rows = (one.counts?.new ?? 0) + (one.counts?.changed ?? 0)
  const { done, all } = one.progress
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <div className={styles.actions}>
        {one.may.includes('accept') && rows > 0 && (
          <Button
            look="primary"
            busy={busy}
            onClick={() => void act(() => acceptSheet(one, key.current), m.import_accepted())}
          >
            {busy ? m.import_accepting({ done: done === all ? 0 : done, all }) : m.import_accept({ count: rows })}
          </Button>
        )}
        {one.acceptedAt !== null && (
          <ButtonLink href={resultAddress(one)} download>
            {m.import_download()}
          </ButtonLink>
        )}
        {one.may.includes('withdraw') && (
          <Button look="danger" busy={busy} onClick={() => setEnding(true)}>
            {m.import_withdraw()}
          </Button>
        )}
      </div>
      {ending && (
        <ReasonDialog
          title={m.import_withdraw_title()}
          action={m.import_withdraw()}
          onClose={() => setEnding(false)}
          onSay={(because) => {
            setEnding(false)
            void act(() => withdrawSheet(one, because), m.import_withdrawn_done())
          }}
        />
      )}
    </>
  )
}
