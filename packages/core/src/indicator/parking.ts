import {
  compare,
  type Decimal,
  decimal,
  type Exact,
  exactly,
  exactMinus,
  exactOver,
  exactPlus,
  exactTimes,
  minus,
} from '../shared/index.ts'

/** 停车缺口 (1–36, ALG-16): what a mechanical space counts, and from what occupancy a gap presses in full. */
export interface ParkingRules {
  /** Of one mechanical space, as a part of one. */
  readonly mechanicalUse: Decimal
  /** In per cent. */
  readonly fullFrom: Decimal
  /** What a gap weighs below that, as a part of one. */
  readonly otherwise: Decimal
}

/** One zone as it was surveyed; vehicles are numbers, never plates. */
export interface ParkingZone {
  readonly spaces: Decimal
  /** How many of them are mechanical. */
  readonly mechanical: Decimal
  readonly vehicles: Decimal
  /** In per cent. */
  readonly occupancy: Decimal
}

export interface ParkingGap {
  readonly supply: Exact
  /** Below 0 where spaces are left. */
  readonly gap: Exact
  /** Supply against demand, in per cent; null where no vehicle was there. */
  readonly share: Exact | null
  readonly priority: Exact
}

const hundred = decimal(100)

/** How many spaces a zone is short of, and how much that presses. */
export function parkingGap({ spaces, mechanical, vehicles, occupancy }: ParkingZone, rules: ParkingRules): ParkingGap {
  const supply = exactPlus(
    exactly(minus(spaces, mechanical)),
    exactTimes(exactly(mechanical), exactly(rules.mechanicalUse)),
  )
  const gap = exactMinus(exactly(vehicles), supply)
  const isFull = compare(occupancy, rules.fullFrom) >= 0
  return {
    supply,
    gap,
    share: exactOver(exactTimes(supply, exactly(hundred)), exactly(vehicles)),
    priority: isFull ? gap : exactTimes(gap, exactly(rules.otherwise)),
  }
}
