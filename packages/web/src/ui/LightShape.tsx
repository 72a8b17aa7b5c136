import type { Light } from '@guatu/contract'

/** The full colour of a light as a CSS variable. Shape carries the state as well: colour alone never does. */
export const lightColour = (light: Light): string => {
  const named: Partial<Record<Light, string>> = {
    blue: 'var(--blue)',
    green: 'var(--green)',
    yellow: 'var(--yellow)',
    orange: 'var(--orange)',
    red: 'var(--red)',
  }
  return named[light] ?? 'var(--stone)'
}

/**
 * A light as a drawing inside an `<svg>`, centred on `x`, `y`, about `r` in radius. A red light is a square plate
 * (红牌), never a flag: 红旗 is an honour.
 */
export function LightShape({
  light,
  x,
  y,
  r,
}: {
  readonly light: Light
  readonly x: number
  readonly y: number
  readonly r: number
}) {
  return (
    <g transform={`translate(${x},${y}) scale(${r / 11}) translate(-12,-12)`} color={lightColour(light)}>
      {shapes[light]}
    </g>
  )
}

const Ring = ({ children, dash, width = 2.6 }: { children?: React.ReactNode; dash?: string; width?: number }) => (
  <>
    <circle
      cx="12"
      cy="12"
      r="9.4"
      fill="none"
      stroke="currentColor"
      strokeWidth={width}
      strokeDasharray={dash}
      strokeLinecap="round"
    />
    {children}
  </>
)

const shapes: Record<Light, React.ReactNode> = {
  blue: (
    <>
      <circle cx="12" cy="12" r="11" fill="currentColor" />
      <path
        d="M6.5 12.5l4 4 7-8"
        fill="none"
        stroke="var(--panel)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  green: <circle cx="12" cy="12" r="10" fill="currentColor" />,
  yellow: <path d="M12 1.5L23 21.5H1z" fill="currentColor" />,
  orange: <path d="M12 .5L23.5 12 12 23.5.5 12z" fill="currentColor" />,
  red: (
    <>
      <rect x="1" y="1" width="22" height="22" fill="currentColor" />
      <path d="M12 5v9M12 17v2.6" stroke="var(--on-red)" strokeWidth="3.4" />
    </>
  ),
  notDue: <Ring width={1.7} />,
  unset: (
    <Ring>
      <path
        d="M8.9 9.4c.2-1.9 1.5-3 3.2-3s3.1 1.1 3.1 2.8c0 1.4-.8 2.1-1.8 2.8-.9.6-1.3 1.1-1.3 2.2M12.1 16.4v1.9"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
      />
    </Ring>
  ),
  noData: (
    <Ring>
      <path d="M7.5 12h9" stroke="currentColor" strokeWidth="2.6" />
    </Ring>
  ),
  uncheckable: <Ring dash="0.1 5.9" width={3.2} />,
  standing: <path d="M5 2.5h14v5H5zM5 9.5h14v5H5zM5 16.5h14v5H5z" fill="currentColor" />,
  missing: (
    <rect
      x="5"
      y="1.5"
      width="14"
      height="21"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeDasharray="3.5 3"
    />
  ),
}
