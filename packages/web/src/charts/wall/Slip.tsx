import type { WallTask } from '@guatu/contract'
import { LightShape, lightColour } from '../../ui/LightShape.tsx'
import type { DeckLayout, SlipPlace } from './layout.ts'
import { drawn, fillColour, isBehind, tickOf } from './marks.ts'
import { decoration } from './svg-roles.ts'
import { characterPitch } from './title.ts'
import styles from './wall.module.css'
import { slipWords } from './wording.ts'

export interface DeckDrawing {
  readonly deck: DeckLayout
  /** From a share of the year, 0 to 1, to a height. */
  readonly y: (share: number) => number
  /** Share of the year that is gone. */
  readonly elapsed: number
  /** Of the hatch patterns of this drawing. */
  readonly hatchId: string
}

/** One task: track, fill, light, title. A link, so that it has an address and is reached like any link. */
export function Slip({
  task,
  place,
  drawing,
  current,
}: {
  readonly task: WallTask
  readonly place: SlipPlace
  readonly drawing: DeckDrawing
  readonly current: boolean
}) {
  const { deck } = drawing
  return (
    <a
      href={`#t${task.number}`}
      data-slip={task.number}
      aria-label={slipWords(task)}
      tabIndex={current ? 0 : -1}
      className={styles.slip}
      data-light={task.light}
    >
      <rect
        x={place.x - deck.pitch / 2}
        y={deck.top - 4}
        width={deck.pitch}
        height={deck.areaY - deck.top}
        className={styles.hit}
      />
      <g {...decoration}>
        {task.months ? (
          <MonthBlocks months={task.months} x={place.x} deck={deck} fed={task.light !== 'noData'} />
        ) : (
          <Bar task={task} x={place.x} drawing={drawing} />
        )}
        <LightShape light={task.light} x={place.x} y={deck.lightY} r={deck.lightR} />
      </g>
      <Title place={place} deck={deck} />
    </a>
  )
}

function Bar({ task, x, drawing }: { readonly task: WallTask; readonly x: number; readonly drawing: DeckDrawing }) {
  const { deck, y, elapsed, hatchId } = drawing
  const left = x - deck.barWidth / 2
  const done = drawn(task.attainment)
  const planned = drawn(task.planned)
  const due = planned ?? elapsed
  const tick = tickOf(task, elapsed)
  const part = (from: number, to: number, fill: string) => (
    <rect x={left} y={y(to)} width={deck.barWidth} height={Math.max(0, y(from) - y(to))} fill={fill} />
  )
  const cap = Math.max(3.5, deck.lineWidth * 1.4)
  return (
    <>
      {part(0, 1, 'var(--track)')}
      {done !== null && part(0, done, fillColour(task))}
      {done !== null && done > 0 && !isBehind(task) && (
        <rect x={left} y={y(done)} width={deck.barWidth} height={cap} fill={lightColour(task.light)} />
      )}
      {isBehind(task) && done !== null && done < due && part(done, due, `url(#${hatchId}-${task.light})`)}
      {tick !== null && (
        <line x1={left - 3} x2={left + deck.barWidth + 3} y1={y(tick)} y2={y(tick)} className={styles.tick} />
      )}
    </>
  )
}

function MonthBlocks({
  months,
  x,
  deck,
  fed,
}: {
  readonly months: NonNullable<WallTask['months']>
  /** Whether anything was ever reported: a month is not missed where nothing is known to be due. */
  readonly fed: boolean
  readonly x: number
  readonly deck: DeckLayout
}) {
  const height = (deck.base - deck.top) / 12
  const gap = height > 20 ? 4 : 2.6
  return months.map((state, month) => {
    const line = state === 'missed' ? Math.min(3, (height - gap) / 3) : 0
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the month.
        key={month}
        x={x - deck.barWidth / 2 + line / 2}
        y={deck.base - height * (month + 1) + gap / 2 + line / 2}
        width={deck.barWidth - line}
        height={height - gap - line}
        strokeWidth={line}
        className={state === 'missed' && !fed ? styles.unknown : styles[state]}
      />
    )
  })
}

function Title({ place, deck }: { readonly place: SlipPlace; readonly deck: DeckLayout }) {
  const { lines, size } = place.title
  return (
    <text className={styles.title} fontSize={size} letterSpacing={size * (characterPitch - 1)}>
      {lines.map((line, i) => (
        // The first column of an upright title stands at the right.
        // biome-ignore lint/suspicious/noArrayIndexKey: the two columns never change places, and may be alike.
        <tspan key={i} x={place.x + (lines.length === 1 ? 0 : (0.5 - i) * size * 1.06)} y={deck.titleY}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
