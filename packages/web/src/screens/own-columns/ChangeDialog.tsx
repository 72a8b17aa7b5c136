import type { ChangeOwnColumn, OwnColumn, OwnColumns } from '@guatu/contract'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import { notRequired, type Required, requiredFrom } from './draft.ts'
import { RequiredFields } from './RequiredFields.tsx'

interface Props {
  readonly column: OwnColumn
  readonly asking: OwnColumns['asking']
  readonly onSay: (change: ChangeOwnColumn) => void
  readonly onClose: () => void
}

/** Another name for a column, or another rule when it is required. A condition that stands is left as it is unless it is chosen anew. */
export function ChangeDialog({ column, asking, onSay, onClose }: Props) {
  const said = column.waiting ?? column.inForce
  const name = said?.label.zh ?? ''
  const first: Required = { ...notRequired, required: said?.required ? 'yes' : said?.requiredWhen ? 'when' : 'no' }
  const [zh, setName] = useState(name)
  const [asked, setAsked] = useState<Required>(first)
  const [because, setBecause] = useState('')
  const isSame = JSON.stringify(asked) === JSON.stringify(first)
  const isWhole =
    zh.trim() !== '' && because.trim().length > 1 && (isSame || asked.required !== 'when' || asked.whenColumn !== null)
  const { required = false, requiredWhen = null } = requiredFrom(asked)
  const save = () =>
    onSay({
      ...(zh.trim() === name ? {} : { label: { zh } }),
      ...(isSame ? {} : { required, requiredWhen }),
      because,
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.own_change_title({ name })}
      actions={
        <>
          <Button onClick={onClose}>{m.review_cancel()}</Button>
          <Button look="primary" disabled={!isWhole} onClick={save}>
            {m.own_save()}
          </Button>
        </>
      }
    >
      <TextField label={m.own_name()} required maxLength={30} autoComplete="off" value={zh} onChange={setName} />
      <RequiredFields
        asking={asking.filter(({ id }) => id !== column.id)}
        value={asked}
        onChange={(part) => setAsked({ ...asked, ...part })}
      />
      <TextArea label={m.own_because()} required maxLength={300} value={because} onChange={setBecause} />
    </Dialog>
  )
}
