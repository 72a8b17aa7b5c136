import type { Problem } from '@guatu/contract'
import { m, say } from './index.ts'

const invalid = 'request.invalid'

/** What people call the fields of forms, by their names in what is sent. */
const labels: Readonly<Record<string, () => string>> = {
  name: m.field_name,
  label: m.field_name,
  zh: m.field_name,
  en: m.field_name_en,
  title: m.field_title,
  because: m.ledger_because,
  unit: m.source_systems_unit_of,
  unitId: m.source_systems_unit,
  basis: m.source_systems_basis,
  code: m.source_systems_code,
  measure: m.source_systems_measure,
  community: m.source_systems_community,
  place: m.field_place,
  periodType: m.source_systems_period,
  lagDays: m.source_systems_lag,
  rhythmSource: m.source_systems_rhythm_source,
  from: m.source_systems_from,
  options: m.own_options,
  kind: m.own_kind,
  boundary: m.area_boundary,
  marginM: m.area_margin,
  source: m.area_source,
  paperNumber: m.field_paper_number,
  adoptedOn: m.field_day,
}

/** The field that a refusal is about, by its place in what was sent: `series.0.code`; null where it is about none. */
export const fieldOf = ({ code, facts }: Problem): string | null =>
  code === invalid && typeof facts.field === 'string' && facts.field !== '' ? facts.field : null

const whyOf = ({ facts: { why, whyEn } }: Problem): string => say({ zh: String(why), en: String(whyEn) })

/** What stands in the way, in words. A field of a form goes by its label, and never by its name in the program. */
export function problemSays(problem: Problem): string {
  const field = fieldOf(problem)
  if (field === null) return say(problem.says)
  const label = labels[field.split('.').at(-1) ?? '']?.()
  const why = whyOf(problem)
  return label === undefined ? m.problem_field_unnamed({ why }) : m.problem_field({ label, why })
}

/** What is wrong with one field, where a refusal is about it. */
export const wrongWith = (problem: Problem | null, field: string): string | undefined =>
  problem && fieldOf(problem) === field ? whyOf(problem) : undefined
