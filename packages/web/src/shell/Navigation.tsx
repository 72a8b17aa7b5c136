import { Link } from '@tanstack/react-router'
import { may } from '../api/me.ts'
import { screens } from '../screens/index.ts'
import type { Screen } from '../screens/screen.ts'
import { m } from '../words/index.ts'
import { entranceBy } from './entrance.ts'
import styles from './shell.module.css'
import { useSeat } from './use-seat.ts'

/** The main screens that somebody may use; without a seat those of the door that they came by. */
export function Navigation() {
  const seat = useSeat()
  const isOpen = ({ needs }: Screen): boolean =>
    needs === undefined || (seat ? may(seat, needs) : entranceBy(location.protocol) === '/offices')
  return (
    <nav className={styles.navigation} aria-label={m.nav_label()}>
      <div className={styles.brand} aria-hidden="true">
        {m.app_name()}
      </div>
      <ul className={styles.links}>
        {screens
          .filter((screen) => screen.nav === 'main' && isOpen(screen))
          .map((screen) => (
            <li key={screen.id}>
              <Link
                to={screen.path}
                className={styles.link}
                activeOptions={{ exact: screen.path === '/', includeSearch: false }}
                activeProps={{ className: styles.current ?? '', 'aria-current': 'page' }}
              >
                {screen.label()}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
