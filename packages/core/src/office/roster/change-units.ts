import type { Problem } from '../../shared/index.ts'
import type { Read } from './from-sheets.ts'
import type { RosterNow } from './now.ts'
import { Outcomes, type RowOutcome } from './outcome.ts'
import { rosterProblems } from './problems.ts'
import { plainName } from './rows.ts'
import { rosterSheetNames, type UnitLine, unitKindLabels } from './shape.ts'
import type { RosterStep } from './step.ts'

export interface UnitsChange {
  readonly outcomes: readonly RowOutcome[]
  readonly steps: readonly RosterStep[]
  /** Why a cell may not name this unit; null where the office has it or will. */
  whyNoUnit(column: string, name: string): Problem | null
}

type UnitRead = Read<UnitLine> & { readonly says: UnitLine }

function isUnder(name: string, parentOf: (name: string) => string | null): boolean {
  const seen = new Set<string>()
  for (let above = parentOf(name); above !== null && !seen.has(above); above = parentOf(above)) {
    if (above === name) return true
    seen.add(above)
  }
  return false
}

/** What the rows of units would do to the office. */
export function changeUnits(reads: readonly Read<UnitLine>[], now: RosterNow): UnitsChange {
  const outcomes = new Outcomes('units', reads)
  const kept = new Map(now.units.map((unit) => [plainName(unit.name), unit]))
  const keptName = (id: string | null) => {
    const found = now.units.find((unit) => unit.id === id)
    return found ? plainName(found.name) : null
  }
  const rows = new Map<string, UnitRead>()
  const refusedRows = new Map(reads.filter(({ says }) => says === null).map(({ names, row }) => [names[0] ?? '', row]))
  for (const read of reads) {
    if (read.says === null) continue
    const first = rows.get(read.says.name)
    if (first) outcomes.refuse(read.row, rosterProblems('roster.row_twice', { first: first.row }))
    else rows.set(read.says.name, read as UnitRead)
  }

  const whyNoUnit = (column: string, name: string): Problem | null => {
    if (kept.has(name) || rows.has(name)) return null
    const row = refusedRows.get(name)
    return row === undefined
      ? rosterProblems('roster.unit_unknown', { column, unit: name })
      : rosterProblems('roster.row_refused', { what: name, sheet: rosterSheetNames.units, row })
  }
  const parentOf = (name: string) =>
    rows.get(name)?.says.parent ?? (rows.has(name) ? null : keptName(kept.get(name)?.parentId ?? null))
  const whyNot = ({ name, parent }: UnitLine): Problem | null => {
    if (parent === null) return null
    return (
      whyNoUnit('上级单位', parent) ??
      (isUnder(name, parentOf) ? rosterProblems('roster.unit_cycle', { unit: name }) : null)
    )
  }
  // A refused unit takes along the new ones below it, and those the ones below them.
  for (let found = true; found; ) {
    found = false
    for (const { row, says } of rows.values()) {
      const problem = whyNot(says)
      if (!problem) continue
      outcomes.refuse(row, problem)
      rows.delete(says.name)
      refusedRows.set(says.name, row)
      found = true
    }
  }

  const steps: RosterStep[] = []
  for (const { row, says: unit } of rows.values()) {
    const there = kept.get(unit.name)
    if (!there) {
      steps.push({ do: 'addUnit', unit })
      outcomes.settle(row, 'new', { zh: '新增单位', en: 'new unit' })
    } else if (there.kind !== unit.kind || keptName(there.parentId) !== unit.parent) {
      steps.push({ do: 'changeUnit', unit })
      const above = unit.parent === null ? '' : `，上级单位「${unit.parent}」`
      const aboveEn = unit.parent === null ? '' : `, below “${unit.parent}”`
      outcomes.settle(row, 'changed', {
        zh: `改为${unitKindLabels[unit.kind]}${above}`,
        en: `becomes: ${unit.kind}${aboveEn}`,
      })
    }
  }
  return { outcomes: outcomes.list(), steps, whyNoUnit }
}
