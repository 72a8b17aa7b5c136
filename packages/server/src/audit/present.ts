import type * as contract from '@guatu/contract'
import { type AuditEntry, type Checkpoint, inGroups } from '@guatu/core/audit'
import type { PolicyRow } from '../platform/policy.ts'

type Policy = ReadonlyMap<string, PolicyRow>

/** A record as the auditor sees it, with what the policy table calls its route and what its unit is called. */
export function presentEntry(
  policy: Policy,
  unitNames: ReadonlyMap<string, string>,
  entry: AuditEntry,
): contract.AuditRow {
  const label = policy.get(entry.route)?.label ?? { zh: entry.route, en: entry.route }
  return { ...entry, detail: { ...entry.detail }, unit: unitNames.get(entry.unitId ?? '') ?? '', label }
}

/** A checkpoint with its hashes in the groups in which they are read aloud. */
export const printed = ({ size, at, suite, root, head }: Checkpoint) => ({
  size,
  at,
  suite,
  root: inGroups(root),
  head: inGroups(head),
})

/** The routes that the policy table calls by these words, in either language. */
export const routesCalled =
  (policy: Policy) =>
  (words: string): readonly string[] => {
    const wanted = words.toLowerCase()
    return [...policy.values()]
      .filter(({ label }) => label.zh.includes(wanted) || label.en.toLowerCase().includes(wanted))
      .map(({ route }) => route)
  }
