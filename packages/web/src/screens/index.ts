import { m } from '../words/index.ts'
import type { Screen } from './screen.ts'

/** Every screen of the shell, in the order of the navigation. Adding one is a row here and a folder beside. */
export const screens: readonly Screen[] = [
  { id: 'wall', path: '/', label: m.nav_wall, nav: 'main', load: () => import('./wall-chart/WallChartScreen.tsx') },
  { id: 'kit', path: '/kit', label: m.nav_kit, nav: 'hidden', load: () => import('./kit/KitScreen.tsx') },
]
