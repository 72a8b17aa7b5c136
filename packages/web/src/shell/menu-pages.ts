import type { Me } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { may } from '../api/me.ts'
import { papersQuery } from '../api/papers.ts'
import { m } from '../words/index.ts'

/** How many signed papers wait for this person to confirm them. */
export function usePapersToConfirm(me: Me): number {
  const mayConfirm = may(me, 'POST /api/paper-approvals/:id/confirm')
  return useQuery({ ...papersQuery('waiting'), enabled: mayConfirm }).data?.toConfirm ?? 0
}

export interface MenuPage {
  readonly label: string
  readonly onChoose: () => void
}

/** The pages that a person's menu leads to, of those that they may open: the same on both doors. */
export function useMenuPages(me: Me): readonly MenuPage[] {
  const navigate = useNavigate()
  const waiting = usePapersToConfirm(me)
  const page = (
    route: string,
    label: string,
    to:
      | '/papers'
      | '/people'
      | '/lan'
      | '/audit'
      | '/wall-passes'
      | '/source-systems'
      | '/exports'
      | '/months'
      | '/area',
  ) => (may(me, route) ? [{ label, onChoose: () => void navigate({ to }) }] : [])
  return [
    ...page(
      'GET /api/paper-approvals',
      waiting > 0 ? m.papers_menu_waiting({ count: waiting }) : m.papers_menu(),
      '/papers',
    ),
    ...page('POST /api/months/:month/lock', m.months_menu(), '/months'),
    ...page('GET /api/people', m.people_menu(), '/people'),
    ...(me.office.kind === 'formal' ? page('GET /api/lan', m.lan_title(), '/lan') : []),
    ...page('GET /api/audit', m.audit_menu(), '/audit'),
    ...page('GET /api/wall-passes', m.wall_pass_menu(), '/wall-passes'),
    ...page('GET /api/source-systems', m.source_systems_menu(), '/source-systems'),
    ...page('GET /api/exports', m.export_menu(), '/exports'),
    ...page('POST /api/area', m.area_menu(), '/area'),
    { label: m.policy_menu(), onChoose: () => void navigate({ to: '/policy' }) },
  ]
}
