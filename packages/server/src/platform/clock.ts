import { type Instant, instant } from '@guatu/core/shared'

/** Tells the time. Handed in, so that a test or a sample office can live on another day. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => instant(new Date().toISOString()) }
