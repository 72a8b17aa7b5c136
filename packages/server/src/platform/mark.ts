import type { OfficeKind } from './office.ts'

const marks = { sample: '示例', trial: '试用', formal: null } as const

/** What an office that does not work in earnest is marked with, wherever something of it leaves; null in a formal one. */
export const markOf = <K extends OfficeKind>(kind: K): (typeof marks)[K] => marks[kind]

/** A name as it stands outside the office that it comes from: `试用·花名册.xlsx`; of a formal office as it is. */
export function marked(kind: OfficeKind, name: string): string {
  const mark = markOf(kind)
  return mark === null ? name : `${mark}·${name}`
}

/** What stands at the head of every document of an office: its name, with the mark. */
export const letterheadOf = ({ name, kind }: { readonly name: string; readonly kind: OfficeKind }): string =>
  marked(kind, name)
