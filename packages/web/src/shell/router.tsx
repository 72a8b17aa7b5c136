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
import { Page } from '../ui/Page.tsx'
import { type Frame, ScreenFrame } from '../ui/screen-frame.ts'
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

/** Loads a screen; its heading is known before it has anything to show. */
const titled = async ({ label, load }: Screen) => {
  const { default: Body } = await load()
  const frame: Frame = (body) => <Page title={label()}>{body}</Page>
  return {
    default: () => (
      <ScreenFrame value={frame}>
        <Body />
      </ScreenFrame>
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
