import type { WallTask } from '@guatu/contract'
import { overdueDays } from './marks.ts'
import { placePlate } from './place-plate.ts'
import type { DeckDrawing } from './Slip.tsx'
import { decoration } from './svg-roles.ts'
import styles from './wall.module.css'
import { plateWords } from './wording.ts'

/** The red plate with the days overdue, hung into the slip's own track, so that it never covers a neighbour. */
export function Plate({
  task,
  x,
  drawing,
}: {
  readonly task: WallTask
  readonly x: number
  readonly drawing: DeckDrawing
}) {
  const days = overdueDays(task)
  if (days === null) return null
  const { deck, y, elapsed } = drawing
  const plate = placePlate(days, plateWords(), {
    x,
    pitch: deck.pitch,
    top: deck.top,
    base: deck.base,
    lineY: y(elapsed),
    lineWidth: deck.lineWidth,
  })
  return (
    <g className={styles.plate} {...decoration}>
      <rect
        x={plate.x - 2}
        y={plate.y - 2}
        width={plate.width + 4}
        height={plate.height + 4}
        className={styles.plateEdge}
      />
      <rect x={plate.x} y={plate.y} width={plate.width} height={plate.height} className={styles.plateFace} />
      {plate.cells.map((cell) => (
        <text key={cell.y} x={x} y={cell.y} fontSize={cell.size}>
          {cell.words}
        </text>
      ))}
    </g>
  )
}
