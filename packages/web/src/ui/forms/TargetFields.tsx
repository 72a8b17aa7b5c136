import { m } from '../../words/index.ts'
import { bases, basisName, comparatorName, comparators, eventName, milestoneEvents } from '../../words/target.ts'
import { Checkbox } from '../Choices.tsx'
import { SelectField } from '../Select.tsx'
import { NumberField, TextField } from '../TextField.tsx'
import type { MilestoneDraft, TargetDraft, Wrong } from './draft.ts'
import styles from './forms.module.css'

interface FieldsProps<D> {
  readonly draft: D
  readonly onChange: (draft: D) => void
  readonly wrong: Wrong
}

const wrongWords = {
  subject: m.review_wrong_subject,
  value: m.review_wrong_value,
  due: m.review_wrong_due,
  range: m.review_wrong_range,
}
const said = (wrong: Wrong[keyof Wrong]): string | undefined => (wrong === undefined ? undefined : wrongWords[wrong]())

const comparatorChoices = () => comparators.map((value) => ({ value, label: comparatorName(value) }))
const basisChoices = () => bases.map((value) => ({ value, label: basisName(value) }))
const eventChoices = () => milestoneEvents.map((value) => ({ value, label: eventName(value) }))

export function TargetFields({ draft, onChange, wrong }: FieldsProps<TargetDraft>) {
  const set = (more: Partial<TargetDraft>) => onChange({ ...draft, ...more })
  const range = draft.comparator === 'range'
  return (
    <div className={styles.grid}>
      <Subject value={draft.subject} onChange={(subject) => set({ subject })} wrong={wrong} />
      <SelectField
        label={m.review_comparator()}
        value={draft.comparator}
        onChange={(comparator) => set({ comparator })}
        choices={comparatorChoices()}
      />
      <NumberField
        label={range ? m.review_value_from() : m.review_value()}
        required
        value={draft.value}
        onChange={(value) => set({ value })}
        error={said(wrong.value)}
      />
      {range && (
        <NumberField
          label={m.review_value_to()}
          required
          value={draft.valueTo}
          onChange={(valueTo) => set({ valueTo })}
          error={said(wrong.valueTo)}
        />
      )}
      <TextField
        label={m.review_unit()}
        hint={m.review_unit_hint()}
        value={draft.printedUnit}
        onChange={(printedUnit) => set({ printedUnit })}
        maxLength={20}
      />
      <SelectField
        label={m.review_basis()}
        value={draft.basis}
        onChange={(basis) => set({ basis })}
        choices={basisChoices()}
      />
      <DueField value={draft.due} onChange={(due) => set({ due })} wrong={wrong} />
      <div className={styles.ticks}>
        <Checkbox label={m.review_stretch()} checked={draft.stretch} onChange={(stretch) => set({ stretch })} />
        <Checkbox label={m.review_down()} checked={draft.down} onChange={(down) => set({ down })} />
      </div>
    </div>
  )
}

/** `kept` leaves out what a later change does not touch: what is to happen stays as it was read. */
export function MilestoneFields({
  draft,
  onChange,
  wrong,
  kept = false,
}: FieldsProps<MilestoneDraft> & { readonly kept?: boolean }) {
  const set = (more: Partial<MilestoneDraft>) => onChange({ ...draft, ...more })
  return (
    <div className={styles.grid}>
      <Subject value={draft.subject} onChange={(subject) => set({ subject })} wrong={wrong} />
      {!kept && (
        <SelectField
          label={m.review_event()}
          value={draft.event}
          onChange={(event) => set({ event })}
          choices={eventChoices()}
        />
      )}
      <DueField value={draft.due} onChange={(due) => set({ due })} wrong={wrong} />
    </div>
  )
}

interface TextProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly wrong: Wrong
}

function Subject({ value, onChange, wrong }: TextProps) {
  return (
    <div className={styles.whole}>
      <TextField
        label={m.review_subject()}
        required
        value={value}
        onChange={onChange}
        maxLength={120}
        error={said(wrong.subject)}
      />
    </div>
  )
}

function DueField({ value, onChange, wrong }: TextProps) {
  return (
    <TextField
      label={m.review_due()}
      hint={m.review_due_hint()}
      value={value}
      onChange={(typed) => onChange(typed.trim().toUpperCase())}
      error={said(wrong.due)}
    />
  )
}
