import { accept, type Problem, type Result, reject, type Words } from '../../shared/index.ts'
import { factProblems } from '../problems.ts'
import { rowProblems } from '../row-problems.ts'
import { type ColumnBase, type ColumnKind, type ColumnMore, noMistakes } from './base.ts'
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
      return office.units.has(name) ? null : rowProblems('fact.unit_unknown', facts)
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
  check: (column, value, office) =>
    named(value, column.kind === 'units' || column.kind === 'communities', column.label, (name) =>
      unknown(column, name, office),
    ),
}

export const rowKind: ColumnKind<RowColumn> = {
  mistakes: ({ register }) => (register.trim() === '' ? ['names no register; say whose rows it refers to'] : []),
  check: ({ kind, label, register }, value, { hasRow }) =>
    named(value, kind === 'rows', label, (id) =>
      hasRow(register, id) ? null : rowProblems('fact.row_unknown', { column: label.zh, text: id }),
    ),
}
