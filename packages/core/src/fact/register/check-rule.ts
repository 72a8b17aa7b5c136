import { compare, decimal, isDecimal, type Problem } from '../../shared/index.ts'
import { isFilled, isText, type Value } from '../columns/value.ts'
import { rowProblems } from '../row-problems.ts'
import { boundOn } from './bound.ts'
import { boundsOn, implausible } from './bounds.ts'
import { holds, type RowSeen } from './condition.ts'
import { isBefore, minutesBetween, onlyDay } from './order.ts'
import type { Register } from './register.ts'
import type { Rule } from './rule.ts'

/** A problem and the column at which a form shows it. */
export interface ColumnProblem {
  readonly column: string
  readonly problem: Problem
}

type Columns = Register['columns']
const labelOf = (columns: Columns, id: string): string => columns[id]?.label.zh ?? id
const labelsOf = (columns: Columns, ids: readonly string[]): string => ids.map((id) => labelOf(columns, id)).join('、')

const textIn = (value: Value | null | undefined): string | null => (isFilled(value) && isText(value) ? value : null)

function outOfOrder(columns: Columns, ids: readonly string[], { values }: RowSeen): ColumnProblem[] {
  const filled = ids.flatMap((id) => {
    const written = textIn(values[id])
    return written === null ? [] : [{ id, written }]
  })
  return filled.flatMap(({ id, written }, at) => {
    const before = filled[at - 1]
    if (!before || !isBefore(written, before.written)) return []
    const facts = { earlier: labelOf(columns, before.id), later: labelOf(columns, id) }
    return [{ column: id, problem: rowProblems('fact.out_of_order', facts) }]
  })
}

function wrongLength(columns: Columns, rule: Extract<Rule, { kind: 'lasts' }>, row: RowSeen): ColumnProblem[] {
  const [from, to] = [textIn(row.values[rule.from]), textIn(row.values[rule.to])]
  if (from === null || to === null) return []
  const minutes = minutesBetween(from, to)
  const facts = { earlier: labelOf(columns, rule.from), later: labelOf(columns, rule.to) }
  const least = rule.least ? boundOn(rule.least, row.today) : null
  if (least !== null && compare(minutes, least) < 0)
    return [{ column: rule.to, problem: rowProblems('fact.too_short', { ...facts, least }) }]
  const most = rule.most ? boundOn(rule.most, row.today) : null
  return most !== null && compare(minutes, most) > 0
    ? [{ column: rule.to, problem: rowProblems('fact.too_long', { ...facts, most }) }]
    : []
}

function notSameDay(
  columns: Columns,
  { from, to }: { from: string; to: string },
  { values }: RowSeen,
): ColumnProblem[] {
  const [first, second] = [textIn(values[from]), textIn(values[to])]
  if (first === null || second === null || onlyDay(first) === onlyDay(second)) return []
  const facts = { earlier: labelOf(columns, from), later: labelOf(columns, to) }
  return [{ column: to, problem: rowProblems('fact.not_same_day', facts) }]
}

function notPlausible(rule: Extract<Rule, { kind: 'plausible' }>, { values, today }: RowSeen): ColumnProblem[] {
  const [written, of] = [textIn(values[rule.column]), textIn(values[rule.by])]
  const bounds = of !== null && Object.hasOwn(rule.bounds, of) ? rule.bounds[of] : undefined
  if (written === null || !isDecimal(written) || !bounds) return []
  const unit = textIn(values[rule.unitIn]) ?? bounds.unit
  const problem = implausible(decimal(written), unit, boundsOn(bounds, today))
  return problem ? [{ column: rule.column, problem }] : []
}

const at = (column: string | undefined, problem: Problem): ColumnProblem[] => (column ? [{ column, problem }] : [])

/** What a row breaks of one rule. Its values have to be canonical. */
export function brokenBy(rule: Rule, columns: Columns, row: RowSeen): ColumnProblem[] {
  if ('when' in rule && rule.when && !holds(rule.when, row)) return []
  switch (rule.kind) {
    case 'inOrder':
      return outOfOrder(columns, rule.columns, row)
    case 'oneNeeded':
      return rule.columns.some((id) => isFilled(row.values[id]))
        ? []
        : at(rule.columns[0], rowProblems('fact.one_needed', { columns: labelsOf(columns, rule.columns) }))
    case 'allOrNone': {
      const empty = rule.columns.filter((id) => !isFilled(row.values[id]))
      return empty.length === 0 || empty.length === rule.columns.length
        ? []
        : at(empty[0], rowProblems('fact.all_or_none', { columns: labelsOf(columns, rule.columns) }))
    }
    case 'sameDay':
      return notSameDay(columns, rule, row)
    case 'plausible':
      return notPlausible(rule, row)
    case 'lasts':
      return wrongLength(columns, rule, row)
    case 'must':
      return holds(rule.holds, row)
        ? []
        : at(rule.column, rowProblems('fact.rule_broken', { says: rule.says.zh, saysEn: rule.says.en }))
  }
}
