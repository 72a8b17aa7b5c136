import { type FormEvent, useState } from 'react'
import { takeSeat } from '../../api/me.ts'
import { makeOffice } from '../../api/offices.ts'
import { useDoing } from '../../api/use-doing.ts'
import { uuid } from '../../api/uuid.ts'
import { useArrive } from '../../shell/use-arrive.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import { draftOf, type Wrong, wrongIn } from './office-draft.ts'
import styles from './offices.module.css'

/** Makes an office, sits down in it and leads to its sources, where the first report is handed in. */
export function NewOfficeForm() {
  const arrive = useArrive()
  const { busy, problem, run } = useDoing()
  const [typed, setTyped] = useState({ name: '', units: '' })
  const [wrong, setWrong] = useState<Wrong | null>(null)
  // The same words sent twice are one office; other words are another.
  const [key, setKey] = useState(() => uuid())
  const type = (part: Partial<typeof typed>) => {
    setTyped({ ...typed, ...part })
    setKey(uuid())
    setWrong(null)
  }
  const make = async () => {
    const { officeId } = await makeOffice(draftOf(typed), key)
    await takeSeat({ officeId })
    await arrive('/sources')
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const found = wrongIn(draftOf(typed))
    setWrong(found)
    if (!found) void run(make)
  }
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      {problem && <ProblemNote problem={problem} />}
      <TextField
        label={m.offices_name()}
        hint={m.offices_name_hint()}
        required
        value={typed.name}
        onChange={(name) => type({ name })}
        maxLength={40}
        error={wrong?.field === 'name' ? m.offices_name_wrong() : undefined}
      />
      <TextArea
        label={m.offices_units()}
        hint={m.offices_units_hint()}
        rows={6}
        value={typed.units}
        onChange={(units) => type({ units })}
        error={unitsWords(wrong)}
      />
      <div className={styles.send}>
        <Button look="primary" type="submit" busy={busy}>
          {busy ? m.offices_making() : m.offices_make()}
        </Button>
      </div>
    </form>
  )
}

function unitsWords(wrong: Wrong | null): string | undefined {
  if (wrong?.field !== 'units') return undefined
  return 'longUnit' in wrong
    ? m.offices_unit_long({ unit: wrong.longUnit })
    : m.offices_units_many({ count: wrong.tooMany })
}
