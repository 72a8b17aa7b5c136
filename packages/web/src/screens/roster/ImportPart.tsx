import type { RosterAnswer } from '@guatu/contract'
import { useUrl } from '../../shell/url.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { FileDrop } from '../../ui/FileButton.tsx'
import { ConflictChoices, ConflictPanel } from '../../ui/forms/ConflictPanel.tsx'
import { Bar, Section } from '../../ui/Page.tsx'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import { rowsThatDiffer } from './compared.ts'
import { RowsTable } from './RowsTable.tsx'
import styles from './roster.module.css'
import { useImport } from './use-import.ts'

/** The way in: a file is dropped, its preview looked at, and then applied. */
export function ImportPart() {
  const { file, busy, problem, answer, overtaken, isDone, preview, apply, giveUp } = useImport()
  const name = file?.name ?? ''
  return (
    <>
      <Section title={m.roster_put()}>
        <FileDrop
          label={file ? m.roster_choose_other() : m.roster_choose()}
          hint={busy === 'reading' ? m.roster_reading({ name }) : file ? m.roster_chosen({ name }) : m.roster_hint()}
          accept=".xlsx"
          onFile={(chosen) => void preview(chosen)}
          disabled={busy !== null}
        />
        {problem && <ProblemNote problem={problem} />}
      </Section>
      {answer && (
        <Section title={isDone ? m.roster_done() : m.roster_preview()}>
          <Summary answer={answer} isDone={isDone} />
          {overtaken && (
            <>
              <Note>{m.roster_overtaken()}</Note>
              <ConflictPanel
                conflict={overtaken.conflict}
                compared={rowsThatDiffer(overtaken.before, answer)}
                maySendAgain={changes(answer) > 0}
              />
              <div className={styles.actions}>
                <ConflictChoices
                  onNow={giveUp}
                  mine={changes(answer) > 0 ? { busy: busy === 'applying', onClick: () => void apply() } : null}
                />
              </div>
            </>
          )}
          {!isDone && !overtaken && changes(answer) > 0 && (
            <div className={styles.actions}>
              <Button look="primary" busy={busy === 'applying'} onClick={() => void apply()}>
                {busy === 'applying' ? m.roster_applying() : m.roster_apply()}
              </Button>
            </div>
          )}
          <Rows answer={answer} />
        </Section>
      )}
    </>
  )
}

const changes = ({ counts }: RosterAnswer): number => counts.new + counts.changed + counts.ended

function Summary({ answer, isDone }: { readonly answer: RosterAnswer; readonly isDone: boolean }) {
  const { counts, absent, effect } = answer
  const { new: fresh, changed, ended, same, refused } = counts
  const effectWords = effect === 'atOnce' ? m.roster_at_once() : m.roster_when_confirmed()
  return (
    <>
      <p role="status" className={styles.counts}>
        {m.roster_counts({ fresh, changed, ended, same, refused })}
      </p>
      {changes(answer) > 0 ? (
        (!isDone || effect === 'whenConfirmed') && <p>{effectWords}</p>
      ) : (
        <p>{m.roster_nothing()}</p>
      )}
      {refused > 0 && <Note>{m.roster_refused_note({ count: refused })}</Note>}
      {absent.length > 0 && <Note>{m.roster_absent({ count: absent.length, names: absent.join('、') })}</Note>}
    </>
  )
}

function Rows({ answer }: { readonly answer: RosterAnswer }) {
  const [only, setOnly] = useUrl('only')
  const rows = only === undefined ? answer.rows : answer.rows.filter(({ fate }) => fate === 'refused')
  return (
    <>
      <Bar>
        <Checkbox
          label={m.roster_only_problems()}
          checked={only !== undefined}
          onChange={(checked) => setOnly(checked ? 'problems' : undefined)}
        />
      </Bar>
      {rows.length === 0 ? <p>{m.roster_no_problems()}</p> : <RowsTable rows={rows} />}
    </>
  )
}
