import type * as contract from '@guatu/contract'
import { type Register, type SheetShape, statusField } from '@guatu/core/fact'
import type { Problem, Words } from '@guatu/core/shared'
import { unitsOf } from '../../office/store.ts'
import type { FileStore } from '../../platform/files.ts'
import type { Fate, Keeping } from './fates.ts'
import { fatesOf } from './fates.ts'
import { type Arriving, arrivingRows, communityNamer, placeOfColumn } from './reading.ts'
import type { CheckedStep, ReadStep, RowFate, Settled } from './store.ts'

export const letterOf = (at: number): string =>
  (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

const refusalsMax = 500
const wordsMax = 200

/** What became of one row or cell, and where in the sheet that is said. */
export interface Settling {
  readonly row: number
  /** The column of a wide sheet's cell, from 0; null for a whole row. */
  readonly cell: number | null
  readonly fate: Fate | { readonly became: 'passed'; readonly why: string }
  /** The column that a refusal is about, from 0. */
  readonly at: number | null
}

export interface SheetPass {
  readonly files: FileStore
  readonly register: Register
  readonly shape: SheetShape
  readonly read: ReadStep
  readonly settled: Settled
  readonly keeping: Keeping
}

function settling(pass: SheetPass, { outcome }: Arriving, fate: Fate | null): Settling {
  const { row } = outcome
  const cell = pass.shape.wide ? outcome.at : null
  if (outcome.became === 'passed') return { row, cell, at: outcome.at, fate: { became: 'passed', why: outcome.why } }
  if (outcome.became === 'refused')
    return {
      row,
      cell,
      at: outcome.at,
      fate: { became: 'refused', entryId: null, problem: outcome.problem, column: '' },
    }
  if (!fate) throw new Error('a row that was read has a fate')
  const at = fate.became === 'refused' ? placeOfColumn(pass.shape, pass.settled, fate.column) : null
  return { row, cell, at: outcome.at ?? at, fate }
}

/** Takes every row of a sheet to its register, or only looks what would become of it, as `keeping` says. */
export async function* settleRows(pass: SheetPass): AsyncGenerator<Settling[]> {
  const { files, register, read, settled, shape, keeping } = pass
  const units = await unitsOf(keeping.tx, keeping.writer.officeId)
  const communities = units.filter(({ kind }) => kind === 'community').map(({ name }) => name)
  const named = communityNamer(register, communities)
  for await (const arriving of arrivingRows(files, read, settled, shape, keeping.writer.today, named)) {
    const rows = arriving.flatMap(({ row, outcome }) => (row ? [{ row, sheetRow: outcome.row }] : []))
    const fates = await fatesOf(keeping, rows)
    let next = 0
    yield arriving.map((one) => settling(pass, one, one.row ? (fates[next++] ?? null) : null))
  }
}

/** The sums of what became of rows, as they go by. */
export class Tally {
  readonly counts = { new: 0, changed: 0, same: 0, refused: 0, passed: 0 }
  readonly refusals: contract.SheetRefusal[] = []
  private readonly noted = new Map<string, { readonly says: Words; rows: number }>()
  private readonly unknown = new Map<string, { column: string; word: string; rows: number }>()
  private readonly heads: ReadonlyMap<number, string>

  constructor(read: ReadStep) {
    this.heads = new Map(read.head.columns.map(({ at, head }) => [at, head]))
  }

  add({ row, at, fate }: Settling): void {
    this.counts[fate.became] += 1
    if (fate.became !== 'passed' && fate.note) this.noteSaid(fate.note)
    if (fate.became !== 'refused' || !fate.problem) return
    this.noteWord(fate.column, fate.problem)
    if (this.refusals.length >= refusalsMax) return
    const { code, says, next } = fate.problem
    const column = at === null ? null : letterOf(at)
    this.refusals.push({
      row,
      column,
      head: at === null ? '' : (this.heads.get(at) ?? ''),
      problem: { code, says, next },
    })
  }

  private noteSaid(says: Words): void {
    const noted = this.noted.get(says.zh) ?? { says, rows: 0 }
    noted.rows += 1
    if (this.noted.size < wordsMax) this.noted.set(says.zh, noted)
  }

  private noteWord(column: string, { code, facts }: Problem): void {
    const word = facts.text ?? facts.unit ?? facts.status
    const of = code === 'fact.status_unknown' ? statusField : column
    if (!unknownWords.has(code) || typeof word !== 'string' || of === '') return
    const key = `${of} ${word}`
    const noted = this.unknown.get(key)
    if (noted) noted.rows += 1
    else if (this.unknown.size < wordsMax) this.unknown.set(key, { column: of, word, rows: 1 })
  }

  checked(): CheckedStep {
    const [unknown, notes] = [[...this.unknown.values()], [...this.noted.values()]]
    return { counts: this.counts, refusals: this.refusals, unknown, notes }
  }
}

const unknownWords = new Set([
  'fact.choice_unknown',
  'fact.unit_unknown',
  'fact.community_unknown',
  'fact.target_unknown',
  'fact.text_form',
  'fact.status_unknown',
])

function becauseOf(fate: Settling['fate']): string {
  if (fate.became === 'passed') return fate.why
  return fate.problem ? `${fate.problem.says.zh}${fate.problem.next.zh}` : (fate.note?.zh ?? '')
}

/** One row as the import keeps what became of it. */
export const keptFate = ({ row, cell, fate }: Settling): RowFate => ({
  rowNumber: row,
  place: cell === null ? 0 : cell + 1,
  became: fate.became,
  entryId: fate.became === 'passed' ? null : fate.entryId,
  because: becauseOf(fate),
})
