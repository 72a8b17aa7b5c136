/** What a post may do; held by officers of an office. */
export type Duty = 'supervisor' | 'handler' | 'unitHead' | 'leader' | 'viewer'

/** What the office an officer acts in is to the rows of the route: reference data, its own, or none yet. */
export type Relation = 'anyone' | 'ownOffice'

/** One row of the policy table: who may use a route. Buttons, guards and refusals read the same rows. */
export interface PolicyRow {
  /** Method and pattern, `POST /api/sources`. */
  readonly route: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly duties: readonly Duty[]
  readonly relation: Relation
  /** Whether the change is made against a version that the caller has seen (`If-Match`). */
  readonly version: 'none' | 'required'
}

const everyone: readonly Duty[] = ['supervisor', 'handler', 'unitHead', 'leader', 'viewer']

/** A row that everybody with a seat in the office may use. */
export const reading = (route: string, zh: string, en: string): PolicyRow => ({
  route,
  label: { zh, en },
  duties: everyone,
  relation: 'ownOffice',
  version: 'none',
})

export const writing = (
  route: string,
  zh: string,
  en: string,
  duties: readonly Duty[],
  version: PolicyRow['version'] = 'none',
): PolicyRow => ({ route, label: { zh, en }, duties, relation: 'ownOffice', version })

/** The one policy table, joined of what each stage declares. Throws when two rows speak of one route. */
export function policyTable(rows: readonly PolicyRow[]): ReadonlyMap<string, PolicyRow> {
  const table = new Map<string, PolicyRow>()
  for (const row of rows) {
    if (table.has(row.route)) throw new Error(`policy: two rows for ${row.route}; keep one`)
    table.set(row.route, row)
  }
  return table
}

export const mayUse = (row: PolicyRow, duties: readonly string[]): boolean =>
  row.relation === 'anyone' || row.duties.some((duty) => duties.includes(duty))
