import type { MapMark } from '@guatu/contract'

/** How a mark is drawn about nought with a radius of one: a path whose inner parts are left open (even-odd). */
interface Shape {
  readonly path: string
  readonly colour: string
}

const disc = 'M-1 0A1 1 0 1 0 1 0A1 1 0 1 0-1 0Z'

/** Shape and colour both say the mark, as on the wall: what is late is a red plate, what is done has a tick. */
export const shapes: Readonly<Record<MapMark, Shape>> = {
  late: {
    path: 'M-.95-.95H.95V.95H-.95ZM-.16-.62V.2H.16V-.62ZM-.16.4V.68H.16V.4Z',
    colour: '--red',
  },
  waiting: { path: `${disc}M-.58 0A.58 .58 0 1 0 .58 0A.58 .58 0 1 0-.58 0Z`, colour: '--yellow' },
  running: { path: disc, colour: '--green' },
  ended: { path: `${disc}M-.6.06L-.38-.16L-.12.1L.4-.44L.62-.22L-.12.54Z`, colour: '--blue' },
  standing: { path: 'M0-1.1L1.1 0L0 1.1L-1.1 0Z', colour: '--stone' },
}
