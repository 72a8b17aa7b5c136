import type { Decision, Problem, Review } from '@guatu/contract'
import type { Span } from '@guatu/core/shared'
import { useState } from 'react'
import { useKept } from '../../ui/forms/use-kept.ts'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'
import type { ItemActions } from './ItemRow.tsx'
import { afterDeciding, listedItems, nextToMerge, stepFrom, taskHolding } from './marks.ts'
import { type Opened, openedOn, type Panel } from './panel.ts'
import type { Decide } from './queries.ts'
import { showItem, showWords } from './scroll.ts'
import { selectedSpan } from './selection.ts'
import type { TaskActions } from './TaskHead.tsx'

export interface ReviewState {
  readonly active: string | null
  readonly opened: Opened | null
  readonly problem: Problem | null
  readonly open: (panel: Panel) => void
  readonly close: () => void
  readonly step: (by: 1 | -1) => void
  readonly chooseInWords: (key: string) => void
  readonly addSelected: () => void
  readonly addAt: (at: Span) => void
  readonly confirmSure: () => void
  readonly setAside: (because: string) => void
  readonly undo: () => void
  readonly actions: ItemActions & TaskActions
}

/** Everything a reviewer can do, by mouse or key, with what is chosen and what stood in the way of the last decision. */
export function useReview(review: Review, { decide }: Decide, showTab: (tab: 'words' | 'items') => void): ReviewState {
  const [chosen, setChosen] = useState<string | null>(null)
  // Whoever lost the seat over a form finds it open again, on what its reader saw.
  const [opened, setOpened] = useKept<Opened | null>('panel', 'open', () => null)
  const open = (panel: Panel) => setOpened(openedOn(panel, review))
  const [problem, setProblem] = useState<Problem | null>(null)
  const items = listedItems(review)
  const known = items.some((item) => item.key === chosen) || review.context.some((one) => one.key === chosen)
  const active = known ? chosen : (items[0]?.key ?? null)
  const itemAt = (key: string) => items.find((item) => item.key === key)

  const settle = async (decision: Decision): Promise<boolean> => {
    const refused = await decide(decision)
    setProblem(refused)
    return refused === null
  }
  const goTo = (key: string | null, focus = true) => {
    setChosen(key)
    if (key === null) return
    showWords(key)
    showItem(key, focus)
  }
  const decideOn = (key: string, decision: Decision) => {
    goTo(afterDeciding(items, key))
    void settle(decision)
  }
  const addAt = (at: Span) => {
    const task = taskHolding(review.tasks, at)
    if (task) open({ kind: 'add', task: task.key, at })
    else toast(m.review_select_inside())
  }
  return {
    active,
    opened,
    problem,
    open,
    close: () => setOpened(null),
    step: (by) => goTo(stepFrom(items, active, by)),
    chooseInWords: (key) => {
      setChosen(key)
      if (itemAt(key)) {
        showTab('items')
        showItem(key, false)
      }
    },
    addAt,
    addSelected: () => {
      const at = selectedSpan(getSelection(), review.text)
      if (at) addAt(at)
      else toast(m.review_select_first())
    },
    confirmSure: () => {
      const sure = items.filter((item) => item.state === 'open' && item.doubts.length === 0).length
      void settle({ do: 'confirmSure' }).then((taken) => taken && toast(m.review_sure_done({ count: sure })))
    },
    setAside: (because) => {
      void settle({ do: 'setAside', because }).then((taken) => taken && toast(m.review_set_aside_done()))
    },
    undo: () => {
      if (review.canUndo) void settle({ do: 'undo' }).then((taken) => taken && toast(m.review_undone()))
    },
    actions: {
      onChoose: (key) => goTo(key, false),
      onConfirm: (key) => decideOn(key, { do: 'confirm', keys: [key] }),
      onReject: (key) => decideOn(key, { do: 'reject', keys: [key], because: '' }),
      onReopen: (key) => void settle({ do: 'reopen', keys: [key] }),
      onEdit: (key) => {
        const item = itemAt(key)
        if (item) open({ kind: 'edit', item })
      },
      onSplit: (key) => {
        const item = itemAt(key)
        if (item) open({ kind: 'split', item })
      },
      onMerge: (key) => {
        const pair = nextToMerge(items, key)
        if (pair) open({ kind: 'merge', items: pair })
        else toast(m.review_merge_none())
      },
      onWords: (key) => {
        setChosen(key)
        showTab('words')
        showWords(key, true)
      },
      onRetitle: (task, title) => settle({ do: 'retitle', task, title }),
      onOwners: (task) => open({ kind: 'own', task }),
      onAskDrop: (task) => open({ kind: 'dropTask', task }),
      onDrop: (task, because) => settle({ do: 'dropTask', task, because }),
      onKeep: (task) => settle({ do: 'keepTask', task }),
    },
  }
}
