import type { Me } from '@guatu/contract'
import { may } from '../api/me.ts'
import { screens } from '../screens/index.ts'
import type { Screen } from '../screens/screen.ts'
import { entranceBy } from './entrance.ts'

const wall = screens.find(({ path }) => path === '/')?.needs ?? ''

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

/** Where a seat begins: at the wall, or at the first screen it may use. */
export const startOf = (seat: Me): string => (may(seat, wall) ? '/' : (openScreens(seat)[0]?.path ?? '/'))
