import { createHash } from 'node:crypto'
import { type Instant, instant } from '@guatu/core/shared'
import type { Clock } from '../clock.ts'
import type { Database } from '../db.ts'
import type { Budget, Limits } from './limits.ts'
import { claimPart, sweepRates } from './rate-store.ts'

/** Counts what people and addresses ask. */
export interface Rates {
  /** Takes one request from the budget; null where it may go on, else the seconds until the next window. */
  ofPerson(officerId: string, budget: Budget): Promise<number | null>
  ofAddress(address: string, budget: Budget): Promise<number | null>
}

interface Purse {
  left: number
  claimed: number
  isSpent: boolean
  filling: Promise<void> | null
}

const hashOf = (subject: string): string => createHash('sha256').update(subject).digest('base64url')

// Whoever has one address of the sixth version has a whole network of them.
const networkOf = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address

const sweepEveryWindows = 60

/** The counter of one process. It claims its share part by part, so that a request rarely waits for the database. */
export function openRates(db: Database, clock: Clock, limits: Limits): Rates {
  const windowMs = limits.windowSeconds * 1000
  let began = Number.NEGATIVE_INFINITY
  let sweptAt = Number.NEGATIVE_INFINITY
  let purses = new Map<string, Purse>()

  const momentOf = (ms: number): Instant => instant(new Date(ms).toISOString())

  function turnTo(start: number): void {
    if (start === began) return
    began = start
    purses = new Map()
    if (start - sweptAt < sweepEveryWindows * windowMs) return
    sweptAt = start
    // Old rows are in nobody's way; where they cannot be swept now, a later window does it.
    sweepRates(db, momentOf(start - windowMs)).catch(() => {})
  }

  function purseOf(subject: string, budget: Budget): Purse {
    const name = `${budget} ${subject}`
    const purse = purses.get(name) ?? { left: 0, claimed: 0, isSpent: false, filling: null }
    purses.set(name, purse)
    return purse
  }

  async function fill(purse: Purse, subject: string, budget: Budget, max: number): Promise<void> {
    const part = Math.ceil(max / limits.parts)
    const claim = { subject: hashOf(subject), budget, since: momentOf(began), part, max }
    // Without the database nothing else works either; this process then keeps the limit for itself.
    const got = await claimPart(db, claim).catch(() => Math.min(part, max - purse.claimed))
    purse.left += got
    purse.claimed += got
    purse.isSpent = got <= 0
  }

  async function take(subject: string, budget: Budget, max: number): Promise<number | null> {
    const now = Date.parse(clock.now())
    const start = now - (now % windowMs)
    turnTo(start)
    const purse = purseOf(subject, budget)
    while (purse.left <= 0 && !purse.isSpent) {
      purse.filling ??= fill(purse, subject, budget, max).finally(() => {
        purse.filling = null
      })
      await purse.filling
    }
    if (purse.left <= 0) return Math.ceil((start + windowMs - now) / 1000)
    purse.left -= 1
    return null
  }

  return {
    ofPerson: (officerId, budget) => take(`person ${officerId}`, budget, limits.perPerson[budget]),
    ofAddress: (address, budget) =>
      take(`address ${networkOf(address)}`, budget, limits.perPerson[budget] * limits.peoplePerAddress),
  }
}
