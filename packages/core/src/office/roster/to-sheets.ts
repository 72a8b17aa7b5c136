import type { Day } from '../../shared/index.ts'
import { type Duty, dutyLabels } from '../duty.ts'
import type { RosterNow } from './now.ts'
import { holdingKindLabels, listMark, type RosterPart, unitKindLabels, wholeLineLabel } from './shape.ts'

/**
 * The rows below the headings of the three sheets that say what an office is: handed in again, they change nothing. What
 * is closed is left out.
 */
export function rowsFromRoster(
  now: RosterNow,
  today: Day,
): Readonly<Record<RosterPart, readonly (readonly string[])[]>> {
  const unitName = new Map(now.units.map((unit) => [unit.id, unit.name]))
  const nameOf = (id: string | null) => unitName.get(id ?? '') ?? ''
  const stands = ({ closedOn }: { readonly closedOn: string | null }) => closedOn === null || today < closedOn
  const labelOf = (duty: string) => dutyLabels[duty as Duty].zh
  return {
    units: now.units.filter(stands).map(({ name, kind, parentId }) => [name, unitKindLabels[kind], nameOf(parentId)]),
    posts: now.posts
      .filter(stands)
      .map(({ unitId, title, duties, wholeLine, line }) => [
        nameOf(unitId),
        title,
        duties.map(labelOf).join(listMark),
        wholeLine ? wholeLineLabel : line.map(nameOf).join(listMark),
      ]),
    people: now.holdings
      .filter(({ untilDay }) => untilDay === null || today <= untilDay)
      .flatMap(({ officerId, postId, kind, fromDay, untilDay }) => {
        const person = now.people.find((one) => one.id === officerId)
        const post = now.posts.find((one) => one.id === postId)
        if (!person || !post) return []
        const days = [fromDay, untilDay ?? '']
        return [[person.name, person.account ?? '', nameOf(post.unitId), post.title, holdingKindLabels[kind], ...days]]
      }),
  }
}
