import type { FormalOffice } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { beginFormally } from '../../api/first-run.ts'
import { officesQuery } from '../../api/offices.ts'
import { problemOf } from '../../api/problem.ts'
import { uuid } from '../../api/uuid.ts'
import { choose } from '../../shell/chosen-way.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioField } from '../../ui/Choices.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import styles from './first-run.module.css'
import { draftOf, sides, type Typed, type Wrong, wrongIn } from './formal-draft.ts'

const labels = { systemAdmin: m.formal_system, securityAdmin: m.formal_security, auditAdmin: m.formal_audit }
const hints = {
  systemAdmin: m.formal_system_hint,
  securityAdmin: m.formal_security_hint,
  auditAdmin: m.formal_audit_hint,
}

const nothing: Typed = { officeId: '', name: '', units: '', systemAdmin: '', securityAdmin: '', auditAdmin: '' }

function useBeginning(onBegun: (begun: FormalOffice) => void) {
  const [typed, setTyped] = useState(nothing)
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ReturnType<typeof problemOf> | null>(null)
  // The same words sent twice are one beginning; other words are another.
  const [key, setKey] = useState(() => uuid())
  const type = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part })
    setKey(uuid())
    setWrong(null)
  }
  const send = async () => {
    const draft = draftOf(typed)
    const found = wrongIn(draft)
    setWrong(found)
    if (found) return
    setBusy(true)
    setProblem(null)
    try {
      const begun = await beginFormally(draft, key)
      choose('formal')
      onBegun(begun)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { typed, type, wrong, busy, problem, send }
}

const wrongWords = (wrong: Wrong | null, field: Wrong['field']): string | undefined => {
  if (wrong?.field !== field) return undefined
  if (field === 'name') return m.offices_name_wrong()
  return wrong.why === 'twice' ? m.formal_twice() : m.formal_missing()
}

/** Which office, and who its three administrators are. */
export function FormalForm({ onBegun }: { readonly onBegun: (begun: FormalOffice) => void }) {
  const offices = useQuery(officesQuery)
  const { typed, type, wrong, busy, problem, send } = useBeginning(onBegun)
  const trials = (offices.data?.offices ?? []).filter(({ kind }) => kind === 'trial')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      {problem && <ProblemNote problem={problem} />}
      {trials.length > 0 && (
        <RadioField
          label={m.formal_which()}
          value={typed.officeId}
          onChange={(officeId) => type({ officeId })}
          choices={[
            { value: '', label: m.formal_new() },
            ...trials.map(({ id, name }) => ({ value: id, label: m.formal_promote({ name }) })),
          ]}
        />
      )}
      {typed.officeId === '' ? (
        <>
          <TextField
            label={m.offices_name()}
            hint={m.offices_name_hint()}
            required
            value={typed.name}
            onChange={(name) => type({ name })}
            maxLength={40}
            error={wrongWords(wrong, 'name')}
          />
          <TextArea
            label={m.offices_units()}
            hint={m.offices_units_hint()}
            rows={4}
            value={typed.units}
            onChange={(units) => type({ units })}
          />
        </>
      ) : (
        <p className={styles.note}>{m.formal_promote_says()}</p>
      )}
      <p className={styles.note}>{m.formal_three()}</p>
      {sides.map((side) => (
        <TextField
          key={side}
          label={labels[side]()}
          hint={hints[side]()}
          required
          value={typed[side]}
          onChange={(name) => type({ [side]: name })}
          maxLength={40}
          error={wrongWords(wrong, side)}
        />
      ))}
      <div>
        <Button look="primary" type="submit" busy={busy}>
          {busy ? m.formal_sending() : m.formal_send()}
        </Button>
      </div>
    </form>
  )
}
