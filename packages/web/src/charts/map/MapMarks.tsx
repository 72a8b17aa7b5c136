import type { MapChart } from '@guatu/contract'
import { memo } from 'react'
import { decoration } from '../wall/svg-roles.ts'
import { shapes } from './shapes.ts'
import type { Spot } from './spots.ts'

/** The points as shapes. They are drawing only: the list beside says the same in words. */
export const MapMarks = memo(function MapMarks({
  chart,
  spots,
}: {
  readonly chart: MapChart
  readonly spots: readonly Spot[]
}) {
  return (
    <g {...decoration} fillRule="evenodd">
      {spots.toReversed().map(({ x, y, r, point }) => {
        const shape = shapes[chart.points[point]?.mark ?? 'standing']
        return (
          <path
            key={point}
            d={shape.path}
            fill={`var(${shape.colour})`}
            transform={`translate(${x.toFixed(1)},${y.toFixed(1)}) scale(${r.toFixed(2)})`}
          />
        )
      })}
    </g>
  )
})
