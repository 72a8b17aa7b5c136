import { type Duty, dutyLabels, type Grant, grantsFor, isNarrow, workDuties } from '@guatu/core/office'
import { assert, type Words } from '@guatu/core/shared'
import type { Network } from './network.ts'

export type { Duty, Grant } from '@guatu/core/office'

/** One row of the policy table: who may use a route. Buttons, guards and refusals read the same rows. */
export interface PolicyRow {
  /** Method and pattern, `POST /api/sources`. */
  readonly route: string
  readonly label: Words
  /** Open to everybody, a seat or none: reference data, and the ways to a seat. */
  readonly open: boolean
  /** Any one of them lets in. Narrower ones than the whole office are asked about each thing. */
  readonly grants: readonly Grant[]
  /** Whether the change is made against a version that the caller has seen (`If-Match`). */
  readonly version: 'none' | 'required'
  /** The only door by which the route is there; left out where both have it. */
  readonly network?: Network
  /** To look is an act of its own: who reads this, and who is refused, is in the chain. */
  readonly audited?: true
  /** An act of the office to the outside, which stops while nobody outside sees the log. */
  readonly official?: true
  /** It looks something over and keeps nothing of it: nobody else has anything new to see. */
  readonly keepsNothing?: true
  /** Whether a screen on a wall reads it with its pass, without anybody signed in. */
  readonly onWallPass?: true
  /** Another system uses it with its key, and nobody else: no cookie opens it. */
  readonly bySystemKey?: true
}

/** These duties, for everything in the office. */
export const inOffice = (...duties: readonly Duty[]): Grant => ({ duties, relation: 'office' })

/** A row that everybody who takes part in the office's work may use, or the duties or grants named. */
export const reading = (
  route: string,
  zh: string,
  en: string,
  grants: readonly Grant[] = [inOffice(...workDuties)],
): PolicyRow => ({ route, label: { zh, en }, open: false, grants, version: 'none' })

/** The same row, open to a screen's wall pass as well: it looks and changes nothing. */
export function alsoOnWallPass(row: PolicyRow): PolicyRow {
  assert(row.route.startsWith('GET '), `${row.route} changes things, which no screen does`)
  return { ...row, onWallPass: true }
}

export const writing = (
  route: string,
  zh: string,
  en: string,
  granted: readonly Duty[] | readonly Grant[],
  version: PolicyRow['version'] = 'none',
): PolicyRow => ({ route, label: { zh, en }, open: false, grants: grantsOf(granted), version })

const grantsOf = (granted: readonly Duty[] | readonly Grant[]): readonly Grant[] => {
  const named = granted.filter((one): one is Duty => typeof one === 'string')
  return named.length > 0 ? [inOffice(...named)] : granted.filter((one): one is Grant => typeof one !== 'string')
}

/** A row for other systems with their key. No duty of a person opens it. */
export const bySystem = (route: string, zh: string, en: string): PolicyRow => ({
  ...writing(route, zh, en, []),
  bySystemKey: true,
})

export const audited = (row: PolicyRow): PolicyRow => ({ ...row, audited: true })

export const keepingNothing = (row: PolicyRow): PolicyRow => ({ ...row, keepsNothing: true })

export const official = (row: PolicyRow): PolicyRow => ({ ...row, official: true })

/** A row that needs no seat. */
export const open = (route: string, zh: string, en: string): PolicyRow => ({
  route,
  label: { zh, en },
  open: true,
  grants: [],
  version: 'none',
})

/** A row whose route is there through one door only. */
export const onlyOn = (network: Network, row: PolicyRow): PolicyRow => ({ ...row, network })

/** The one policy table, joined of what each stage declares. Throws when two rows speak of one route. */
export function policyTable(rows: readonly PolicyRow[]): ReadonlyMap<string, PolicyRow> {
  const table = new Map<string, PolicyRow>()
  for (const row of rows) {
    if (table.has(row.route)) throw new Error(`policy: two rows for ${row.route}; keep one`)
    table.set(row.route, row)
  }
  return table
}

/** Whether a route is there for whoever comes through this door. */
export const isOpenOn = (row: PolicyRow, network: Network): boolean =>
  row.network === undefined || row.network === network

/** Who may try a route at all, as far as duties do not tell. */
export interface Caller {
  readonly duties: readonly string[]
  readonly isSystem?: true
}

/** Whether somebody may try a route at all: another system its own rows, and a person those of its duties. */
export const mayTry = (row: PolicyRow, { duties, isSystem }: Caller): boolean =>
  row.bySystemKey ? isSystem === true : !isSystem && mayUse(row, duties)

/** Whether a post with these duties may try a route at all. What it may do it to, the route asks thing by thing. */
export const mayUse = (row: PolicyRow, duties: readonly string[]): boolean =>
  row.open || grantsFor(row.grants, duties).length > 0

/** Whether the route has to ask about each thing before it answers. */
export const asksAboutThings = (row: PolicyRow): boolean => isNarrow(row.grants)

/** The duties that a row asks for, as a refusal names them. */
export function dutiesNamed({ grants }: PolicyRow): Words {
  const named = [...new Set(grants.flatMap((grant) => grant.duties))]
  return {
    zh: named.map((duty) => dutyLabels[duty].zh).join('、'),
    en: named.map((duty) => dutyLabels[duty].en).join(', '),
  }
}
