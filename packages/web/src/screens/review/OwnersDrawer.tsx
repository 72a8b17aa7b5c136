import { isDue } from '@guatu/core/shared'
import { useState } from 'react'
import { comparedIn, type FieldWords } from '../../ui/forms/conflict.ts'
import { FormDrawer } from '../../ui/forms/FormDrawer.tsx'
import styles from '../../ui/forms/forms.module.css'
import { useKept, useOpened } from '../../ui/forms/use-kept.ts'
import { TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import type { ReviewTask } from './marks.ts'
import { namesOf } from './names.ts'
import type { DrawerProps } from './panel.ts'

/** Who answers for a task and by when, where the words do not say it or say it otherwise. */
export function OwnersDrawer({ task, text, decide, onClose }: DrawerProps & { readonly task: ReviewTask }) {
  const form = `own ${task.key}`
  const opened = useOpened(form, () => ownersOf(task))
  const [lead, setLead] = useKept(form, 'lead', () => opened.lead)
  const [support, setSupport] = useKept(form, 'support', () => opened.support)
  const [leaders, setLeaders] = useKept(form, 'leaders', () => opened.leaders)
  const [due, setDue] = useKept(form, 'due', () => opened.due)
  const [wrongDue, setWrongDue] = useState(false)
  const save = async (against?: number) => {
    const dated = due === '' ? null : due
    const wrong = dated !== null && !isDue(dated)
    setWrongDue(wrong)
    if (wrong) return 'invalid'
    const names = { lead: namesOf(lead), support: namesOf(support), leaders: namesOf(leaders) }
    return decide({ do: 'own', task: task.key, ...names, due: dated }, against)
  }
  return (
    <FormDrawer
      form={form}
      title={m.review_owners_title({ number: task.number ?? task.title })}
      quote={text.slice(task.at.start, task.at.end)}
      save={save}
      onClose={onClose}
      compared={comparedIn(ownerFields(), { opened, mine: { lead, support, leaders, due }, now: ownersOf(task) })}
      about={[task.key]}
    >
      <div className={styles.stack}>
        <TextField label={m.review_lead()} hint={m.review_names_hint()} value={lead} onChange={setLead} />
        <TextField label={m.review_support()} hint={m.review_names_hint()} value={support} onChange={setSupport} />
        <TextField label={m.review_leaders()} hint={m.review_names_hint()} value={leaders} onChange={setLeaders} />
        <TextField
          label={m.review_due()}
          hint={m.review_due_hint()}
          value={due}
          onChange={(typed) => setDue(typed.trim().toUpperCase())}
          error={wrongDue ? m.review_wrong_due() : undefined}
        />
      </div>
    </FormDrawer>
  )
}

type Owners = Record<'lead' | 'support' | 'leaders' | 'due', string>

const ownersOf = (task: ReviewTask): Owners => ({
  lead: task.lead.join('、'),
  support: task.support.join('、'),
  leaders: task.leaders.join('、'),
  due: task.due ?? '',
})

const ownerFields = (): readonly FieldWords<Owners>[] => [
  { label: m.review_lead(), words: ({ lead }) => lead },
  { label: m.review_support(), words: ({ support }) => support },
  { label: m.review_leaders(), words: ({ leaders }) => leaders },
  { label: m.review_due(), words: ({ due }) => due },
]
