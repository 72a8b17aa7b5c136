import type { Plan } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { change } from '../../api/client.ts'
import { problemOf } from '../../api/problem.ts'
import { DateField } from '../../ui/DateField.tsx'
import type { Compared } from '../../ui/forms/conflict.ts'
import { FormDrawer } from '../../ui/forms/FormDrawer.tsx'
import forms from '../../ui/forms/forms.module.css'
import { useKept, useOpened } from '../../ui/forms/use-kept.ts'
import { SelectField } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import { type SourceKind, sourceKindName, sourceKinds } from '../../words/source.ts'

const form = 'add task'
const noArea = 'none'

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

/** What of a plan the form is filled in against. */
interface Ground extends Pick<Plan, 'version' | 'areas'> {
  readonly tasks: readonly Pick<Plan['tasks'][number], 'number' | 'title'>[]
}

const groundOf = ({ version, areas, tasks }: Plan): Ground => ({
  version,
  areas,
  tasks: tasks.map(({ number, title }) => ({ number, title })),
})

/** The number and the area of a new task beside those that the plan gives to others, then and now. */
function comparedTask(draft: Draft, opened: Ground, now: Ground): readonly Compared[] {
  const holderIn = ({ tasks }: Ground) => {
    const holder = tasks.find((task) => task.number === draft.number)
    return holder ? `${holder.number}　${holder.title}` : ''
  }
  const areaIn = ({ areas }: Ground) =>
    draft.area === noArea ? m.plan_no_area() : (areas.find((area) => String(area.number) === draft.area)?.title ?? '')
  return [
    { label: m.plan_number(), opened: holderIn(opened), mine: draft.number, now: holderIn(now) },
    { label: m.plan_area(), opened: areaIn(opened), mine: areaIn(opened), now: areaIn(now) },
  ]
}

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
  const opened = useOpened(form, () => groundOf(plan))
  const [draft, setDraft] = useKept<Draft>(form, 'draft', () => ({ ...empty, number: plan.missing[0] ?? '' }))
  const [missing, setMissing] = useState<readonly Field[]>([])
  const set = (more: Partial<Draft>) => setDraft({ ...draft, ...more })
  const wrong = (field: Field) => (missing.includes(field) ? m.entry_missing() : undefined)
  const save = async (against = opened.version) => {
    const lacks = missingIn(draft)
    setMissing(lacks)
    if (lacks.length > 0) return 'invalid'
    try {
      const body = { ...draft, area: draft.area === noArea ? null : Number(draft.area) }
      const path = `/api/plans/${plan.year}/tasks`
      const done = await change<{ version: number }>({ method: 'POST', path, body, version: against })
      toast(m.plan_added({ version: done.version }))
      await queries.invalidateQueries()
      return null
    } catch (error) {
      const refused = problemOf(error)
      if (refused.code === 'request.version_conflict') await queries.invalidateQueries({ queryKey: ['plan'] })
      return refused
    }
  }
  const areas = [
    { value: noArea, label: m.plan_no_area() },
    ...plan.areas.map((area) => ({ value: String(area.number), label: area.title })),
  ]
  return (
    <FormDrawer
      form={form}
      title={m.plan_add()}
      says={m.plan_add_says({ version: plan.version + 1 })}
      save={save}
      saveLabel={m.plan_add_do()}
      onClose={onClose}
      compared={comparedTask(draft, opened, plan)}
    >
      <div className={forms.stack}>
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
      </div>
    </FormDrawer>
  )
}
