import type { Me, PaperDetail, Problem } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { confirmPaper, endPaper, paperQuery } from '../../api/papers.ts'
import { problemOf } from '../../api/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from '../../ui/Dialog.tsx'
import { ReasonDialog } from '../../ui/forms/ReasonDialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { PaperDrawer } from '../../ui/paper/PaperDrawer.tsx'
import type { SignedApproval } from '../../ui/paper/use-paper-form.ts'
import { toast } from '../../ui/Toast.tsx'
import { dayWords, instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { paperStateName } from '../../words/paper.ts'
import styles from './papers.module.css'
import { ScanView } from './ScanView.tsx'

interface PartProps {
  readonly id: string
  readonly me: Me
  readonly onClose: () => void
}

/** One signed paper: the scan beside what was typed and what it approves, and what can be done with it. */
export function PaperPart({ id, me, onClose }: PartProps) {
  const paper = useQuery(paperQuery(id))
  return (
    <Loaded query={paper}>
      {(loaded) => <PaperDoings key={loaded.id} paper={loaded} me={me} onClose={onClose} />}
    </Loaded>
  )
}

const approvalOf = ({ route, params, body, seenVersion }: PaperDetail): SignedApproval => ({
  route,
  params,
  body,
  version: seenVersion,
})

function PaperDoings({ paper, me, onClose }: Omit<PartProps, 'id'> & { readonly paper: PaperDetail }) {
  const [asking, setAsking] = useState<'return' | 'withdraw' | 'replace' | null>(null)
  const { busy, problem, act } = useActs(onClose)
  if (asking === 'replace')
    return (
      <PaperDrawer
        what={say(paper.label)}
        approval={approvalOf(paper)}
        today={me.office.today}
        earlier={paper}
        onClose={onClose}
      />
    )
  return (
    <>
      <Drawer
        open
        onClose={onClose}
        width={1080}
        title={`${say(paper.label)}　${say(paper.title)}`}
        says={m.paper_signed({
          signer: paper.signer.name,
          post: paper.signer.post,
          day: dayWords(paper.signedOn),
        })}
        actions={
          <>
            <Button onClick={onClose}>{m.close()}</Button>
            {paper.may.includes('withdraw') && (
              <Button onClick={() => setAsking('withdraw')}>{m.paper_withdraw()}</Button>
            )}
            {paper.may.includes('replace') && <Button onClick={() => setAsking('replace')}>{m.paper_replace()}</Button>}
            {paper.may.includes('return') && <Button onClick={() => setAsking('return')}>{m.paper_return()}</Button>}
            {paper.may.includes('confirm') && (
              <Button
                look="primary"
                busy={busy}
                onClick={() => void act(() => confirmPaper(paper), m.paper_confirmed_done())}
              >
                {m.paper_confirm()}
              </Button>
            )}
          </>
        }
      >
        <div className={styles.stack}>
          {problem && <ProblemNote problem={problem} />}
          <Changed paper={paper} />
          <div className={styles.panes}>
            <ScanView paper={paper} />
            <Facts paper={paper} />
          </div>
        </div>
      </Drawer>
      {(asking === 'return' || asking === 'withdraw') && (
        <ReasonDialog
          title={asking === 'return' ? m.paper_return_title() : m.paper_withdraw_title()}
          action={asking === 'return' ? m.paper_return() : m.paper_withdraw()}
          onClose={() => setAsking(null)}
          onSay={(because) => {
            setAsking(null)
            const done = asking === 'return' ? m.paper_returned_done() : m.paper_withdrawn_done()
            void act(() => endPaper(asking, paper, because), done)
          }}
        />
      )}
    </>
  )
}

/** Does something with a paper and closes it; refused, it stays open and says why. */
function useActs(onDone: () => void) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const act = async (does: () => Promise<unknown>, done: string) => {
    setBusy(true)
    try {
      await does()
      toast(done)
      onDone()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
      await queries.invalidateQueries()
    }
  }
  return { busy, problem, act }
}

function Changed({ paper }: { readonly paper: PaperDetail }) {
  if (paper.changed.length === 0) return null
  return (
    <Note tone="ink">
      {m.paper_changed()}
      {paper.changed.map(({ label, was, now }) => (
        <div key={label.zh}>{m.paper_changed_line({ label: say(label), was: say(was), now: say(now) })}</div>
      ))}
    </Note>
  )
}

function Facts({ paper }: { readonly paper: PaperDetail }) {
  const { ended } = paper
  const typed: readonly (readonly [string, string])[] = [
    [m.papers_state(), paperStateName(paper.state)],
    [m.paper_signer(), `${paper.signer.name}　${paper.signer.post}`],
    [m.paper_signed_on(), dayWords(paper.signedOn)],
    [m.paper_number(), paper.number],
    [m.paper_entered_by(), `${paper.enteredBy} ${instantWords(paper.enteredAt)}`],
  ]
  const lines = paper.lines.map(({ label, value }) => [say(label), say(value)] as const)
  return (
    <div className={styles.stack}>
      <FactList facts={typed} />
      <FactList facts={lines} />
      {ended && (
        <p>
          {m.paper_ended({ by: ended.by, at: instantWords(ended.at), state: paperStateName(paper.state) })}
          {ended.because !== '' && `　${ended.because}`}
        </p>
      )}
    </div>
  )
}

const FactList = ({ facts }: { readonly facts: readonly (readonly [string, string])[] }) => (
  <dl className={styles.facts}>
    {facts.map(([label, value]) => (
      <div key={label} style={{ display: 'contents' }}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
