import type * as contract from '@guatu/contract'
import { type Column, type Condition, mistakesInOwn, type OwnColumn, type Register } from '@guatu/core/fact'
import { type Decimal, decimal, type Problem, type Words } from '@guatu/core/shared'
import { ownProblems } from './problems.ts'

type Draft = contract.NewOwnColumn

const inBoth = ({ zh, en }: { readonly zh: string; readonly en?: string | undefined }): Words => ({
  zh,
  en: en === undefined || en === '' ? zh : en,
})

const figure = (given: string | undefined): Decimal | undefined => (given === undefined ? undefined : decimal(given))

/** Only what was said, so that a declaration reads the same as one of the program. */
const said = <T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never

const textMax = 200
const longTextMax = 2_000
const moneyUnits = ['元', '万元'] as const

/** What a draft says of its kind; a bound that it leaves out is that of the same kind in the program. */
function ofKind(draft: Draft): Column {
  const { kind, unit, scale, maxLength, forms, options = [] } = draft
  const label = inBoth(draft.label)
  const bounds = said({ min: figure(draft.min), max: figure(draft.max) })
  switch (kind) {
    case 'text':
      return { kind, label, maxLength: maxLength ?? textMax, ...said({ forms }) }
    case 'longText':
      return { kind, label, maxLength: maxLength ?? longTextMax }
    case 'quantity':
      return { kind, label, ...said({ unit, scale }), ...bounds }
    case 'money':
      return { kind, label, unit: moneyUnits.find((one) => one === unit) ?? '元', scale: scale ?? 2, ...bounds }
    case 'percentage':
      return { kind, label, scale: scale ?? 2, min: decimal(0), max: decimal(100), ...bounds }
    case 'choice':
    case 'choices':
      return {
        kind,
        label,
        options: options.map((name, at) => ({ value: `o${at + 1}`, label: { zh: name, en: name } })),
      }
    default:
      return { kind, label }
  }
}

type Asked = NonNullable<Draft['requiredWhen']>

/** A condition as the program writes it: one answer stands alone, of several one is enough. */
function conditionFrom(asked: Asked | undefined): Condition | undefined {
  if (asked === undefined || 'filled' in asked) return asked
  const [first = '', ...others] = asked.is
  if (others.length === 0) return { column: asked.column, is: first }
  return { any: asked.is.map((is) => ({ column: asked.column, is })) }
}

/** A column as somebody asks for it, declared as those of the program are. */
export function columnFrom(draft: Draft): Column {
  const { privacy, required, requiredWhen } = draft
  return {
    ...ofKind(draft),
    ...said({ privacy, required: required || undefined, requiredWhen: conditionFrom(requiredWhen) }),
  }
}

/** A column after a change. */
export function changed({ column, ...own }: OwnColumn, change: contract.ChangeOwnColumn): OwnColumn {
  const { required: isRequired, requiredWhen: when, ...rest } = column
  const required = change.required ?? isRequired
  const requiredWhen = change.requiredWhen === undefined ? when : conditionFrom(change.requiredWhen ?? undefined)
  const label = change.label ? inBoth(change.label) : column.label
  return {
    ...own,
    retired: own.retired || change.retired === true,
    column: {
      ...rest,
      label,
      ...said({ required: required || undefined, requiredWhen }),
    } as Column,
  }
}

/** Why a column cannot be so, naming register, column and remedy; null where nothing is wrong with it. */
export function wrongIn(register: Register, own: OwnColumn): Problem | null {
  const mistakes = mistakesInOwn(register, own)
  if (mistakes.length === 0) return null
  return ownProblems('own_column.wrong', {
    register: register.label.zh,
    column: own.column.label.zh,
    why: mistakes.map(({ zh }) => zh).join('；'),
    whyEn: mistakes.map(({ en }) => en).join('; '),
  })
}
