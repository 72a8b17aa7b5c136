import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Bar } from '../../ui/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { entryStateName, entryStates } from '../../words/entry.ts'
import { m } from '../../words/index.ts'
import { feedableChoices } from './targets.ts'
import type { Ledger } from './use-ledger.ts'

const all = 'all'
const asked = (value: string): string | undefined => (value === all ? undefined : value)

/** Target and state filter as they are chosen; words when 查询 or Enter is pressed. */
export function LedgerFilterBar({ ledger: { filter, set, targets } }: { readonly ledger: Ledger }) {
  const [typed, setTyped] = useState(filter.text ?? '')
  const reset = () => {
    setTyped('')
    for (const clear of Object.values(set)) clear(undefined)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        set.text(typed.trim() === '' ? undefined : typed.trim())
      }}
    >
      <Bar>
        <SearchField
          label={m.ledger_target()}
          value={filter.target ?? null}
          onChange={(value) => set.target(value || undefined)}
          choices={feedableChoices(targets)}
          placeholder={m.ledger_all_targets()}
        />
        <SelectField
          label={m.ledger_state()}
          value={filter.state ?? all}
          onChange={(value) => set.state(asked(value))}
          choices={[
            { value: all, label: m.ledger_all_states() },
            ...entryStates.map((state) => ({ value: state as string, label: entryStateName(state) })),
          ]}
        />
        <TextField label={m.plan_text()} value={typed} onChange={setTyped} type="search" maxLength={60} />
        <Button look="primary" type="submit">
          {m.filter_query()}
        </Button>
        <Button onClick={reset}>{m.filter_reset()}</Button>
      </Bar>
    </form>
  )
}
