import type { Me, OfficeExport, Problem } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askForExport, exportsQuery } from '../../api/exports.ts'
import { may, meQuery } from '../../api/me.ts'
import { problemOf } from '../../api/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import { ExportLine } from './ExportLine.tsx'
import styles from './exports.module.css'

/** 导出本单位全部数据: one asks, another confirms, the server makes it, the first fetches it. */
export default function ExportsScreen() {
  const me = useQuery(meQuery)
  return <Loaded query={me}>{(who) => <Exports me={who} />}</Loaded>
}

function Exports({ me }: { readonly me: Me }) {
  const exports = useQuery(exportsQuery)
  const { busy, problem, act } = useExportActs()
  return (
    <Page
      title={m.export_title()}
      says={m.export_says()}
      tools={
        may(me, 'POST /api/exports') && (
          <Button look="primary" busy={busy} onClick={() => void act(askForExport(), m.export_asked_done())}>
            {m.export_ask()}
          </Button>
        )
      }
    >
      <p>{m.export_left_out()}</p>
      {problem && <ProblemNote problem={problem} />}
      <Section title={m.export_list()}>
        <Loaded query={exports} isEmpty={(found) => found.exports.length === 0} empty={<p>{m.export_none()}</p>}>
          {({ exports: found }) => (
            <ul className={styles.list}>
              {found.map((one) => (
                <ExportLine key={one.id} one={one} me={me} act={act} busy={busy} />
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
    </Page>
  )
}

/** Does one thing at a time; refused, the page says why and shows how it stands now. */
function useExportActs() {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const act = async (doing: Promise<OfficeExport>, done: string): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await doing
      toast(done)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey: exportsQuery.queryKey })
    }
  }
  return { busy, problem, act }
}
