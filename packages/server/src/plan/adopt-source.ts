import {
  countsOf,
  firstVersion,
  nextVersion,
  type PlanVersion,
  reviewProblems,
  wrongAdoptedDay,
} from '@guatu/core/plan'
import { accept, type Day, dayOf, type Instant, type Result, reject } from '@guatu/core/shared'
import { addUnits } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Ask } from '../platform/http.ts'
import { addVersion } from './add-version.ts'
import { knownAfter, newestPlan } from './plan-store.ts'
import type { UnderReview } from './source-store.ts'

export interface Adopter {
  readonly officeId: string
  readonly officerId: string
  readonly now: Instant
}

export const adopterOf = ({ office, seat, now }: Pick<Ask, 'office' | 'seat' | 'now'>): Adopter => ({
  officeId: office.id,
  officerId: seat.officerId,
  now,
})

export interface Adoption {
  readonly adoptedOn: Day
  readonly paperNumber: string
  /** Open phrases are taken as read only where the person has said so. */
  readonly withOpen: boolean
}

export interface VersionMade {
  readonly year: number
  readonly version: number
}

/** Freezes what a source gives as the next version of its year's plan, and adds the units that it names. */
export async function freezeVersion(
  tx: Tx,
  by: Adopter,
  source: { readonly id: string; readonly year: number; readonly title: string },
  fresh: PlanVersion,
  { adoptedOn, paperNumber }: Pick<Adoption, 'adoptedOn' | 'paperNumber'>,
): Promise<VersionMade> {
  const { year } = source
  const before = await newestPlan(tx, by.officeId, year)
  const plan = before ? nextVersion(before.plan, fresh) : fresh
  const version = (before?.version ?? 0) + 1
  const adopted = {
    year,
    version,
    sourceId: source.id,
    says: source.title,
    adoptedOn,
    adoptedAt: knownAfter(before, by.now),
    adoptedBy: by.officerId,
    paperNumber,
  }
  await addVersion(tx, by.officeId, adopted, plan, before?.plan ?? null)
  const units = fresh.tasks.flatMap((task) => [...task.lead, ...task.support])
  await addUnits(tx, by.officeId, units, by.now)
  return { year, version }
}

/** Adopts a reviewed source. Refuses when it was adopted before, was set aside or is to be later, or when nothing was read or phrases are open. */
export async function adoptSource(
  tx: Tx,
  by: Adopter,
  under: UnderReview,
  adoption: Adoption,
): Promise<Result<VersionMade>> {
  const { source, reading, review } = under
  if (under.adoptedAs) return reject(reviewProblems('review.adopted', { version: under.adoptedAs }))
  if (review.setAside !== null) return reject(reviewProblems('review.set_aside', {}))
  const wrong = wrongAdoptedDay(adoption.adoptedOn, dayOf(by.now))
  if (wrong) return reject(wrong)
  if (review.tasks.length === 0) return reject(reviewProblems('review.nothing_read', {}))
  const { open, doubtful } = countsOf(review.items)
  if (open > 0 && !adoption.withOpen) return reject(reviewProblems('review.still_open', { open, doubtful }))
  const fresh = firstVersion(reading, review, source.report.text, source.id)
  return accept(await freezeVersion(tx, by, source, fresh, adoption))
}
