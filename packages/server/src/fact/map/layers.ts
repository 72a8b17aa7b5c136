import type { Register } from '@guatu/core/fact'
import { type Within, withinOf } from '@guatu/core/office'
import type { Seat } from '../../platform/seat.ts'
import { mayEver } from '../access.ts'

/** 图层: a register whose rows lie on the map, and the column that says where. */
export interface Layer {
  readonly register: Register
  readonly geometry: string
  /** Which of its rows whoever asks may see. */
  readonly within: Within
}

/** The layers for a post. What only a circle may see (限制知悉) and what is need-to-know (L3) lies on no map. */
export function layersFor(registers: readonly Register[], seat: Seat): readonly Layer[] {
  return registers.flatMap((register) => {
    const { geometry, columns, privacy, access } = register
    const column = geometry === undefined ? undefined : columns[geometry]
    if (geometry === undefined || !column || access.restricted || !mayEver(register, 'read', seat)) return []
    if (privacy === 'L3' || column.privacy === 'L3') return []
    return [{ register, geometry, within: withinOf(access.read, seat) }]
  })
}
