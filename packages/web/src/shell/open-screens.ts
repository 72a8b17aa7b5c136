import type { Me } from '@guatu/contract'
import { may } from '../api/me.ts'
import { screens } from '../screens/index.ts'
import type { Screen } from '../screens/screen.ts'
import { entranceBy } from './entrance.ts'

const needOf = (at: string): string => screens.find(({ path }) => path === at)?.needs ?? ''
const wall = needOf('/')

/**
 * The screens in the navigation of a seat: those of the work; those of the administration for whoever may not even see
 * the wall. Without a seat they are those of the door that one came by.
 */
export function openScreens(seat: Me | null | undefined): readonly Screen[] {
  const nav = seat && !may(seat, wall) ? 'administration' : 'main'
  const isOpen = ({ needs, path }: Screen): boolean =>
    seat ? needs === undefined || may(seat, needs) : path === entranceBy(location.protocol)
  return screens.filter((screen) => screen.nav === nav && isOpen(screen))
}

/** Where a seat begins: at its start page, at the wall, or at the first screen it may use. */
export function startOf(seat: Me): string {
  const open = ['/start', '/'].find((path) => may(seat, needOf(path)))
  return open ?? openScreens(seat)[0]?.path ?? '/'
}

/** Where a seat is led on from a place to begin at that is not its own; null where it may stay. */
export function ledOn(seat: Me, path: string): string | null {
  const isBeginning = path === '/' || path === '/start'
  return isBeginning && !may(seat, needOf(path)) && startOf(seat) !== path ? startOf(seat) : null
}
