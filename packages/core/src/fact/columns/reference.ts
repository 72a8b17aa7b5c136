import { accept, type Problem, type Result, reject, type Words } from '../../shared/index.ts'
import { factProblems } from '../problems.ts'
import { rowProblems } from '../row-problems.ts'
import { type ColumnBase, type ColumnKind, type ColumnMore, noMistakes } from './base.ts'
import { partsOf } from './typed.ts'
import { isText, isTextList, type OfficeContext, type Value } from './value.ts'

/** 填报单位, 目标 or 社区: something the office has beside its registers. */
export interface ReferenceColumn extends ColumnBase {
  readonly kind: 'unit' | 'units' | 'target' | 'community' | 'communities'
}

/** A row of another register, or with `rows` several of them, by id. */
export interface RowColumn extends ColumnBase {
  readonly kind: 'row' | 'rows'
  readonly register: string
}

/** 街道本级 and 辖区外: where something belongs that belongs to no community. */
export const streetLevel = 'street'
export const outsideTheOffice = 'outside'

const referring =
  (kind: ReferenceColumn['kind']) =>
  (label: Words, more: ColumnMore = {}): ReferenceColumn => ({ kind, label, ...more })

export const unit = referring('unit')
export const units = referring('units')
export const target = referring('target')
export const community = referring('community')
export const communities = referring('communities')
export const row = (label: Words, register: string, more: ColumnMore = {}): RowColumn => ({
  kind: 'row',
  label,
  register,
  ...more,
})
export const rows = (label: Words, register: string, more: ColumnMore = {}): RowColumn => ({
  kind: 'rows',
  label,
  register,
  ...more,
})

/** What people call the places that are no community. */
const placeLabels: readonly (readonly [kept: string, label: string])[] = [
  [streetLevel, '街道本级'],
  [outsideTheOffice, '辖区外'],
]

/** The name of a community as people write it. */
export const communityWords = (name: string): string => placeLabels.find(([kept]) => kept === name)?.[1] ?? name

const communityFrom = (words: string): string => placeLabels.find(([, label]) => label === words)?.[0] ?? words

const isCommunity = ({ kind }: ReferenceColumn | RowColumn): boolean => kind === 'community' || kind === 'communities'
const isSeveral = ({ kind }: ReferenceColumn | RowColumn): boolean =>
  kind === 'units' || kind === 'communities' || kind === 'rows'

function read(column: ReferenceColumn | RowColumn, typed: string): Result<Value> {
  const names = isSeveral(column) ? partsOf(typed) : [typed.trim()]
  const kept = isCommunity(column) ? names.map(communityFrom) : names
  return accept(isSeveral(column) ? kept : (kept[0] ?? ''))
}

/** Checks one name or several by the same question; the names come back trimmed, each once. */
function named(
  value: Value,
  several: boolean,
  label: Words,
  problemOf: (name: string) => Problem | null,
): Result<Value> {
  if (several ? !isTextList(value) : !isText(value))
    return reject(rowProblems('fact.value_misshapen', { column: label.zh }))
  const names = [...new Set([value].flat().flatMap((one) => (typeof one === 'string' ? [one.trim()] : [])))]
  const problem = names.map(problemOf).find((one) => one !== null)
  return problem ? reject(problem) : accept(several ? names : (names[0] ?? ''))
}

function unknown({ kind, label }: ReferenceColumn, name: string, office: OfficeContext): Problem | null {
  const facts = { column: label.zh, text: name }
  switch (kind) {
    case 'unit':
    case 'units':
      return office.units.has(name) ? null : factProblems('fact.unit_unknown', { unit: name })
    case 'target':
      return office.targets.has(name) ? null : factProblems('fact.target_unknown', { text: name })
    case 'community':
    case 'communities':
      return office.communities.has(name) || name === streetLevel || name === outsideTheOffice
        ? null
        : rowProblems('fact.community_unknown', facts)
  }
}

export const referenceKind: ColumnKind<ReferenceColumn> = {
  mistakes: noMistakes,
  read,
  check: (column, value, office) =>
    named(value, isSeveral(column), column.label, (name) => unknown(column, name, office)),
}

export const rowKind: ColumnKind<RowColumn> = {
  mistakes: ({ register }) =>
    register.trim() === ''
      ? [{ zh: '没有说引用哪本台账，请写明', en: 'names no register; say whose rows it refers to' }]
      : [],
  read,
  check: (column, value, { hasRow }) => {
    const { label, register } = column
    return named(value, isSeveral(column), label, (id) =>
      hasRow(register, id) ? null : rowProblems('fact.row_unknown', { column: label.zh, text: id }),
    )
  },
}
