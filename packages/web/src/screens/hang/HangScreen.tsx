import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { officesQuery } from '../../api/offices.ts'
import { problemOf } from '../../api/problem.ts'
import { uuid } from '../../api/uuid.ts'
import { bindScreen } from '../../api/wall-passes.ts'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import styles from './hang.module.css'

/** What stands behind the `#` of the address that was issued: the office and the code. */
function inAddress(): { officeId: string; code: string } {
  const [officeId = '', code = ''] = location.hash.slice(1).split('.')
  return { officeId, code }
}

/** 绑定大屏: makes this browser the screen of a pass. A press is asked for, so that looking at the address binds nobody. */
export default function HangScreen() {
  const offices = useQuery(officesQuery)
  return (
    <Page title={m.hang_title()} says={m.hang_says()}>
      <Loaded query={offices}>{(found) => <HangForm offices={found.offices} />}</Loaded>
    </Page>
  )
}

function HangForm({ offices }: { readonly offices: readonly { readonly id: string; readonly name: string }[] }) {
  const asked = inAddress()
  const known = offices.some(({ id }) => id === asked.officeId)
  const [officeId, setOfficeId] = useState(known ? asked.officeId : (offices[0]?.id ?? ''))
  const [code, setCode] = useState(asked.code)
  const [key] = useState(() => uuid())
  const [error, setError] = useState<unknown>(null)
  const bind = (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    bindScreen(officeId, code, key).then(() => location.replace('/wall'), setError)
  }
  return (
    <form className={styles.form} noValidate onSubmit={bind}>
      {error !== null && <ProblemNote problem={problemOf(error)} />}
      {offices.length > 1 && (
        <SelectField
          label={m.hang_office()}
          value={officeId}
          onChange={setOfficeId}
          choices={offices.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        label={m.hang_code()}
        hint={m.hang_code_hint()}
        required
        autoComplete="off"
        maxLength={40}
        value={code}
        onChange={setCode}
      />
      <div>
        <Button look="primary" type="submit">
          {m.hang_go()}
        </Button>
      </div>
    </form>
  )
}
