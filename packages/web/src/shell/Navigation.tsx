import { Link } from '@tanstack/react-router'
import { m } from '../words/index.ts'
import { openScreens } from './open-screens.ts'
import styles from './shell.module.css'
import { useSeat } from './use-seat.ts'

/** The main screens that somebody may use; without a seat those of the door that they came by. */
export function Navigation() {
  const seat = useSeat()
  return (
    <nav className={styles.navigation} aria-label={m.nav_label()}>
      <div className={styles.brand} aria-hidden="true">
        {m.app_name()}
      </div>
      <ul className={styles.links}>
        {openScreens(seat).map((screen) => (
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
