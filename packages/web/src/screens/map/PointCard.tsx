import type { MapChart, MapPoint } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { MapShape } from '../../charts/map/MapLegend.tsx'
import { markName, pointName } from '../../charts/map/wording.ts'
import { Button } from '../../ui/Button.tsx'
import { linkClass } from '../../ui/link.ts'
import { m, say } from '../../words/index.ts'
import styles from './map.module.css'

/** What a point is, and the way to its row, where the targets stand that it counts for. */
export function PointCard({
  point,
  chart,
  onClose,
}: {
  readonly point: MapPoint
  readonly chart: MapChart
  readonly onClose: () => void
}) {
  const layer = chart.layers.find(({ id }) => id === point.layer)
  const cell = chart.cells.find(({ id }) => id === point.cell)
  return (
    <section className={styles.card} aria-label={pointName(point)}>
      <h2>{pointName(point)}</h2>
      <dl>
        <dt>{m.map_number()}</dt>
        <dd>{point.number}</dd>
        <dt>{m.map_layers()}</dt>
        <dd>{layer && say(layer.label)}</dd>
        <dt>{m.map_mark()}</dt>
        <dd className={styles.mark}>
          <MapShape mark={point.mark} />
          {markName(point.mark)}
        </dd>
        {point.status && (
          <>
            <dt>{m.map_status()}</dt>
            <dd>{say(point.status)}</dd>
          </>
        )}
        <dt>{m.map_community()}</dt>
        <dd>{cell && say(cell.label)}</dd>
      </dl>
      <div className={styles.cardFoot}>
        <Link to="/ledger/$entryId" params={{ entryId: point.id }} className={linkClass}>
          {m.map_open_row()}
        </Link>
        <Button small onClick={onClose}>
          {m.map_close()}
        </Button>
      </div>
    </section>
  )
}
