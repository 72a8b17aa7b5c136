import { useState } from 'react'
import { targetDraftOf, targetWordsOf, type Wrong } from '../../ui/forms/draft.ts'
import { FormDrawer } from '../../ui/forms/FormDrawer.tsx'
import { TargetFields } from '../../ui/forms/TargetFields.tsx'
import { useKept } from '../../ui/forms/use-kept.ts'
import { m } from '../../words/index.ts'
import type { TargetItem } from '../../words/target.ts'
import { mergedTargets } from './compared.ts'
import type { DrawerProps } from './panel.ts'

/** Two phrases that promise one thing become one target over the words of both. */
export function MergeDrawer({
  items: [first, second],
  text,
  decide,
  standing,
  onClose,
}: DrawerProps & { readonly items: readonly [TargetItem, TargetItem] }) {
  const at = {
    start: Math.min(first.at.start, second.at.start),
    end: Math.max(first.at.end, second.at.end),
  }
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
      compared={mergedTargets([first, second], draft, [standing(first.key), standing(second.key)])}
      about={[first.key, second.key]}
    >
      <TargetFields draft={draft} onChange={setDraft} wrong={wrong} />
    </FormDrawer>
  )
}
