import type { Condition, Feed, Register } from '../fact/index.ts'
import type { Indicator } from './indicator.ts'
import { measuresOf } from './tree/tree.ts'

const parts = (condition: Condition): readonly Condition[] =>
  'all' in condition ? condition.all.flatMap(parts) : [condition]

/** Columns that hold one value, and the values that a condition lets each of them have. */
function allowed(
  { columns }: Register,
  when: Condition | undefined,
): ReadonlyMap<string, ReadonlySet<string | boolean>> {
  const found = new Map<string, ReadonlySet<string | boolean>>()
  for (const one of when ? parts(when) : [])
    if ('is' in one && columns[one.column]?.kind !== 'choices')
      found.set(one.column, new Set<string | boolean>([one.is].flat()))
  return found
}

/** Whether no row can answer both conditions: they ask one column for values that have none in common. */
function areApart(register: Register, a: Feed, b: Feed): boolean {
  const [left, right] = [allowed(register, a.when), allowed(register, b.when)]
  return [...left].some(([column, values]) => {
    const others = right.get(column)
    return others !== undefined && [...values].every((value) => !others.has(value))
  })
}

const feedsOf = ({ feeds }: Register, measures: readonly string[]): readonly Feed[] =>
  feeds.filter(({ serves }) => 'measure' in serves && measures.includes(serves.measure))

/** The registers of which a row may count for either of two indicators. */
export const sharedRegisters = (a: Indicator, b: Indicator, registers: readonly Register[]): readonly Register[] =>
  registers.filter((register) => {
    const [left, right] = [feedsOf(register, measuresOf(a.of)), feedsOf(register, measuresOf(b.of))]
    return left.some((one) => right.some((other) => !areApart(register, one, other)))
  })

/** Pairs of indicators that may count the same row, by a paper; all others may not. */
export type Shared = readonly (readonly [string, string])[]

export const isShared = (a: string, b: string, shared: Shared): boolean =>
  shared.some(([one, other]) => (one === a && other === b) || (one === b && other === a))

/** 一数一用 (ALG-19): the indicators already used that would count the rows of this one a second time. */
export const countedTwice = (
  wanted: Indicator,
  used: readonly Indicator[],
  { registers, shared }: { readonly registers: readonly Register[]; readonly shared: Shared },
): readonly Indicator[] =>
  used.filter((other) => !isShared(wanted.id, other.id, shared) && sharedRegisters(wanted, other, registers).length > 0)
