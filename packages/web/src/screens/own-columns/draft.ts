import type { NewOwnColumn, OwnColumns, OwnKind } from '@guatu/contract'
import type { Choice } from '../../ui/Select.tsx'
import { m, say } from '../../words/index.ts'

export const kindNames: Readonly<Record<OwnKind, () => string>> = {
  text: m.own_kind_text,
  longText: m.own_kind_longText,
  date: m.own_kind_date,
  month: m.own_kind_month,
  moment: m.own_kind_moment,
  quantity: m.own_kind_quantity,
  money: m.own_kind_money,
  percentage: m.own_kind_percentage,
  choice: m.own_kind_choice,
  choices: m.own_kind_choices,
  yesNo: m.own_kind_yesNo,
  unit: m.own_kind_unit,
  community: m.own_kind_community,
  uscc: m.own_kind_uscc,
  documentNumber: m.own_kind_documentNumber,
}

/** When a column is required, as it stands in a form. */
export interface Required {
  readonly required: 'no' | 'yes' | 'when'
  readonly whenColumn: string | null
  /** An option of that column; empty where it is enough that it is filled in. */
  readonly whenValue: string
}
export const notRequired: Required = { required: 'no', whenColumn: null, whenValue: '' }

/** A column as it is typed. */
export interface Draft extends Required {
  readonly zh: string
  readonly en: string
  readonly kind: OwnKind
  readonly unit: string
  readonly whole: boolean
  readonly options: string
  readonly because: string
}
export const blank: Draft = {
  zh: '',
  en: '',
  kind: 'text',
  unit: '',
  whole: true,
  options: '',
  because: '',
  ...notRequired,
}

export const hasUnit = (kind: OwnKind): boolean => kind === 'quantity' || kind === 'money'
export const hasOptions = (kind: OwnKind): boolean => kind === 'choice' || kind === 'choices'

export const kindChoices = (): readonly Choice<OwnKind>[] =>
  (Object.keys(kindNames) as OwnKind[]).map((value) => ({ value, label: kindNames[value]() }))

/** The columns that a condition may ask about, and what they may be. */
export const askedChoices = (asking: OwnColumns['asking']): readonly Choice[] =>
  asking.map(({ id, label }) => ({ value: id, label: say(label) }))
export function valueChoices(asking: OwnColumns['asking'], column: string | null): readonly Choice[] {
  const options = asking.find(({ id }) => id === column)?.options ?? []
  return [
    { value: '', label: m.own_when_filled() },
    ...options.map(({ value, label }) => ({ value, label: say(label) })),
  ]
}

type Asked = Pick<NewOwnColumn, 'required' | 'requiredWhen'>

/** What a form asks of others, as the server is told. */
export function requiredFrom({ required, whenColumn, whenValue }: Required): Asked {
  if (required === 'yes') return { required: true }
  if (required === 'no' || whenColumn === null) return { required: false }
  const column = whenColumn
  return { required: false, requiredWhen: whenValue === '' ? { column, filled: true } : { column, is: [whenValue] } }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A typed column as the server is asked for it; what its kind does not know is left out. */
export function columnFrom(draft: Draft): NewOwnColumn {
  const { zh, en, kind, unit, whole, options, because } = draft
  return {
    label: { zh, ...(en.trim() === '' ? {} : { en }) },
    kind,
    ...(hasUnit(kind) && unit.trim() !== '' ? { unit } : {}),
    ...(kind === 'quantity' && whole ? { scale: 0, min: '0' } : {}),
    ...(hasOptions(kind) ? { options: linesOf(options) } : {}),
    ...requiredFrom(draft),
    because,
  }
}
