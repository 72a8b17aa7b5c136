import { useEffect } from 'react'
import { asOfSearch } from '../../api/wall.ts'
import { WallView } from '../../charts/wall/WallView.tsx'
import { useAsOf } from '../../shell/url.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { m } from '../../words/index.ts'
import styles from './wall-chart.module.css'

/** The wall inside the shell, for an office PC and a phone; the day is that of the bar above. */
export default function WallChartScreen() {
  const { on, known } = useAsOf()
  useEffect(() => {
    document.title = `${m.nav_wall()} · ${m.app_name()}`
  }, [])
  return (
    <div className={styles.screen}>
      <div className={styles.frame}>
        <WallView asked={{ on, known }} />
      </div>
      <ButtonLink small href={`/wall${asOfSearch({ on, known })}`} className={styles.full}>
        {m.wall_full()}
      </ButtonLink>
    </div>
  )
}
