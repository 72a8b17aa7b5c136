import { type Exact, exactly } from './exact.ts'
import { type Decimal, times } from './quantity.ts'
import { readUnit } from './unit.ts'

/** A kept quantity of a measure as the measure has it: kept in 元 where the measure is in 万元. */
export function asMeasured(quantity: Decimal, kept: string, measure: string): Exact {
  const [own, other] = [readUnit(kept), readUnit(measure)]
  return own.unit === other.unit ? exactly(times(quantity, own.scale), other.scale) : exactly(quantity)
}
