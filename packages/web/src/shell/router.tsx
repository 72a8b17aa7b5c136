import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import { screens } from '../screens/index.ts'
import { Loading } from '../ui/Loaded.tsx'
import { NotFound } from './NotFound.tsx'
import { Shell } from './Shell.tsx'

interface RootSearch {
  readonly on?: string
  readonly known?: string
  /** Where one was when the seat was lost. */
  readonly back?: string
}

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>): RootSearch => search,
  search: { middlewares: [retainSearchParams(['on', 'known'])] },
})

/** One route for every row of the list of screens. */
export const makeRouter = () =>
  createRouter({
    routeTree: root.addChildren(
      screens.map((screen) =>
        createRoute({
          getParentRoute: () => root,
          path: screen.path,
          component: lazyRouteComponent(screen.load),
          pendingComponent: Loading,
        }),
      ),
    ),
    defaultPreload: 'intent',
  })
