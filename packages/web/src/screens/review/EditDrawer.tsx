import { useState } from 'react'
import { milestoneDraftOf, milestoneWordsOf, targetDraftOf, targetWordsOf, type Wrong } from '../../ui/forms/draft.ts'
import { FormDrawer } from '../../ui/forms/FormDrawer.tsx'
import { MilestoneFields, TargetFields } from '../../ui/forms/TargetFields.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { m } from '../../words/index.ts'
import type { MilestoneItem, TargetItem } from '../../words/target.ts'
import { editedMilestone, editedTarget } from './compared.ts'
import type { Item } from './marks.ts'
import type { DrawerProps } from './panel.ts'

/** Corrects what was read. The words it was read from stay as they are. */
export function EditDrawer({ item, ...props }: DrawerProps & { readonly item: Item }) {
  return item.kind === 'target' ? <EditTarget item={item} {...props} /> : <EditMilestone item={item} {...props} />
}

function EditTarget({ item, text, decide, standing, onClose }: DrawerProps & { readonly item: TargetItem }) {
  const form = `edit ${item.key}`
  const [draft, setDraft] = useKept(form, 'draft', () => targetDraftOf(item))
  const [wrong, setWrong] = useState<Wrong>({})
  const save = async (against?: number) => {
    const settled = targetWordsOf(draft, item.at, item)
    setWrong(settled.ok ? {} : settled.wrong)
    if (!settled.ok) return 'invalid'
    const { at: _at, ...to } = settled.value
    return decide({ do: 'correctTarget', key: item.key, to }, against)
  }
  return (
    <FormDrawer
      form={form}
      title={m.review_form_edit()}
      quote={text.slice(item.at.start, item.at.end)}
      save={save}
      saveLabel={m.review_save_confirm()}
      onClose={onClose}
      compared={editedTarget(item, draft, standing(item.key))}
      about={[item.key]}
    >
      <TargetFields draft={draft} onChange={setDraft} wrong={wrong} />
    </FormDrawer>
  )
}

function EditMilestone({ item, text, decide, standing, onClose }: DrawerProps & { readonly item: MilestoneItem }) {
  const form = `edit ${item.key}`
  const [draft, setDraft] = useKept(form, 'draft', () => milestoneDraftOf(item))
  const [wrong, setWrong] = useState<Wrong>({})
  const save = async (against?: number) => {
    const settled = milestoneWordsOf(draft, item.at)
    setWrong(settled.ok ? {} : settled.wrong)
    if (!settled.ok) return 'invalid'
    const { at: _at, ...to } = settled.value
    return decide({ do: 'correctMilestone', key: item.key, to }, against)
  }
  return (
    <FormDrawer
      form={form}
      title={m.review_form_edit_milestone()}
      quote={text.slice(item.at.start, item.at.end)}
      save={save}
      saveLabel={m.review_save_confirm()}
      onClose={onClose}
      compared={editedMilestone(item, draft, standing(item.key))}
      about={[item.key]}
    >
      <MilestoneFields draft={draft} onChange={setDraft} wrong={wrong} />
    </FormDrawer>
  )
}
