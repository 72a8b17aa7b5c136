import { cliProblems } from '@guatu/cli/problems'
import { auditProblems } from '@guatu/core/audit'
import { areaProblems, communityMapProblems, factProblems, rowProblems, sheetProblems } from '@guatu/core/fact'
import { identityProblems } from '@guatu/core/identity'
import { indicatorProblems } from '@guatu/core/indicator'
import { officeProblems, rosterProblems } from '@guatu/core/office'
import { reviewProblems } from '@guatu/core/plan'
import type { Words } from '@guatu/core/shared'
import { textProblems } from '@guatu/core/text'
import { approvalProblems } from '@guatu/server/approval/problems'
import { auditorProblems } from '@guatu/server/audit/problems'
import { exportProblems } from '@guatu/server/backup/export-problems'
import { backupProblems } from '@guatu/server/backup/problems'
import { evidenceProblems } from '@guatu/server/evidence/problems'
import { importProblems } from '@guatu/server/fact/import/problems'
import { ownProblems } from '@guatu/server/fact/own/problems'
import { sourceSystemProblems } from '@guatu/server/fact/source/problems'
import { firstRunProblems } from '@guatu/server/first-run/problems'
import { oidcProblems } from '@guatu/server/identity/oidc/problems'
import { wallPassProblems } from '@guatu/server/identity/wall-pass/problems'
import { trailProblems } from '@guatu/server/platform/audit/problems'
import { startProblems } from '@guatu/server/platform/postgres/problems'
import { platformProblems } from '@guatu/server/platform/problems'

interface Entry {
  readonly kind: string
  readonly says: (facts: never) => Words
  readonly next: Words
}

const catalogues = [
  startProblems,
  platformProblems,
  officeProblems,
  identityProblems,
  auditProblems,
  textProblems,
  reviewProblems,
  factProblems,
  rowProblems,
  areaProblems,
  communityMapProblems,
  sheetProblems,
  importProblems,
  sourceSystemProblems,
  ownProblems,
  indicatorProblems,
  cliProblems,
  backupProblems,
  exportProblems,
  evidenceProblems,
  auditorProblems,
  trailProblems,
  wallPassProblems,
  rosterProblems,
  approvalProblems,
  oidcProblems,
  firstRunProblems,
]

// Every fact stands as its own name in braces, so that the page shows the sentence with its gaps.
const gaps = new Proxy({}, { get: (_, name) => ({ toString: () => `{${String(name)}}`, valueOf: () => Number.NaN }) })

// What is worked out of a fact has no name to stand for it.
const line = (text: string): string => `- ${text.replaceAll('NaN', '…').replaceAll('\n', ' ')}`

const sectionOf = ([code, { kind, says, next }]: readonly [string, Entry]): string => {
  const { zh, en } = says(gaps as never)
  return [`## ${code}`, '', ...[kind, zh, en, next.zh, next.en].map(line), ''].join('\n')
}

/** docs/problems.md: every refusal there is, by its code, with its words and the next step. */
export function problemsPage(): string {
  const entries = catalogues
    .flatMap((made): [string, Entry][] => Object.entries(made.entries))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    '# Problems 问题一览',
    '',
    'Written by `npm run docs:problems` from the catalogues in the code; a test fails when the two part. Under each code: its kind, what is said, and the next step. What stands in braces is filled in. The kind gives the HTTP status (invalid 422, unauthenticated 401, forbidden 403, notFound 404, conflict 409, tooLarge 413, tooMany 429, unavailable 503) and the exit code of the command line (3, 6, 6, 4, 5, 3, 7, 7).',
    '',
    ...entries.map(sectionOf),
  ].join('\n')
}
