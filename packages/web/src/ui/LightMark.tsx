import type { Light } from '@guatu/contract'
import { lightName } from '../words/light.ts'
import { LightShape } from './LightShape.tsx'
import styles from './light.module.css'

/** A light with its name: `<LightMark light="red" />`. Pass `bare` where the name stands beside it anyway. */
export function LightMark({
  light,
  bare = false,
  size = 18,
}: {
  readonly light: Light
  readonly bare?: boolean
  readonly size?: number
}) {
  return (
    <span className={styles.mark} data-light={light}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        role={bare ? 'img' : undefined}
        aria-label={bare ? lightName(light) : undefined}
        aria-hidden={bare ? undefined : true}
      >
        <LightShape light={light} x={12} y={12} r={11} />
      </svg>
      {!bare && <span>{lightName(light)}</span>}
    </span>
  )
}
