import { instant } from '@guatu/core/shared'
import { officePolicy } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Since } from '../platform/http.ts'
import { rosterPolicy } from './policy.ts'

/** The changes of what a roster speaks of: units, posts, people and who holds what. */
const did = new Map(
  [...officePolicy, ...rosterPolicy]
    .filter(({ route }) => /^POST \/api\/(?:units|posts|holdings|roster\/apply)\b/.test(route))
    .map(({ route, label }) => [route, label]),
)

// Whoever comes back to a long list wants the latest; the log itself holds them all.
const shownMax = 50

/** What was changed in an office's units, posts and people from a moment on, by the office's own record, the earliest first. */
export async function rosterChangesSince(tx: Tx, officeId: string, seenAt: string): Promise<Since[]> {
  const rows = await tx
    .selectFrom('audit')
    .where('officeId', '=', officeId)
    .where('at', '>=', seenAt)
    .where('route', 'in', [...did.keys()])
    .where('outcome', '=', 'done')
    .select(['officerName', 'at', 'route'])
    .orderBy('seq', 'desc')
    .limit(shownMax)
    .execute()
  return rows
    .map(({ officerName, at, route }) => ({
      by: officerName,
      at: instant(new Date(at).toISOString()),
      did: did.get(route) ?? { zh: route, en: route },
    }))
    .toReversed()
}
