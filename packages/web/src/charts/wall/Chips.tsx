import type { WallTask } from '@guatu/contract'
import { badgeName } from '../../words/light.ts'
import type { DeckLayout } from './layout.ts'
import { decoration } from './svg-roles.ts'
import styles from './wall.module.css'

/**
 * Badges other than overdue: small upright plates standing on the ground, the first two of them. Like the overdue
 * plate they stand outside the link, whose name says them in words.
 */
export function Chips({ task, x, deck }: { readonly task: WallTask; readonly x: number; readonly deck: DeckLayout }) {
  const size = Math.min(deck.barWidth * 0.58, (deck.base - deck.top) * 0.085, 22)
  const words = task.badges.filter((badge) => badge.kind !== 'overdue').map(badgeName)
  let ground = deck.base - size * 0.3
  return words.slice(0, 2).map((badge) => {
    const cells = /^\p{Script=Han}/u.test(badge) ? (badge.match(/\d+|./gu) ?? []) : [badge.charAt(0).toUpperCase()]
    const height = cells.length * size * 1.08 + size * 0.4
    ground -= height + size * 0.25
    const top = ground + size * 0.25
    return (
      <g key={badge} className={styles.chip} {...decoration}>
        <rect x={x - size * 0.68} y={top} width={size * 1.36} height={height} />
        {cells.map((cell, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the cells of one word never change places.
          <text key={i} x={x} y={top + size * (1.04 + i * 1.08)} fontSize={size} textAnchor="middle">
            {cell}
          </text>
        ))}
      </g>
    )
  })
}
