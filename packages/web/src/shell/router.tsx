import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import { screens } from '../screens/index.ts'
import type { Screen } from '../screens/screen.ts'
import { Loading } from '../ui/Loaded.tsx'
import { ScreenTitle } from '../ui/Page.tsx'
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

/** Loads a screen; it knows its name before it has anything to show. */
const titled = async ({ label, load }: Screen) => {
  const { default: Body } = await load()
  return {
    default: () => (
      <ScreenTitle value={label()}>
        <Body />
      </ScreenTitle>
    ),
  }
}

/** One route for every row of the list of screens. */
export const makeRouter = () =>
  createRouter({
    routeTree: root.addChildren(
      screens.map((screen) =>
        createRoute({
          getParentRoute: () => root,
          path: screen.path,
          component: lazyRouteComponent(() => titled(screen)),
          pendingComponent: Loading,
        }),
      ),
    ),
    defaultPreload: 'intent',
  })
