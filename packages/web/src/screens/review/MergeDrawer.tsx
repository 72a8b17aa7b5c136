import type { Span } from '@guatu/core/shared'
import { useState } from 'react'
import { milestoneDraftOf, milestoneWordsOf, targetDraftOf, targetWordsOf, type Wrong } from '../../ui/forms/draft.ts'
import { FormDrawer } from '../../ui/forms/FormDrawer.tsx'
import { MilestoneFields, TargetFields } from '../../ui/forms/TargetFields.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { m } from '../../words/index.ts'
import type { MilestoneItem, TargetItem } from '../../words/target.ts'
import { mergedMilestones, mergedTargets } from './compared.ts'
import type { Item } from './marks.ts'
import type { DrawerProps } from './panel.ts'

type Two<I> = readonly [I, I]

/** Two phrases that promise one thing become one item over the words of both. */
export function MergeDrawer({ items: [first, second], ...props }: DrawerProps & { readonly items: Two<Item> }) {
  if (first.kind === 'target' && second.kind === 'target') return <MergeTargets items={[first, second]} {...props} />
  if (first.kind === 'milestone' && second.kind === 'milestone')
    return <MergeMilestones items={[first, second]} {...props} />
  return null
}

const spanOver = ([first, second]: Two<Item>): Span => ({
  start: Math.min(first.at.start, second.at.start),
  end: Math.max(first.at.end, second.at.end),
})

function MergeTargets({ items, text, decide, standing, onClose }: DrawerProps & { readonly items: Two<TargetItem> }) {
  const [first, second] = items
  const at = spanOver(items)
  const form = `merge ${first.key} ${second.key}`
  const [draft, setDraft] = useKept(form, 'draft', () => targetDraftOf(first))
  const [wrong, setWrong] = useState<Wrong>({})
  const save = async (against?: number) => {
    const settled = targetWordsOf(draft, at, first)
    setWrong(settled.ok ? {} : settled.wrong)
    return settled.ok ? decide({ do: 'merge', keys: [first.key, second.key], into: settled.value }, against) : 'invalid'
  }
  return (
    <FormDrawer
      form={form}
      title={m.review_form_merge()}
      quote={text.slice(at.start, at.end)}
      save={save}
      onClose={onClose}
      compared={mergedTargets(items, draft, [standing(first.key), standing(second.key)])}
      about={[first.key, second.key]}
    >
      <TargetFields draft={draft} onChange={setDraft} wrong={wrong} />
    </FormDrawer>
  )
}

function MergeMilestones({
  items,
  text,
  decide,
  standing,
  onClose,
}: DrawerProps & { readonly items: Two<MilestoneItem> }) {
  const [first, second] = items
  const at = spanOver(items)
  const form = `merge ${first.key} ${second.key}`
  const [draft, setDraft] = useKept(form, 'draft', () => ({
    ...milestoneDraftOf(first),
    subject: [first.subject, second.subject].join('、').slice(0, 120),
  }))
  const [wrong, setWrong] = useState<Wrong>({})
  const save = async (against?: number) => {
    const settled = milestoneWordsOf(draft, at)
    setWrong(settled.ok ? {} : settled.wrong)
    const keys = [first.key, second.key]
    return settled.ok ? decide({ do: 'mergeMilestones', keys, into: settled.value }, against) : 'invalid'
  }
  return (
    <FormDrawer
      form={form}
      title={m.review_form_merge()}
      quote={text.slice(at.start, at.end)}
      save={save}
      onClose={onClose}
      compared={mergedMilestones(items, draft, [standing(first.key), standing(second.key)])}
      about={[first.key, second.key]}
    >
      <MilestoneFields draft={draft} onChange={setDraft} wrong={wrong} />
    </FormDrawer>
  )
}
