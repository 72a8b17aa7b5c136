import type { Words } from '../../shared/index.ts'
import type { Column } from '../columns/index.ts'
import { isPersonalHead } from '../sheet/personal.ts'
import { mistakesInColumns } from './mistakes.ts'
import type { Register } from './register.ts'

/** 自设列: a column that an office has added to a register on a screen. */
export interface OwnColumn {
  /** `own1`, `own2` …: given in their order, so that no column of the program is ever called so. */
  readonly id: string
  readonly column: Column
  /** It keeps the values it has and takes no others. */
  readonly retired: boolean
}

/**
 * The kinds that an office may choose. Places, files, targets and other rows are not among them: by these a row lies on the
 * map, is proved, counts or belongs to somebody. Nor are telephones, which are of persons more often than not.
 */
export const ownKinds = [
  'text',
  'longText',
  'date',
  'month',
  'moment',
  'quantity',
  'money',
  'percentage',
  'choice',
  'choices',
  'yesNo',
  'unit',
  'community',
  'uscc',
  'documentNumber',
] as const satisfies readonly Column['kind'][]
export type OwnKind = (typeof ownKinds)[number]

/** The most that a register takes; beyond, a ledger of its own is meant. Our own figure: no paper sets one. */
export const ownColumnsMax = 40

export const ownId = (number: number): string => `own${number}`

export const isOwn = ({ own }: Column): boolean => own !== undefined
export const isRetired = ({ own }: Column): boolean => own === 'retired'

const marked = ({ column, retired }: OwnColumn): Column => ({ ...column, own: retired ? 'retired' : 'open' })

const renamed = (column: Column, label: Words): Column => ({ ...column, label })

/** A column whose conditions ask for what the register does not have any more asks them no longer. */
function withoutConditions({ requiredWhen: _when, askedWhen: _asked, ...column }: Column): Column {
  return column as Column
}

/**
 * A register with the columns that an office has added behind its own. What a later release of the program has taken away
 * or called alike stops nobody's work: the condition falls, the office's column is told apart by its name.
 */
export function withOwnColumns(register: Register, own: readonly OwnColumn[]): Register {
  let found = register
  for (const one of own) {
    const taken = Object.values(found.columns).some(({ label }) => label.zh === one.column.label.zh)
    const { zh, en } = one.column.label
    const column = taken ? renamed(marked(one), { zh: `${zh}（自设）`, en: `${en} (own)` }) : marked(one)
    const next = { ...found, columns: { ...found.columns, [one.id]: column } }
    const sound = mistakesInColumns(next, [one.id]).length === 0
    found = sound ? next : { ...found, columns: { ...found.columns, [one.id]: withoutConditions(column) } }
  }
  return found
}

// What the heads of sheets say besides: nobody keeps it in a ledger under any other name either.
const personalBeside = /护照|银行卡|病历|病史|指纹|人脸|家庭成员|户籍/

const personal: Words = {
  zh: '这是个人的信息，台账不许留（姓名、身份证、手机、住址等），请去掉这一列，改记岗位或单位',
  en: 'holds what no register may keep of a person; leave it out and name the post or the unit instead',
}
const unfitKind: Words = {
  zh: '这个种类不能自设，请改用文字、日期、数量、选项等',
  en: 'is of a kind that an office cannot add; choose text, day, quantity, choice …',
}

/** What is wrong with a column that an office wants to add or change, by the checks that the start makes of every column. */
export function mistakesInOwn(register: Register, { id, column, retired }: OwnColumn): readonly Words[] {
  const others = Object.fromEntries(Object.entries(register.columns).filter(([other]) => other !== id))
  const next = { ...register, columns: { ...others, [id]: marked({ id, column, retired }) } }
  return [
    ...(ownKinds.some((kind) => kind === column.kind) ? [] : [unfitKind]),
    ...(isPersonalHead(column.label.zh) || personalBeside.test(column.label.zh) ? [personal] : []),
    ...(retired ? [] : mistakesInColumns(next, [id])),
  ]
}

/** Whether it is asked for otherwise than before: that alone changes what others have to fill in. */
export function changesWhatIsRequired(before: OwnColumn | null, { column, retired }: OwnColumn): boolean {
  const asked = (one: Column | undefined): string => JSON.stringify([one?.required ?? false, one?.requiredWhen ?? null])
  const was = before && !before.retired ? before.column : undefined
  return asked(was) !== asked(retired ? undefined : column)
}
