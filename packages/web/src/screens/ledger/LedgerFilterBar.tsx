import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import type { RegisterColumn } from '../../ui/columns/ColumnField.tsx'
import { beyondCommunities } from '../../ui/columns/cell-words.ts'
import { feedableChoices } from '../../ui/columns/targets.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Bar } from '../../ui/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { type Choice, SelectField } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { entryStateName, entryStates } from '../../words/entry.ts'
import { m, say } from '../../words/index.ts'
import { askedNames, readWhere, whereText } from './asked.ts'
import { dueWords } from './due-words.ts'
import type { Ledger } from './use-ledger.ts'

const all = 'all'
const asked = (value: string): string | undefined => (value === all ? undefined : value)
const withAll = (label: string, choices: readonly Choice[]): Choice[] => [{ value: all, label }, ...choices]

/** What is chosen filters as it is chosen; words and days when 查询 or Enter is pressed. */
export function LedgerFilterBar({ ledger }: { readonly ledger: Ledger }) {
  const { filter, set, targets, shape, me } = ledger
  const [typed, setTyped] = useState(filter.text ?? '')
  const [number, setNumber] = useState(filter.number ?? '')
  const [from, setFrom] = useState(filter.from ?? '')
  const [to, setTo] = useState(filter.to ?? '')
  const [more, setMore] = useState(
    filter.where !== undefined || filter.number !== undefined || filter.mark !== undefined,
  )
  const has = (kind: RegisterColumn['kind']) => shape.columns.some((column) => column.kind === kind)
  const chosen = shape.columns.filter(({ kind }) => choosable.includes(kind))
  const reset = () => {
    setTyped('')
    setNumber('')
    setFrom('')
    setTo('')
    set(Object.fromEntries(askedNames.map((name) => [name, undefined])))
  }
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim())
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        set({ text: given(typed), number: given(number), from: given(from), to: given(to) })
      }}
    >
      <Bar>
        {has('target') && (
          <SearchField
            label={m.ledger_target()}
            value={filter.target ?? null}
            onChange={(value) => set({ target: value || undefined })}
            choices={feedableChoices(targets)}
            placeholder={m.ledger_all_targets()}
          />
        )}
        <SelectField
          label={m.ledger_state()}
          value={filter.state ?? all}
          onChange={(value) => set({ state: asked(value) })}
          choices={withAll(
            m.ledger_all_states(),
            entryStates
              .filter((state) => state !== 'corrected')
              .map((state) => ({ value: state, label: entryStateName(state) })),
          )}
        />
        {shape.status && (
          <SelectField
            label={m.ledger_status()}
            value={filter.status ?? all}
            onChange={(value) => set({ status: asked(value) })}
            choices={withAll(
              m.ledger_all_status(),
              shape.status.states.map(({ id, label }) => ({ value: id, label: say(label) })),
            )}
          />
        )}
        {shape.status?.timed && (
          <SelectField
            label={m.ledger_due_label()}
            value={filter.due ?? all}
            onChange={(value) => set({ due: asked(value) })}
            choices={withAll(
              m.ledger_any(),
              Object.entries(dueWords).map(([value, words]) => ({ value, label: words() })),
            )}
          />
        )}
        {has('unit') && me.units.length > 1 && (
          <SelectField
            label={m.ledger_unit()}
            value={filter.unit ?? all}
            onChange={(value) => set({ unit: asked(value) })}
            choices={withAll(
              m.ledger_all_units(),
              me.units.map(({ name }) => ({ value: name, label: name })),
            )}
          />
        )}
        <TextField label={m.plan_text()} value={typed} onChange={setTyped} type="search" maxLength={60} />
        <Button look="primary" type="submit">
          {m.filter_query()}
        </Button>
        <Button onClick={reset}>{m.filter_reset()}</Button>
        <Button look="quiet" aria-expanded={more} onClick={() => setMore(!more)}>
          {m.ledger_more_filters()}
        </Button>
      </Bar>
      {more && (
        <Bar>
          <TextField label={m.ledger_number()} value={number} onChange={setNumber} type="search" maxLength={40} />
          <SelectField
            label={m.ledger_mark_label()}
            value={filter.mark ?? all}
            onChange={(value) => set({ mark: asked(value) })}
            choices={withAll(m.ledger_any(), [{ value: 'late', label: m.badge_late() }])}
          />
          <DateField label={m.ledger_from()} value={from} onChange={setFrom} />
          <DateField label={m.ledger_to()} value={to} onChange={setTo} />
          {chosen.map((column) => (
            <SelectField
              key={column.id}
              label={say(column.label)}
              value={readWhere(filter.where)[column.id]?.[0] ?? all}
              onChange={(value) => {
                const { [column.id]: _, ...others } = readWhere(filter.where)
                set({ where: whereText(value === all ? others : { ...others, [column.id]: [value] }) })
              }}
              choices={withAll(m.ledger_any(), choicesOf(column, ledger))}
            />
          ))}
        </Bar>
      )}
    </form>
  )
}

const choosable: readonly RegisterColumn['kind'][] = ['choice', 'choices', 'yesNo', 'community', 'communities']

function choicesOf(column: RegisterColumn, ledger: Ledger): readonly Choice[] {
  if (column.kind === 'yesNo')
    return [
      { value: 'true', label: m.column_yes() },
      { value: 'false', label: m.column_no() },
    ]
  if (column.kind === 'community' || column.kind === 'communities')
    return [
      ...ledger.ground('').communities.map((name) => ({ value: name, label: name })),
      ...Object.entries(beyondCommunities()).map(([value, label]) => ({ value, label })),
    ]
  return column.options.map(({ value, label }) => ({ value, label: say(label) }))
}
