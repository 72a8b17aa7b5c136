import type { Light, WallChart } from '@guatu/contract'
import { LightShape } from '../../ui/LightShape.tsx'
import { lightName } from '../../words/light.ts'
import styles from './wall.module.css'

const loud: readonly Light[] = ['red', 'orange', 'yellow', 'green', 'blue']
const quiet: readonly Light[] = ['noData', 'unset', 'uncheckable', 'notDue', 'standing', 'missing']

/** The five lights with their counts, nought or not; below them, small, the states without a light that occur. */
export function Legend({ counts }: { readonly counts: WallChart['counts'] }) {
  const there = quiet.filter((light) => (counts[light] ?? 0) > 0)
  return (
    <div className={styles.legend}>
      <ul className={styles.loud}>
        {loud.map((light) => (
          <Count key={light} light={light} count={counts[light] ?? 0} />
        ))}
      </ul>
      {there.length > 0 && (
        <ul className={styles.quiet}>
          {there.map((light) => (
            <Count key={light} light={light} count={counts[light] ?? 0} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Count({ light, count }: { readonly light: Light; readonly count: number }) {
  return (
    <li data-light={light}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <LightShape light={light} x={12} y={12} r={11} />
      </svg>
      <b>{count}</b>
      <span>{lightName(light)}</span>
    </li>
  )
}
