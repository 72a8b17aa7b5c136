import type * as contract from '@guatu/contract'
import {
  type Column,
  type Given,
  givenBy,
  impliedState,
  isNeeded,
  type Register,
  type SheetShape,
  statesToEnterAt,
  statusField,
} from '@guatu/core/fact'
import { permitsOf } from '../../platform/permit.ts'
import type { Seat } from '../../platform/seat.ts'
import { letterOf } from './check.ts'
import { importPolicy } from './policy.ts'
import { shapeNamed } from './reading.ts'
import {
  type KeptImport,
  lastStep,
  mappingOf,
  type ReadStep,
  type Settled,
  stateOfImport,
  versionOfImport,
} from './store.ts'

export interface Showing {
  readonly register: Register
  readonly shapes: readonly SheetShape[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly seat: Seat
  /** What the office calls its units: what a column that names one offers. */
  readonly units: readonly string[]
}

const optionsOf = (column: Column, units: readonly string[]): contract.SheetConstant['options'] => {
  if (column.kind === 'evidence') return column.anyOf.map((kind) => ({ value: kind, label: { zh: kind, en: kind } }))
  if ('options' in column) return column.options.map(({ label }) => ({ value: label.zh, label }))
  if (column.kind === 'unit' || column.kind === 'community')
    return units.map((name) => ({ value: name, label: { zh: name, en: name } }))
  return []
}

const columnsOf = ({ head, samples }: ReadStep, { columns }: Settled): contract.SheetColumn[] => {
  const mapped = new Map(columns.map((one) => [one.at, one]))
  return head.columns.map(({ at, head: words, unit, personal }) => ({
    at,
    letter: letterOf(at),
    head: words,
    unit,
    personal,
    field: mapped.get(at)?.field ?? null,
    sure: mapped.get(at)?.sure ?? null,
    samples: personal ? [] : samples.map((cells) => cells[at] ?? '').filter((cell) => cell !== ''),
  }))
}

/** Whether the mapped fields of a sheet say something to a column of the register. */
function isFilledFrom(given: Given | undefined, fields: ReadonlySet<string>): boolean {
  if (given === undefined) return false
  if (typeof given === 'string') return fields.has(given)
  return 'is' in given || fields.has('month' in given ? given.month : given.day)
}

/** Columns of the register that no field of the sheet fills, the needed ones first: one value may hold for all rows. */
function constantsOf({ register, units }: Showing, shape: SheetShape, settled: Settled): contract.SheetConstant[] {
  const fields = new Set(settled.columns.map(({ field }) => field))
  const gives = givenBy(shape)
  const isFilled = (id: string): boolean => {
    const given = gives[id]
    return isFilledFrom(given, fields) || (typeof given === 'object' && shape.wide !== undefined)
  }
  return Object.entries(register.columns)
    .filter(([id, column]) =>
      column.kind === 'evidence'
        ? // One paper proves a table of figures; rows of a ledger have papers of their own.
          shape.wide !== undefined && id === register.evidence
        : !isFilled(id) && (column.required || column.requiredWhen),
    )
    .map(([column, declared]) => ({
      column,
      label: declared.label,
      needed: declared.required === true && declared.askedWhen === undefined,
      options: optionsOf(declared, units),
      evidence: declared.kind === 'evidence',
      value: settled.constants[column] ?? '',
    }))
    .toSorted((a, b) => Number(b.needed) - Number(a.needed))
}

/** The columns of coordinates that the sheet fills, and how a person wants their cells converted. */
function placesOf({ register }: Showing, shape: SheetShape, settled: Settled): contract.SheetPlace[] {
  const fields = new Set(settled.columns.map(({ field }) => field))
  return Object.entries(givenBy(shape)).flatMap(([column, given]) => {
    const declared = register.columns[column]
    if (declared?.kind !== 'coordinates' || typeof given !== 'string' || !fields.has(given)) return []
    return [{ column, label: declared.label, convert: settled.convert?.[column] ?? null }]
  })
}

/** Where new rows stand whose sheet does not say it; null where it does, or the register has no lifecycle. */
function standsOf({ register }: Showing, shape: SheetShape, settled: Settled): contract.SheetStands | null {
  const { lifecycle } = register
  const fields = new Set(settled.columns.map(({ field }) => field))
  if (!lifecycle || fields.has(statusField)) return null
  const labelOf = (id: string) => lifecycle.states[id]?.label ?? { zh: id, en: id }
  const filled = Object.keys(register.columns).filter((id) => isFilledFrom(givenBy(shape)[id], fields))
  const implied = impliedState(register, filled)
  return {
    value: settled.constants[statusField] || lifecycle.initial,
    states: statesToEnterAt(register).map((id) => ({ id, label: labelOf(id) })),
    implied: implied && {
      label: labelOf(implied.state),
      columns: implied.columns.map((id) => register.columns[id]?.label ?? { zh: id, en: id }),
    },
  }
}

function wordsOf(kept: KeptImport, { register, units }: Showing, settled: Settled): contract.SheetWord[] {
  const unknown = lastStep(kept, 'checked')?.content.unknown ?? []
  const shown = (column: string, word: string, rows: number, means: string): contract.SheetWord[] => {
    if (column === statusField) {
      const options = Object.values(register.lifecycle?.states ?? {}).map(({ label }) => ({ value: label.zh, label }))
      return [{ column, label: { zh: '状态', en: 'Status' }, word, rows, means, options }]
    }
    const declared = register.columns[column]
    return declared ? [{ column, label: declared.label, word, rows, means, options: optionsOf(declared, units) }] : []
  }
  const answered = Object.entries(settled.words).flatMap(([column, words]) =>
    Object.entries(words).flatMap(([word, means]) => shown(column, word, 0, means)),
  )
  const open = unknown.filter(({ column, word }) => settled.words[column]?.[word] === undefined)
  return [...open.flatMap(({ column, word, rows }) => shown(column, word, rows, '')), ...answered]
}

function understood(read: ReadStep, settled: Settled, shape: SheetShape, showing: Showing) {
  const { sheet, sheets, rows, head } = read
  return {
    sheet,
    sheets: [...sheets],
    titles: [...head.titles],
    year: head.year,
    headRows: [...head.headRows],
    rows,
    shape: shape.label,
    wide: shape.wide !== undefined,
    columns: columnsOf(read, settled),
    targets: Object.entries(shape.fields).map(([id, field]) => ({
      id,
      label: field.column.label,
      needed: isNeeded(field),
    })),
    constants: constantsOf(showing, shape, settled),
    places: placesOf(showing, shape, settled),
    stands: standsOf(showing, shape, settled),
  }
}

const acts = {
  map: { route: 'POST /api/imports/:id/mapping', in: ['ready'] },
  accept: { route: 'POST /api/imports/:id/accept', in: ['ready'] },
  withdraw: { route: 'POST /api/imports/:id/withdraw', in: ['accepted'] },
} as const

function mayDo(kept: KeptImport, seat: Seat): contract.SheetImport['may'] {
  const state = stateOfImport(kept)
  return (['map', 'accept', 'withdraw'] as const).filter((act) => {
    const row = importPolicy.find(({ route }) => route === acts[act].route)
    const isOpen = acts[act].in.some((one) => one === state)
    return row && isOpen && permitsOf(row, seat).permit({ unitId: null, enteredBy: kept.addedBy }) === null
  })
}

const countsOf = (kept: KeptImport) =>
  lastStep(kept, 'accepted')?.content.counts ?? lastStep(kept, 'checked')?.content.counts ?? null

export const presentLine = (kept: KeptImport, people: Showing['people']): contract.SheetImports['imports'][number] => ({
  id: kept.id,
  register: kept.register,
  name: kept.name,
  state: stateOfImport(kept),
  addedBy: people.find(({ id }) => id === kept.addedBy)?.name ?? '',
  addedAt: kept.addedAt,
  counts: countsOf(kept),
})

/** An import as whoever looks sees it: what was understood, what will become of it, what may be done. */
export function presentImport(kept: KeptImport, showing: Showing): contract.SheetImport {
  const read = lastStep(kept, 'read')?.content
  const settled = mappingOf(kept)
  const shape = settled && shapeNamed(showing.register, showing.shapes, settled.shape)
  const withdrawn = lastStep(kept, 'withdrawn')
  const problem = lastStep(kept, 'failed')?.content.problem
  return {
    ...presentLine(kept, showing.people),
    version: versionOfImport(kept),
    bytes: kept.bytes,
    progress: { done: kept.rowsDone, all: kept.rowsAll },
    understood: read && settled && shape ? understood(read, settled, shape, showing) : null,
    first: [...(lastStep(kept, 'checked')?.content.first ?? [])],
    refusals: [...(lastStep(kept, 'checked')?.content.refusals ?? [])],
    words: settled ? wordsOf(kept, showing, settled) : [],
    notes: (lastStep(kept, 'checked')?.content.notes ?? []).map((note) => ({ ...note })),
    failed: problem ? { code: problem.code, kind: problem.kind, says: problem.says, next: problem.next } : null,
    acceptedAt: lastStep(kept, 'accepted')?.at ?? null,
    withdrawn: withdrawn ? { at: withdrawn.at, ...withdrawn.content } : null,
    may: mayDo(kept, showing.seat),
  }
}
