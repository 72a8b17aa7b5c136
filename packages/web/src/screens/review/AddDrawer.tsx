import type { Span } from '@guatu/core/shared'
import { useState } from 'react'
import { RadioField } from '../../ui/Choices.tsx'
import { type MilestoneDraft, milestoneWordsOf, targetWordsOf, type Wrong } from '../../ui/forms/draft.ts'
import { FormDrawer } from '../../ui/forms/FormDrawer.tsx'
import styles from '../../ui/forms/forms.module.css'
import { MilestoneFields, TargetFields } from '../../ui/forms/TargetFields.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { m } from '../../words/index.ts'
import { draftFrom } from './guess.ts'
import type { DrawerProps } from './panel.ts'

/** Adds what the reader did not see, from the words a person selected. */
export function AddDrawer({
  task,
  at,
  text,
  decide,
  onClose,
}: DrawerProps & { readonly task: string; readonly at: Span }) {
  const words = text.slice(at.start, at.end)
  const form = `add ${at.start} ${at.end}`
  const [kind, setKind] = useKept<'target' | 'milestone'>(form, 'kind', () =>
    /\d/.test(words) ? 'target' : 'milestone',
  )
  const [target, setTarget] = useKept(form, 'target', () => draftFrom(words))
  const [milestone, setMilestone] = useKept<MilestoneDraft>(form, 'milestone', () => ({
    subject: words.slice(0, 120),
    event: 'complete',
    due: '',
  }))
  const [wrong, setWrong] = useState<Wrong>({})
  const save = async (against?: number) => {
    if (kind === 'target') {
      const settled = targetWordsOf(target, at)
      setWrong(settled.ok ? {} : settled.wrong)
      return settled.ok ? decide({ do: 'addTarget', task, target: settled.value }, against) : 'invalid'
    }
    const settled = milestoneWordsOf(milestone, at)
    setWrong(settled.ok ? {} : settled.wrong)
    return settled.ok ? decide({ do: 'addMilestone', task, milestone: settled.value }, against) : 'invalid'
  }
  return (
    <FormDrawer form={form} title={m.review_form_add()} quote={words} save={save} onClose={onClose}>
      <div className={styles.stack}>
        <RadioField
          label={m.review_form_kind()}
          value={kind}
          onChange={setKind}
          choices={[
            { value: 'target', label: m.review_target() },
            { value: 'milestone', label: m.review_milestone() },
          ]}
        />
        {kind === 'target' ? (
          <TargetFields draft={target} onChange={setTarget} wrong={wrong} />
        ) : (
          <MilestoneFields draft={milestone} onChange={setMilestone} wrong={wrong} />
        )}
      </div>
    </FormDrawer>
  )
}
