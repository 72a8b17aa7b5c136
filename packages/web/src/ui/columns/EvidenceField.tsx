import { useState } from 'react'
import { bringFiles } from '../../api/evidence.ts'
import { problemOf } from '../../api/problem.ts'
import { m } from '../../words/index.ts'
import { Button } from '../Button.tsx'
import type { FieldWords } from '../Field.tsx'
import { FilesDrop } from '../FileButton.tsx'
import { ProblemNote } from '../ProblemNote.tsx'
import { SelectBar } from '../Select.tsx'
import { AskedClasses } from './AskedClasses.tsx'
import styles from './columns.module.css'
import { evidenceClassChoices, evidenceClassExample, likelyClass } from './evidence-classes.ts'
import { listOf, partsOf } from './SeveralField.tsx'

const accepted = '.pdf,.png,.jpg,.jpeg,.webp,.doc,.docx,.xls,.xlsx,.txt,.csv,.mp4,.zip'

interface EvidenceProps extends FieldWords {
  /** The classes of which one proves the row. */
  readonly asked: readonly string[]
  /** `E1:id、E3:id`. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Files that stand behind a row, each with what kind of proof it is. */
export function EvidenceField({ label, hint, error, required, asked, value, onChange }: EvidenceProps) {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const [problems, setProblems] = useState<readonly ReturnType<typeof problemOf>[]>([])
  const [busy, setBusy] = useState(false)
  const marks = partsOf(value).map((mark) => {
    const [kind = '', id = ''] = mark.split(':')
    return { kind, id }
  })
  const put = (next: readonly { kind: string; id: string }[]) =>
    onChange(listOf(next.map(({ kind, id }) => `${kind}:${id}`)))
  const bring = async (files: readonly File[]) => {
    setBusy(true)
    try {
      const told = (await bringFiles(files)).files
      const brought = told.flatMap(({ evidence }) => evidence ?? [])
      setNames(new Map([...names, ...brought.map(({ id, name }) => [id, name] as const)]))
      setProblems(told.flatMap(({ problem }) => problem ?? []))
      put([...marks, ...brought.map(({ id, name }) => ({ kind: likelyClass(name, asked), id }))])
    } catch (thrown) {
      setProblems([problemOf(thrown)])
    } finally {
      setBusy(false)
    }
  }
  return (
    <fieldset className={styles.ticks}>
      <legend className={styles.legend}>
        {label}
        {required && <span className={styles.needed}>{m.field_required()}</span>}
      </legend>
      {asked.length > 0 && <AskedClasses says={m.evidence_asked()} asked={asked} />}
      <FilesDrop
        label={m.ledger_evidence_choose()}
        hint={busy ? m.ledger_evidence_busy() : m.ledger_evidence_hint()}
        accept={accepted}
        disabled={busy}
        onFiles={(files) => void bring(files)}
      />
      {problems.map((problem) => (
        <ProblemNote key={`${problem.code} ${problem.says.zh}`} problem={problem} />
      ))}
      {marks.length > 0 && (
        <ul className={styles.chosen} aria-label={label}>
          {marks.map(({ kind, id }, i) => {
            const name = names.get(id) ?? m.column_file({ number: i + 1 })
            return (
              <li key={id}>
                {name}
                <SelectBar
                  label={m.evidence_class({ name })}
                  value={kind}
                  onChange={(next) => put(marks.map((mark) => (mark.id === id ? { kind: next, id } : mark)))}
                  choices={evidenceClassChoices()}
                />
                <span className={styles.hint}>
                  {asked.length > 0 && !asked.includes(kind)
                    ? m.evidence_not_enough({ example: evidenceClassExample(kind) })
                    : evidenceClassExample(kind)}
                </span>
                <Button small look="quiet" onClick={() => put(marks.filter((mark) => mark.id !== id))}>
                  {m.column_take_out({ name })}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {hint && <p className={styles.hint}>{hint}</p>}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
