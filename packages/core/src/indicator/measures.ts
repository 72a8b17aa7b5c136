import type { Register } from '../fact/index.ts'
import { assert } from '../shared/index.ts'
import type { Measure } from './tree/tree.ts'

/** What feeds do not say of a measure themselves. */
export interface MeasureNotes {
  /** Measures whose every figure is the sum of all months before it. */
  readonly cumulative: readonly string[]
  /** Units of quantities whose column names none. */
  readonly units: Readonly<Record<string, string>>
  /** Measures that come in as readings, which name theirs row by row. */
  readonly readings: readonly Measure[]
}

function unitOfFeed({ columns }: Register, gives: Register['feeds'][number]['gives']): string {
  if (gives === 'one') return ''
  const column = columns[gives.quantity]
  if (column?.kind === 'percentage') return '%'
  return column && 'unit' in column ? (column.unit ?? '') : ''
}

/** Every measure that registers feed, by its name; a note on a measure that none feeds stops the start. */
export function measuresOfRegisters(registers: readonly Register[], notes: MeasureNotes): ReadonlyMap<string, Measure> {
  const found = new Map<string, Measure>()
  for (const register of registers)
    for (const { serves, gives, says, about } of register.feeds) {
      if (!('measure' in serves)) continue
      const id = serves.measure
      const known = found.get(id)
      found.set(id, {
        id,
        label: known?.label ?? says,
        unit: notes.units[id] ?? unitOfFeed(register, gives),
        cumulative: notes.cumulative.includes(id),
        about: about !== undefined || (known?.about ?? false),
        register: register.label,
      })
    }
  for (const reading of notes.readings) {
    assert(!found.has(reading.id), `measure ${reading.id}: a register feeds it already; give the reading another name`)
    found.set(reading.id, reading)
  }
  for (const id of [...notes.cumulative, ...Object.keys(notes.units)])
    assert(found.has(id), `measure ${id}: no register feeds it; take its note away, or correct the name`)
  return found
}
