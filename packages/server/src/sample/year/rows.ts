import { type LonLat, liesIn } from '@guatu/core/fact'
import { addDays, assert, type Day } from '@guatu/core/shared'
import { type Chance, chanceFrom, seedOf } from './chance.ts'
import { daysOf, monthsOfYear, type YearDays } from './days.ts'
import { filler, withPoint } from './fill.ts'
import type { Plot, Stream } from './plot.ts'

/** Something that happened and belongs into a ledger. */
export interface Happening {
  readonly stream: Stream
  readonly on: Day
  readonly weak: boolean
  readonly status: string | null
  readonly values: Readonly<Record<string, string>>
  readonly amended: Readonly<Record<string, string>>
}

/** A total over twelve months by their weights; what is rounded off in one is made up in the next. */
export function overMonths(total: number, weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((sum, one) => sum + one, 0)
  let [passed, given] = [0, 0]
  return weights.map((weight) => {
    passed += weight
    const due = Math.floor((2 * total * passed + whole) / (2 * whole))
    const share = due - given
    given = due
    return share
  })
}

/** Whether nothing comes on a day: something is broken, or there is nothing to report. */
const isSilent = ({ silent, level }: Stream, on: Day): boolean =>
  silent.some(({ from, to }) => on >= from && on <= to) || Number(level?.months[monthAt(on)] ?? '1') === 0

const monthAt = (on: Day): number => Number(on.slice(5, 7)) - 1

/** The days of a stream, in order. */
function daysIn(stream: Stream, { weights, rates }: Plot, days: YearDays, chance: Chance): readonly Day[] {
  if (stream.on) return stream.on
  const months = monthsOfYear(days.year)
  if (stream.each === 'day') return months.flatMap(daysOf)
  if (stream.each === 'month') return months.flatMap((month) => daysOf(month).slice(-1))
  const monthly = typeof stream.weights === 'string' ? weights[stream.weights] : stream.weights
  assert(monthly, `the sample has no weights called ${String(stream.weights)}`)
  const count = stream.count ?? 0
  const total = Math.round((count * (1000 + chance.int(-rates.strays, rates.strays))) / 1000)
  return overMonths(total, monthly).flatMap((share, i) => {
    const all = daysOf(months[i] ?? '')
    const fit = stream.daysOff ? all : all.filter(days.isWorked)
    return Array.from({ length: share }, () => chance.pick(fit)).toSorted()
  })
}

// Coordinates to the metre.
const places = 5

/** A place in a community, its boundary left aside. */
function placeIn(ring: readonly LonLat[], chance: Chance): string {
  const scale = 10 ** places
  const along = (axis: 0 | 1) => {
    const figures = ring.map((corner) => Math.round(corner[axis] * scale))
    return chance.int(Math.min(...figures) + 1, Math.max(...figures) - 1)
  }
  for (;;) {
    const [lon, lat] = [along(0), along(1)]
    if (liesIn({ ring, marginM: 0 }, [lon / scale, lat / scale]))
      return `${withPoint(lon, places)},${withPoint(lat, places)}`
  }
}

function levelOn({ level }: Stream, on: Day, chance: Chance): string {
  if (!level) return ''
  const figure = level.months[monthAt(on)] ?? '0'
  const [whole = '', part = ''] = figure.split('.')
  const scaled = Number(`${whole}${part.padEnd(level.places, '0')}`)
  return withPoint(Math.round((scaled * (100 + chance.int(-level.strays, level.strays))) / 100), level.places)
}

/** All that happens in a stream in the year. */
export function happeningsOf(seed: number, stream: Stream, plot: Plot, days: YearDays): readonly Happening[] {
  const chance = chanceFrom(seedOf(seed, stream.id))
  const heavy = plot.communities.map(({ weight }) => weight)
  return daysIn(stream, plot, days, chance)
    .filter((on) => !isSilent(stream, on))
    .map((on, i) => {
      const community = plot.communities[chance.weighed(heavy)]
      assert(community, 'the sample has communities')
      const scope = {
        on,
        no: i + 1,
        community: community.name,
        place: placeIn(community.ring, chance),
        level: levelOn(stream, on, chance),
        pools: { ...plot.pools, ...stream.pools },
      }
      const fill = filler(scope, chance)
      const filled = (texts: Readonly<Record<string, string>>) =>
        Object.fromEntries(Object.entries(texts).map(([column, text]) => [column, fill(text)]))
      const status = stream.status === undefined ? null : fill(stream.status)
      const [values, amended] = [filled(stream.values), filled(stream.amended)]
      return { stream, on, weak: community.weak, status, values, amended }
    })
}

/** The day from which a row may be entered: what it tells of is over by then. */
export const readyOn = (on: Day): Day => addDays(on, 1)
