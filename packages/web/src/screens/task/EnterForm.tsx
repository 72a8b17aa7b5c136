import type { Me, PlanTask, Problem, RegisterShape } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { enterRow, registersQuery } from '../../api/registers.ts'
import { Button } from '../../ui/Button.tsx'
import { EntryFields } from '../../ui/columns/EntryFields.tsx'
import { missingColumns } from '../../ui/columns/missing-columns.ts'
import { groundOf } from '../../ui/columns/plain-ground.ts'
import { useForget, useKept } from '../../ui/forms/use-kept.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import styles from './task.module.css'

interface FormProps {
  readonly target: PlanTask['targets'][number]
  readonly me: Me
}

/** Enters one row of the register for this target. Refused, everything typed stays. */
export function EnterForm(props: FormProps) {
  const form = `enter ${props.target.id}`
  const [open, setOpen] = useKept(form, 'open', () => false)
  const forget = useForget(form)
  const close = () => {
    forget()
    setOpen(false)
  }
  const registers = useQuery(registersQuery)
  const shape = registers.data?.registers.find((one) => one.columns.some((column) => column.kind === 'target'))
  if (!shape) return null
  if (!open)
    return (
      <Button className={styles.enter} onClick={() => setOpen(true)}>
        {m.task_enter()}
      </Button>
    )
  return <Form {...props} form={form} shape={shape} onClose={close} />
}

function Form({
  form,
  target,
  me,
  shape,
  onClose,
}: FormProps & { readonly form: string; readonly shape: RegisterShape; readonly onClose: () => void }) {
  const queries = useQueryClient()
  const settled = shape.columns.filter((column) => column.kind === 'target').map((column) => column.id)
  const [values, setValues] = useKept<Readonly<Record<string, string>>>(form, 'values', () =>
    firstValues(shape, target.id, me),
  )
  const [missing, setMissing] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const enter = async () => {
    const lacks = missingColumns(requiredIn(shape), values)
    setMissing(lacks)
    if (lacks.length > 0) return
    setBusy(true)
    try {
      await enterRow(shape.id, values)
      setProblem(null)
      setValues(firstValues(shape, target.id, me))
      toast(m.entry_entered(), m.entry_entered_next())
      await queries.invalidateQueries()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  const ground = groundOf(me, [], target.printedUnit)
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void enter()
      }}
    >
      <h3 className={styles.rowsTitle}>{m.task_enter()}</h3>
      {problem && <ProblemNote problem={problem} />}
      <EntryFields
        shape={shape}
        values={values}
        onChange={setValues}
        missing={missing}
        ground={ground}
        settled={settled}
      />
      <div className={styles.formFoot}>
        <Button look="primary" type="submit" busy={busy}>
          {m.entry_submit()}
        </Button>
        <Button onClick={onClose}>{m.close()}</Button>
      </div>
    </form>
  )
}

/** The target is settled by the page, the day starts as today, the unit as one's own. */
const firstValues = (shape: RegisterShape, targetId: string, me: Me): Record<string, string> =>
  Object.fromEntries(
    shape.columns.flatMap((column) => {
      if (column.kind === 'target') return [[column.id, targetId]]
      if (column.kind === 'date') return [[column.id, me.office.today]]
      const own = me.units.some((unit) => unit.name === me.officer.unit)
      return column.kind === 'unit' && own ? [[column.id, me.officer.unit]] : []
    }),
  )

const requiredIn = ({ columns }: RegisterShape): string[] =>
  columns.filter(({ required }) => required).map(({ id }) => id)
