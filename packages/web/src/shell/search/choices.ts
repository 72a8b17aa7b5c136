import type { Me, SearchFound, SearchHit, SearchKind } from '@guatu/contract'
import { useNavigate } from '@tanstack/react-router'
import { isFoundBy } from '../../ui/found-by.ts'
import { m, say } from '../../words/index.ts'
import { useMenuPages } from '../menu-pages.ts'
import { openScreens } from '../open-screens.ts'

/** One thing to go to. */
export interface GoTo {
  readonly key: string
  readonly title: string
  /** Beside the title, smaller: what it belongs to. */
  readonly note: string
  /** Below it: where else a word stands; empty where the title has all. */
  readonly says: string
  readonly go: () => void
}

export interface GoToGroup {
  readonly label: string
  readonly items: readonly GoTo[]
}

const kindLabels: Readonly<Record<SearchKind, () => string>> = {
  area: m.search_kind_area,
  task: m.search_kind_task,
  target: m.search_kind_target,
  row: m.search_kind_row,
  source: m.search_kind_source,
  paper: m.search_kind_paper,
}

const saysOf = ({ says }: SearchHit): string => {
  if (says === null) return ''
  return says.label === null ? says.text : m.search_says({ column: say(says.label), text: says.text })
}

/** Goes where something that was found is shown. */
function useGoing(): (kind: SearchKind, hit: SearchHit) => void {
  const navigate = useNavigate()
  return (kind, { id, year, task }) => {
    switch (kind) {
      case 'area':
        return void navigate({ to: '/tasks', search: { year: String(year), area: id } as never })
      case 'task':
        return void navigate({ to: '/tasks/$taskId', params: { taskId: id } })
      case 'target':
        return void navigate({ to: '/tasks/$taskId', params: { taskId: task ?? '' }, hash: id })
      case 'row':
        return void navigate({ to: '/ledger/$entryId', params: { entryId: id } })
      case 'source':
        return void navigate({ to: '/sources/$sourceId', params: { sourceId: id } })
      case 'paper':
        return void navigate({ to: '/papers', search: { paper: id } as never })
    }
  }
}

/** The pages that somebody may open and that are called by what was typed; all of them where nothing was. */
function usePages(me: Me, typed: string): readonly GoTo[] {
  const navigate = useNavigate()
  // In a menu dots say that a page opens; here everything does.
  const menu = useMenuPages(me).map(({ label, onChoose }) => ({ label: label.replace(/…$/, ''), go: onChoose }))
  const main = openScreens(me).map(({ path, label }) => ({ label: label(), go: () => void navigate({ to: path }) }))
  return [...main, ...menu]
    .filter(({ label }) => isFoundBy(label, typed))
    .map(({ label, go }) => ({ key: `page ${label}`, title: label, note: '', says: '', go }))
}

/** All that can be gone to, in groups: what was found, and pages by their names. */
export function useGoTo(me: Me, typed: string, found: SearchFound | undefined): readonly GoToGroup[] {
  const going = useGoing()
  const pages = usePages(me, typed.trim())
  const groups = (found?.groups ?? []).map(({ kind, hits, more }): GoToGroup => {
    const label = kindLabels[kind]()
    return {
      label: more ? m.search_more({ kind: label, count: hits.length }) : label,
      items: hits.map((hit) => ({
        key: [kind, hit.year, hit.task, hit.id].join(' '),
        title: hit.title,
        note: say(hit.note),
        says: saysOf(hit),
        go: () => going(kind, hit),
      })),
    }
  })
  const ofPages = { label: m.search_pages(), items: pages }
  return [...(pages.length > 0 ? [ofPages] : []), ...groups]
}
