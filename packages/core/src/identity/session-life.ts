import type { Instant } from '../shared/index.ts'
import type { IdentityProfile } from './profile.ts'

/** What of a session its life depends on. */
export interface SessionTimes {
  readonly startedAt: Instant
  readonly lastSeenAt: Instant
}

const passed = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from)

/** Whether a session that was signed in to is over: idle too long, or too long altogether. */
export function isOver(times: SessionTimes, now: Instant, ofAdministrator: boolean, { session }: IdentityProfile) {
  const idle = ofAdministrator ? session.idleMinutesOfAdministrators : session.idleMinutes
  return (
    passed(times.lastSeenAt, now) >= idle.value * 60_000 ||
    passed(times.startedAt, now) >= session.hoursMax.value * 3_600_000
  )
}

/** Whether it should be noted again that the session was seen. */
export const isSeenAnew = ({ lastSeenAt }: SessionTimes, now: Instant, { session }: IdentityProfile): boolean =>
  passed(lastSeenAt, now) >= session.seenSeconds.value * 1000

/** Whether the steps of a sign-in have taken too long. */
export const isStale = ({ startedAt }: SessionTimes, now: Instant, { signIn }: IdentityProfile): boolean =>
  passed(startedAt, now) >= signIn.stepsMinutes.value * 60_000
