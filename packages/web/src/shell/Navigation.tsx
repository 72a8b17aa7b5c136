import { Link } from '@tanstack/react-router'
import { screens } from '../screens/index.ts'
import { m } from '../words/index.ts'
import styles from './shell.module.css'

export function Navigation() {
  return (
    <nav className={styles.navigation} aria-label={m.nav_label()}>
      <div className={styles.brand} aria-hidden="true">
        {m.app_name()}
      </div>
      <ul className={styles.links}>
        {screens
          .filter((screen) => screen.nav === 'main')
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
