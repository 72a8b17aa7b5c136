import type { Plan, Problem } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { change } from '../../api/client.ts'
import { problemOf } from '../../api/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Drawer } from '../../ui/Dialog.tsx'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { SelectField } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import { type SourceKind, sourceKindName, sourceKinds } from '../../words/source.ts'
import styles from './plan.module.css'

const noArea = 'none'
const formId = 'add-task'

const empty = {
  sourceKind: 'meeting' as SourceKind,
  sourceTitle: '',
  datedOn: '',
  number: '',
  area: noArea,
  words: '',
}
type Draft = typeof empty
type Field = 'sourceTitle' | 'datedOn' | 'number' | 'words'

const missingIn = (draft: Draft): Field[] =>
  (['sourceTitle', 'datedOn', 'number', 'words'] as const).filter(
    (field) => draft[field].trim().length < leastOf(field),
  )
const leastOf = (field: Field): number => (field === 'sourceTitle' || field === 'words' ? 2 : 1)

/** Adds a task by hand: its sentence is read like any other, and the paper it stands in has to be named. */
export function AddTaskDrawer({
  plan,
  today,
  onClose,
}: {
  readonly plan: Plan
  readonly today: string
  readonly onClose: () => void
}) {
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Draft>({ ...empty, number: plan.missing[0] ?? '' })
  const [missing, setMissing] = useState<readonly Field[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const set = (more: Partial<Draft>) => setDraft({ ...draft, ...more })
  const wrong = (field: Field) => (missing.includes(field) ? m.entry_missing() : undefined)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const lacks = missingIn(draft)
    setMissing(lacks)
    if (lacks.length > 0) return
    setBusy(true)
    try {
      const body = { ...draft, area: draft.area === noArea ? null : Number(draft.area) }
      const path = `/api/plans/${plan.year}/tasks`
      const done = await change<{ version: number }>({ method: 'POST', path, body, version: plan.version })
      toast(m.plan_added({ version: done.version }))
      onClose()
      await queries.invalidateQueries()
    } catch (error) {
      const refused = problemOf(error)
      setProblem(refused)
      if (refused.code === 'request.version_conflict') await queries.invalidateQueries({ queryKey: ['plan'] })
    } finally {
      setBusy(false)
    }
  }
  const areas = [
    { value: noArea, label: m.plan_no_area() },
    ...plan.areas.map((area) => ({ value: String(area.number), label: area.title })),
  ]
  return (
    <Drawer
      open
      onClose={onClose}
      title={m.plan_add()}
      says={m.plan_add_says({ version: plan.version + 1 })}
      actions={
        <>
          <Button onClick={onClose}>{m.review_cancel()}</Button>
          <Button look="primary" type="submit" form={formId} busy={busy}>
            {m.plan_add_do()}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} noValidate onSubmit={(event) => void save(event)}>
        {problem && <ProblemNote problem={problem} />}
        {problem?.code === 'request.version_conflict' && <Note>{m.review_conflict()}</Note>}
        <SelectField
          label={m.sources_kind()}
          value={draft.sourceKind}
          onChange={(sourceKind) => set({ sourceKind })}
          choices={sourceKinds.map((value) => ({ value, label: sourceKindName(value) }))}
        />
        <TextField
          label={m.plan_source_title()}
          required
          hint={m.plan_source_hint()}
          value={draft.sourceTitle}
          onChange={(sourceTitle) => set({ sourceTitle })}
          maxLength={120}
          error={wrong('sourceTitle')}
        />
        <DateField
          label={m.sources_dated()}
          required
          value={draft.datedOn}
          onChange={(datedOn) => set({ datedOn })}
          max={today}
          error={wrong('datedOn')}
        />
        <TextField
          label={m.plan_number()}
          required
          value={draft.number}
          onChange={(number) => set({ number: number.trim() })}
          maxLength={10}
          error={wrong('number')}
        />
        <SelectField label={m.plan_area()} value={draft.area} onChange={(area) => set({ area })} choices={areas} />
        <TextArea
          label={m.plan_words()}
          required
          hint={m.plan_words_hint()}
          value={draft.words}
          onChange={(words) => set({ words })}
          maxLength={4000}
          rows={6}
          error={wrong('words')}
        />
      </form>
    </Drawer>
  )
}
