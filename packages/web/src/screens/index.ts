import { m } from '../words/index.ts'
import type { Screen } from './screen.ts'

/** Every screen of the shell, in the order of the navigation. Adding one is a row here and a folder beside. */
export const screens: readonly Screen[] = [
  { id: 'wall', path: '/', label: m.nav_wall, nav: 'main', load: () => import('./wall-chart/WallChartScreen.tsx') },
  { id: 'plan', path: '/tasks', label: m.nav_tasks, nav: 'main', load: () => import('./plan/PlanScreen.tsx') },
  { id: 'task', path: '/tasks/$taskId', label: m.nav_tasks, nav: 'none', load: () => import('./task/TaskScreen.tsx') },
  { id: 'ledger', path: '/ledger', label: m.nav_ledger, nav: 'main', load: () => import('./ledger/LedgerScreen.tsx') },
  {
    id: 'sources',
    path: '/sources',
    label: m.nav_sources,
    nav: 'main',
    load: () => import('./sources/SourcesScreen.tsx'),
  },
  {
    id: 'review',
    path: '/sources/$sourceId',
    label: m.nav_review,
    nav: 'none',
    load: () => import('./review/ReviewScreen.tsx'),
  },
  {
    id: 'offices',
    path: '/offices',
    label: m.nav_offices,
    nav: 'main',
    load: () => import('./offices/OfficesScreen.tsx'),
  },
  {
    id: 'first-run',
    path: '/first-run',
    label: m.first_title,
    nav: 'none',
    load: () => import('./first-run/FirstRunScreen.tsx'),
  },
  { id: 'lan', path: '/lan', label: m.lan_title, nav: 'none', load: () => import('./first-run/LanScreen.tsx') },
  { id: 'people', path: '/people', label: m.nav_people, nav: 'none', load: () => import('./people/PeopleScreen.tsx') },
  {
    id: 'roster',
    path: '/people/import',
    label: m.nav_roster,
    nav: 'none',
    load: () => import('./roster/RosterScreen.tsx'),
  },
  { id: 'policy', path: '/policy', label: m.nav_policy, nav: 'none', load: () => import('./policy/PolicyScreen.tsx') },
  { id: 'audit', path: '/audit', label: m.nav_audit, nav: 'none', load: () => import('./audit/AuditScreen.tsx') },
  {
    id: 'checkpoints',
    path: '/audit/checkpoints',
    label: m.nav_checkpoints,
    nav: 'none',
    load: () => import('./checkpoints/CheckpointsScreen.tsx'),
  },
  { id: 'papers', path: '/papers', label: m.nav_papers, nav: 'none', load: () => import('./papers/PapersScreen.tsx') },
  {
    id: 'sign-in',
    path: '/sign-in',
    label: m.nav_sign_in,
    nav: 'none',
    load: () => import('./sign-in/SignInScreen.tsx'),
  },
  {
    id: 'my-sessions',
    path: '/my-sessions',
    label: m.nav_my_sessions,
    nav: 'none',
    load: () => import('./my-sessions/MySessionsScreen.tsx'),
  },
  { id: 'kit', path: '/kit', label: m.nav_kit, nav: 'hidden', load: () => import('./kit/KitScreen.tsx') },
]
