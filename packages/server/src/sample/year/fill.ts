import { addDays, assert, checkSignOf, type Day } from '@guatu/core/shared'
import type { Chance } from './chance.ts'

/** What a text of the data may speak of. */
export interface Scope {
  readonly on: Day
  readonly no: number
  readonly community: string
  readonly place: string
  readonly level: string
  readonly pools: Readonly<Record<string, readonly string[]>>
}

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** An invented code of a firm, of a district that does not exist; its check sign is right. */
function uscc(chance: Chance): string {
  const body = `91990000MA${Array.from({ length: 7 }, () => signs[chance.int(0, signs.length - 1)]).join('')}`
  return `${body}${checkSignOf(body)}`
}

const placesIn = (figure: string): number => figure.split('.')[1]?.length ?? 0
const shifted = (figure: string, places: number): number => {
  const [whole = '', part = ''] = figure.split('.')
  return Number(`${whole}${part.padEnd(places, '0')}`)
}

/** A whole number with the point set back in. */
export function withPoint(figure: number, places: number): string {
  if (places === 0) return String(figure)
  const digits = String(figure).padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

function between(range: string, chance: Chance): string {
  const [least = '', most = ''] = range.split('..')
  const places = Math.max(placesIn(least), placesIn(most))
  return withPoint(chance.int(shifted(least, places), shifted(most, places)), places)
}

/**
 * Fills the texts of one row, in their order. What is picked from a pool is picked once for the row: `{pool}`, or
 * `{pool.2}` of `a|b|c`. `{later:20..90}` is so many minutes after the last `{time:9..17}`.
 */
export function filler(scope: Scope, chance: Chance): (text: string) => string {
  const picked = new Map<string, readonly string[]>()
  let minutes = 0
  const clock = () => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const fromPool = (name: string, part: number): string => {
    const pool = scope.pools[name]
    assert(pool, `the sample has no pool called ${name}`)
    const parts = picked.get(name) ?? chance.pick(pool).split('|')
    picked.set(name, parts)
    return parts[part - 1] ?? ''
  }
  const one = (what: string): string => {
    const [, days] = /^day([+-]\d+)$/.exec(what) ?? []
    if (what === 'day' || days !== undefined) return addDays(scope.on, Number(days ?? 0))
    const [word = '', rest = ''] = what.split(/:(.*)/)
    switch (word) {
      case 'no':
        return String(scope.no).padStart(Number(rest || 1), '0')
      case 'n':
        return between(rest, chance)
      case 'time':
        minutes = Number(between(rest, chance)) * 60 + chance.pick([0, 15, 30, 45])
        return clock()
      case 'later':
        minutes += Number(between(rest, chance))
        return clock()
      case 'month':
        return String(Number(scope.on.slice(5, 7)))
      case 'monthStart':
        return `${scope.on.slice(0, 8)}01`
      case 'uscc':
        return uscc(chance)
      case 'community':
      case 'place':
      case 'level':
        return scope[word]
      default: {
        const [name = '', part = '1'] = word.split('.')
        return fromPool(name, Number(part))
      }
    }
  }
  const fill = (text: string): string => text.replaceAll(/\{([^{}]+)\}/g, (_, what: string) => fill(one(what)))
  return fill
}
