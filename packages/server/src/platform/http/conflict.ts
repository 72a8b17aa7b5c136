import { reject, type Words } from '@guatu/core/shared'
import { platformProblems } from '../problems.ts'

/** One thing that somebody else did in the meantime. */
export interface Since {
  readonly by: string
  readonly at: string
  readonly did: Words
  /** The reason that was given for it, where one was. */
  readonly because?: string
  /** What it was in full, where the caller may see that. */
  readonly decision?: unknown
}

/** What stands now beside what the caller had typed: what was done since, or the thing itself as it stands. */
export interface Theirs {
  readonly since?: readonly Since[]
  readonly standing?: unknown
}

/** Refuses a change that was made against an older version than the one that stands. */
export const versionConflict = (yours: number, current: number, theirs: Theirs = {}) =>
  reject(platformProblems('request.version_conflict', { yours, current, ...theirs }))
