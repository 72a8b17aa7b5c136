import { useState } from 'react'
import type { AuditAsked } from '../../api/audit.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Bar } from '../../ui/Page.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import styles from './audit.module.css'
import { outcomeName, outcomes } from './outcome.ts'

const all = 'all'
const nothing: AuditAsked = {
  from: undefined,
  to: undefined,
  person: undefined,
  route: undefined,
  object: undefined,
  outcome: undefined,
  problem: undefined,
}

/** Typed at leisure and asked for at once: every search is on record. */
export function AuditFilterBar({
  asked,
  ask,
}: {
  readonly asked: AuditAsked
  readonly ask: (next: AuditAsked) => void
}) {
  const [typed, setTyped] = useState(asked)
  const set = (name: keyof AuditAsked) => (value: string) =>
    setTyped({ ...typed, [name]: value.trim() === '' || value === all ? undefined : value })
  const text = (name: keyof AuditAsked, label: string) => (
    <TextField label={label} value={typed[name] ?? ''} onChange={set(name)} type="search" maxLength={100} />
  )
  const reset = () => {
    setTyped(nothing)
    ask(nothing)
  }
  return (
    <form
      className={styles.filters}
      onSubmit={(event) => {
        event.preventDefault()
        ask(typed)
      }}
    >
      <Bar>
        <DateField label={m.audit_from()} value={typed.from ?? ''} onChange={set('from')} />
        <DateField label={m.audit_to()} value={typed.to ?? ''} onChange={set('to')} />
        {text('person', m.audit_person())}
        {text('route', m.audit_deed())}
        {text('object', m.audit_object())}
        <SelectField
          label={m.audit_outcome()}
          value={typed.outcome ?? all}
          onChange={set('outcome')}
          choices={[
            { value: all, label: m.audit_any() },
            ...outcomes.map((one) => ({ value: one as string, label: outcomeName(one) })),
          ]}
        />
        {text('problem', m.audit_problem())}
        <Button look="primary" type="submit">
          {m.filter_query()}
        </Button>
        <Button onClick={reset}>{m.filter_reset()}</Button>
      </Bar>
    </form>
  )
}
