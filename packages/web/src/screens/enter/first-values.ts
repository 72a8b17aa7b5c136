import type { Me, RegisterShape } from '@guatu/contract'

type Values = Readonly<Record<string, string>>

/** The day that every row needs starts as today, the unit or the community as one's own. */
export function firstValues({ columns }: RegisterShape, me: Me): Values {
  const own = me.units.find(({ name }) => name === me.officer.unit)
  const day = columns.find(({ kind, required }) => kind === 'date' && required)
  const unit = columns.find(({ kind }) => kind === 'unit')
  const community = columns.find(({ kind }) => kind === 'community')
  return {
    ...(day ? { [day.id]: me.office.today } : {}),
    ...(unit && own ? { [unit.id]: own.name } : {}),
    ...(community && own?.kind === 'community' ? { [community.id]: own.name } : {}),
  }
}

// What is of one row only: figures, days, words, papers.
const ofOneRow: readonly RegisterShape['columns'][number]['kind'][] = [
  'date',
  'month',
  'moment',
  'quantity',
  'money',
  'percentage',
  'longText',
  'documentNumber',
  'evidence',
]

/** What of a row is probably so in the next one too: its choices and names, nothing that tells rows apart. */
export const afreshOf = ({ columns, key }: RegisterShape, values: Values): Values =>
  Object.fromEntries(
    columns
      .filter(({ id, kind }) => !ofOneRow.includes(kind) && !(kind === 'text' && key.includes(id)))
      .flatMap(({ id }) => (values[id] ? [[id, values[id]]] : [])),
  )
