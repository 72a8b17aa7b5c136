import { decimal, type Exact, exactly, exactTimes, readUnit, unitAt } from '../shared/index.ts'

// One word of each row in the first of it: what is measured may be said in any of them.
const sizes: readonly Readonly<Record<string, number>>[] = [
  { 米: 1, km: 1000 },
  { m2: 1, ha: 10_000, km2: 1_000_000 },
]

const isCounted = (unit: string): boolean => unit !== '' && unitAt(unit, 0, '').kind === 'count'

/** How many canonical units of `to` one of `from` is; null where one cannot be said in the other. */
function factorOf(from: string, to: string): Exact | null {
  if (from === to) return exactly(decimal(1))
  const size = sizes.find((size) => from in size && to in size)
  if (size) return exactly(decimal(size[from] ?? 1), decimal(size[to] ?? 1))
  // Things are counted by many words: 20 家 are 20 个.
  return isCounted(from) && isCounted(to) ? exactly(decimal(1)) : null
}

/** How many canonical units of `to` one printed unit `from` is: 万元 in 亿元 are 10000 CNY, 米 in 公里 a thousandth km. */
export function unitsIn(from: string, to: string): Exact | null {
  const [own, other] = [readUnit(from), readUnit(to)]
  const factor = factorOf(own.unit, other.unit)
  return factor && exactTimes(factor, exactly(own.scale))
}

/** A value in another unit, canonical; null where it cannot be said in it. */
export function inUnit(value: Exact, from: string, to: string): Exact | null {
  const factor = unitsIn(from, to)
  return factor && exactTimes(value, factor)
}
