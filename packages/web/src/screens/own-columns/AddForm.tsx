import type { OwnColumns } from '@guatu/contract'
import { type FormEvent, useState } from 'react'
import { addOwnColumn, ofOwnColumns } from '../../api/own-columns.ts'
import { useDoing } from '../../api/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import { blank, columnFrom, type Draft, hasOptions, hasUnit, kindChoices } from './draft.ts'
import styles from './own-columns.module.css'
import { RequiredFields } from './RequiredFields.tsx'

/** Adds a column. What is wrong with it the server says, by the checks that its own columns pass. */
export function AddForm({ register, asking }: { readonly register: string; readonly asking: OwnColumns['asking'] }) {
  const { busy, problem, run } = useDoing(ofOwnColumns(register))
  const [draft, setDraft] = useState<Draft>(blank)
  const type = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const { zh, kind, because, required, whenColumn } = draft
  const isWhole = zh.trim() !== '' && because.trim().length > 1 && (required !== 'when' || whenColumn !== null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    void run(
      () => addOwnColumn(register, columnFrom(draft)),
      () => {
        toast(required === 'no' ? m.own_added({ name: zh }) : m.own_proposed({ name: zh }))
        setDraft(blank)
      },
    )
  }
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      {problem && <ProblemNote problem={problem} />}
      <TextField
        label={m.own_name()}
        hint={m.own_name_hint()}
        required
        maxLength={30}
        autoComplete="off"
        value={zh}
        onChange={(name) => type({ zh: name })}
      />
      <TextField
        label={m.own_name_en()}
        maxLength={60}
        autoComplete="off"
        value={draft.en}
        onChange={(en) => type({ en })}
      />
      <SelectField
        label={m.own_kind()}
        required
        value={kind}
        onChange={(chosen) => type({ kind: chosen })}
        choices={kindChoices()}
      />
      {hasUnit(kind) && (
        <TextField
          label={m.own_unit()}
          hint={m.own_unit_hint()}
          maxLength={20}
          autoComplete="off"
          value={draft.unit}
          onChange={(unit) => type({ unit })}
        />
      )}
      {kind === 'quantity' && (
        <Checkbox label={m.own_whole()} checked={draft.whole} onChange={(whole) => type({ whole })} />
      )}
      {hasOptions(kind) && (
        <TextArea
          label={m.own_options()}
          hint={m.own_options_hint()}
          required
          value={draft.options}
          onChange={(options) => type({ options })}
        />
      )}
      <RequiredFields asking={asking} value={draft} onChange={type} />
      <TextArea
        label={m.own_because()}
        required
        maxLength={300}
        value={because}
        onChange={(words) => type({ because: words })}
      />
      <div>
        <Button look="primary" type="submit" busy={busy} disabled={!isWhole}>
          {m.own_add()}
        </Button>
      </div>
    </form>
  )
}
