import type { Day } from '../../shared/index.ts'
import { changePeople, type PeopleChange } from './change-people.ts'
import { changePosts } from './change-posts.ts'
import { changeUnits } from './change-units.ts'
import type { RosterFile } from './from-sheets.ts'
import type { RosterNow } from './now.ts'
import type { RowOutcome } from './outcome.ts'
import type { RosterStep } from './step.ts'

export interface RosterChange {
  /** What becomes of every row, in the order of the sheets. */
  readonly rows: readonly RowOutcome[]
  /** What has to be done for the rows that are taken, in an order in which it can be. None: nothing changes. */
  readonly steps: readonly RosterStep[]
  readonly absent: PeopleChange['absent']
}

/** Compares a roster file with what the office is. The same file against what it has led to changes nothing. */
export function changeByRoster(
  file: RosterFile,
  now: RosterNow,
  settings: { readonly isFormal: boolean; readonly today: Day },
): RosterChange {
  const units = changeUnits(file.units, now)
  const posts = changePosts(file.posts, now, units)
  const people = changePeople(file.people, now, posts, units.whyNoUnit, settings)
  return {
    rows: [...units.outcomes, ...posts.outcomes, ...people.outcomes],
    steps: [...units.steps, ...posts.steps, ...people.steps],
    absent: people.absent,
  }
}
