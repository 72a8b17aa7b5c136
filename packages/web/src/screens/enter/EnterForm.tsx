import type { Me, RegisterShape } from '@guatu/contract'
import { useEffect, useState } from 'react'
import { useOutbox } from '../../shell/use-outbox.ts'
import { Button } from '../../ui/Button.tsx'
import { EntryFields } from '../../ui/columns/EntryFields.tsx'
import { missingColumns } from '../../ui/columns/missing-columns.ts'
import { personalOffers } from '../../ui/columns/personal-columns.ts'
import { groundOf } from '../../ui/columns/plain-ground.ts'
import { useCheck } from '../../ui/columns/use-check.ts'
import { useTargetChoices } from '../../ui/columns/use-target-choices.ts'
import { FilesDrop } from '../../ui/FileButton.tsx'
import { useForget, useKept } from '../../ui/forms/use-kept.ts'
import { rowTitle } from '../../ui/outbox/row-title.ts'
import { Note } from '../../ui/ProblemNote.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m, say } from '../../words/index.ts'
import styles from './enter.module.css'
import { afreshOf, firstValues } from './first-values.ts'

const formId = 'enter-row'

/** A row as a form for one thumb. Kept on this device when it is complete; the server's word comes by the outbox. */
export function EnterForm({ me, shape }: { readonly me: Me; readonly shape: RegisterShape }) {
  const form = `enter ${shape.id}`
  const { write, remember, remembered, holds } = useOutbox(me)
  const [values, setValues] = useKept<Readonly<Record<string, string>>>(form, 'values', () => firstValues(shape, me))
  const forget = useForget(form)
  const [files, setFiles] = useState<readonly File[]>([])
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [full, setFull] = useState(false)
  const last = useLast(remembered, shape.id)
  const targets = useTargetChoices(shape)
  const checked = useCheck(shape.id, { values })
  const required = shape.columns.filter((column) => column.required).map(({ id }) => id)
  const needs = (checked.needed ?? required).filter((id) => id !== shape.evidence)
  const lacks = missingColumns(needs, values)
  const save = async () => {
    setAsked(true)
    if (lacks.length > 0 || Object.keys(personalOffers(shape.columns, values)).length > 0) return focusFirstWrong()
    setBusy(true)
    try {
      await write(
        {
          register: shape.id,
          label: shape.label,
          title: rowTitle(shape, values),
          values,
          evidence: evidenceOf(shape),
        },
        files,
      )
      void remember(lastNote(shape.id), afreshOf(shape, values))
      toast(m.enter_saved())
      forget()
      setValues(firstValues(shape, me))
      setFiles([])
      setAsked(false)
      setFull(false)
    } catch {
      setFull(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      id={formId}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {holds.stopped?.code === 'web.unreachable' && <Note tone="ink">{m.outbox_offline()}</Note>}
      {last && <Button onClick={() => setValues({ ...last, ...firstValues(shape, me) })}>{m.enter_last()}</Button>}
      <EntryFields
        shape={shape}
        values={values}
        onChange={setValues}
        missing={asked ? lacks : []}
        asked={checked.asked}
        needed={checked.needed}
        wrong={asked ? checked.wrong : {}}
        offers={checked.offers}
        settled={shape.evidence === null ? [] : [shape.evidence]}
        ground={groundOf(me, targets)}
      />
      {checked.notes.map((note) => (
        <Note key={note.zh}>{say(note)}</Note>
      ))}
      <FilesDrop
        label={m.enter_photo()}
        hint={m.enter_photo_hint()}
        accept="image/*"
        camera
        onFiles={(more) => setFiles([...files, ...more])}
      />
      {files.length > 0 && (
        <ul className={styles.recent}>
          {files.map((file) => (
            <li key={`${file.name} ${file.lastModified}`} className={styles.row}>
              <span className={styles.rowTitle}>{file.name}</span>
              <Button small look="quiet" onClick={() => setFiles(files.filter((one) => one !== file))}>
                {m.enter_take_out({ name: file.name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {full && <Note tone="ink">{m.enter_full()}</Note>}
      <Button look="primary" type="submit" busy={busy} className={styles.save}>
        {m.enter_save()}
      </Button>
    </form>
  )
}

const lastNote = (register: string): string => `last ${register}`

function evidenceOf({ evidence, columns }: RegisterShape) {
  const column = columns.find(({ id }) => id === evidence)
  return column ? { column: column.id, classes: column.classes } : null
}

/** What was written in this register last on this device. */
function useLast(remembered: <T>(id: string) => Promise<T | null>, register: string) {
  const [last, setLast] = useState<Readonly<Record<string, string>> | null>(null)
  useEffect(() => {
    void remembered<Readonly<Record<string, string>>>(lastNote(register)).then(setLast)
  }, [remembered, register])
  return last
}

function focusFirstWrong(): void {
  requestAnimationFrame(() =>
    document.getElementById(formId)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
  )
}
