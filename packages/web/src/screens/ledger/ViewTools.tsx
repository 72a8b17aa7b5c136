import type { LedgerView } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { dropView, saveView, viewsQuery } from '../../api/registers.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { m, say } from '../../words/index.ts'
import { askedNames } from './asked.ts'
import styles from './ledger.module.css'
import type { Ledger } from './use-ledger.ts'

interface ColumnTools {
  readonly ledger: Ledger
  readonly shown: readonly string[]
  readonly choose: (columns: readonly string[] | null) => void
}

/** Which columns of the register are shown. */
export function ColumnChooser({ ledger: { shape }, shown, choose }: ColumnTools) {
  return (
    <Popover
      trigger={<Button small>{m.ledger_columns({ count: shown.length, total: shape.columns.length })}</Button>}
      title={m.ledger_columns_title()}
    >
      <div className={styles.chooser}>
        {shape.columns.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={say(label)}
            checked={shown.includes(id)}
            onChange={(on) => choose(on ? [...shown, id] : shown.filter((one) => one !== id))}
          />
        ))}
      </div>
      <Button small look="quiet" onClick={() => choose(null)}>
        {m.ledger_columns_first()}
      </Button>
    </Popover>
  )
}

interface ViewTools {
  readonly ledger: Ledger
  /** The columns in the address; undefined where none were chosen. */
  readonly columns: string | undefined
  readonly show: (view: LedgerView) => void
}

/** 视图: filters, order and columns under a name of one's own, kept for this person. */
export function SavedViewsMenu({ ledger: { shape, filter }, columns, show }: ViewTools) {
  const queries = useQueryClient()
  const query = viewsQuery(shape.id)
  const [open, setOpen] = useState(false)
  const views = useQuery({ ...query, enabled: open }).data?.views ?? []
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<ReturnType<typeof problemOf> | null>(null)
  const act = async (work: () => ReturnType<typeof dropView>) => {
    try {
      queries.setQueryData(query.queryKey, await work())
      setProblem(null)
      setName('')
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  const now: LedgerView = {
    asked: Object.fromEntries(askedNames.flatMap((one) => (filter[one] === undefined ? [] : [[one, filter[one]]]))),
    columns: columns === undefined ? null : columns.split(','),
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger={<Button small>{m.ledger_views()}</Button>}
      title={m.ledger_views_title()}
    >
      {problem && <ProblemNote problem={problem} />}
      <ul className={styles.views}>
        {views.map((view) => (
          <li key={view.id} className={styles.view}>
            <Button
              small
              look="quiet"
              onClick={() => {
                setOpen(false)
                show(view.view)
              }}
            >
              {view.name}
            </Button>
            <Button small look="quiet" onClick={() => void act(() => dropView(view.id))}>
              {m.ledger_view_drop({ name: view.name })}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void act(() => saveView(shape.id, name.trim(), now))
        }}
      >
        <TextField label={m.ledger_view_name()} value={name} onChange={setName} maxLength={30} />
        <Button small type="submit" disabled={name.trim() === ''}>
          {m.ledger_view_save()}
        </Button>
      </form>
    </Popover>
  )
}
