import type { OwnColumns } from '@guatu/contract'
import { Note } from '../../ui/ProblemNote.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { m } from '../../words/index.ts'
import { askedChoices, type Required, valueChoices } from './draft.ts'

interface Props {
  readonly asking: OwnColumns['asking']
  readonly value: Required
  readonly onChange: (part: Partial<Required>) => void
}

/** Whether a column has to be filled in: never, always, or by what another one says. */
export function RequiredFields({ asking, value, onChange }: Props) {
  const { required, whenColumn, whenValue } = value
  return (
    <>
      <SelectField
        label={m.own_required()}
        value={required}
        onChange={(chosen) => onChange({ required: chosen })}
        choices={[
          { value: 'no', label: m.own_required_no() },
          { value: 'yes', label: m.own_required_yes() },
          { value: 'when', label: m.own_required_when() },
        ]}
      />
      {required === 'when' && (
        <>
          <SelectField
            label={m.own_when_column()}
            required
            value={whenColumn}
            onChange={(column) => onChange({ whenColumn: column, whenValue: '' })}
            choices={askedChoices(asking)}
          />
          <SelectField
            label={m.own_when_value()}
            value={whenValue}
            onChange={(chosen) => onChange({ whenValue: chosen })}
            choices={valueChoices(asking, whenColumn)}
          />
        </>
      )}
      {required !== 'no' && <Note tone="ink">{m.own_required_note()}</Note>}
    </>
  )
}
