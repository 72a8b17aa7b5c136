import { addDays, type Day, day, endOfDay, type Instant, instant } from '@guatu/core/shared'

/** A clock that a story moves. Each look at it is a millisecond later than the one before, as in life. */
export interface StoryClock {
  now(): Instant
  /** Goes to ten in the morning of a day in China. */
  goTo(on: string): void
  /** Lets so many seconds pass. */
  pass(seconds: number): void
}

const tenInTheMorning = (on: Day): number => Date.parse(endOfDay(addDays(on, -1))) + 1 + 10 * 3_600_000

export function storyClock(today: string): StoryClock {
  let at = tenInTheMorning(day(today))
  return {
    now: () => instant(new Date(at++).toISOString()),
    goTo: (on) => {
      at = tenInTheMorning(day(on))
    },
    pass: (seconds) => {
      at += seconds * 1000
    },
  }
}
