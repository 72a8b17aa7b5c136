import { type Day, day } from '../../shared/index.ts'
import { type Column, checkValue } from '../columns/index.ts'
import type { OfficeContext, Value } from '../columns/value.ts'
import type { OfficeArea } from '../place/area.ts'

export const today: Day = day('2023-06-30')

/** A made-up square of some six kilometres by the mouth of the Pearl River, and 500 m around it. */
export const area: OfficeArea = {
  ring: [
    [113.74, 22.68],
    [113.8, 22.68],
    [113.8, 22.74],
    [113.74, 22.74],
  ],
  marginM: 500,
}

/** An office with two units, two communities, one target and one row, `r1`, in every register. */
export const office: OfficeContext = {
  today,
  units: new Set(['城管办', '公共服务办']),
  communities: new Set(['和平', '塘尾']),
  targets: new Set(['t1']),
  area,
  hasRow: (_, id) => id === 'r1',
}

/** What a column makes of a value: its canonical form, or the code of the problem. */
export function madeOf(column: Column, value: Value, context: OfficeContext = office): unknown {
  const checked = checkValue(column, value, context)
  return checked.ok ? checked.value : checked.problem.code
}
