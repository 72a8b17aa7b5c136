import type { MapChart, MapMark } from '@guatu/contract'
import { m } from '../../words/index.ts'
import styles from './map.module.css'
import { marks } from './marks.ts'
import { shapes } from './shapes.ts'
import { markName } from './wording.ts'

/** A mark as it stands on the map. */
export const MapShape = ({ mark }: { readonly mark: MapMark }) => (
  <svg width={16} height={16} viewBox="-1.2 -1.2 2.4 2.4" aria-hidden="true" className={styles.shape}>
    <path d={shapes[mark].path} fill={`var(${shapes[mark].colour})`} fillRule="evenodd" />
  </svg>
)

/** 图例: each mark with its name and how many points have it. */
export function MapLegend({ points }: Pick<MapChart, 'points'>) {
  const counts = Map.groupBy(points, ({ mark }) => mark)
  return (
    <ul className={styles.legend} aria-label={m.map_legend()}>
      <li>{m.map_legend()}</li>
      {marks.map((mark) => (
        <li key={mark}>
          <MapShape mark={mark} />
          <span>{markName(mark)}</span>
          <b>{counts.get(mark)?.length ?? 0}</b>
        </li>
      ))}
    </ul>
  )
}
