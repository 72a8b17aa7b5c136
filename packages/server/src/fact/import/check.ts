import type * as contract from '@guatu/contract'
import { type ColumnProblem, printed, type Register, type SheetShape, statusField, type Value } from '@guatu/core/fact'
import type { Problem, Words } from '@guatu/core/shared'
import { unitsOf } from '../../office/index.ts'
import type { FileStore } from '../../platform/files.ts'
import type { Fate, Keeping } from './fate.ts'
import { alsoWrong, fatesOf } from './fates.ts'
import { type Arriving, arrivingRows, communityNamer, placeOfColumn } from './reading.ts'
import type { CheckedStep, ReadStep, RowFate, Settled } from './store.ts'

export const letterOf = (at: number): string =>
  (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

const refusalsMax = 500
const firstMax = 20
const wordsMax = 200

/** What became of one row or cell, and where in the sheet that is said. */
export interface Settling {
  readonly row: number
  /** The column of a wide sheet's cell, from 0; null for a whole row. */
  readonly cell: number | null
  readonly fate: Fate | { readonly became: 'passed'; readonly why: string }
  /** All that a refusal is about, the first first. */
  readonly wrong: readonly Wrong[]
}

/** One thing that is wrong with a row. */
interface Wrong {
  /** The column of the sheet, from 0; null where none says it. */
  readonly at: number | null
  /** The column of the register; empty where it is about the whole row. */
  readonly column: string
  readonly problem: Problem
}

export interface SheetPass {
  readonly files: FileStore
  readonly register: Register
  readonly shape: SheetShape
  readonly read: ReadStep
  readonly settled: Settled
  readonly keeping: Keeping
}

/** What is wrong with a row that was read, by column of the sheet. */
const wrongWith = ({ shape, settled }: SheetPass, problems: readonly ColumnProblem[]): Wrong[] =>
  problems.map(({ column, problem }) => ({ at: placeOfColumn(shape, settled, column), column, problem }))

const beyond = Number.MAX_SAFE_INTEGER
const fromTheLeft = (wrong: readonly Wrong[]): Wrong[] => wrong.toSorted((a, b) => (a.at ?? beyond) - (b.at ?? beyond))

function settling(pass: SheetPass, { outcome }: Arriving, fate: Fate | null, more: readonly ColumnProblem[]): Settling {
  const { row } = outcome
  const cell = pass.shape.wide ? outcome.at : null
  if (outcome.became === 'passed') return { row, cell, wrong: [], fate: { became: 'passed', why: outcome.why } }
  if (outcome.became === 'refused') {
    const read = outcome.wrong.map((one) => ({ ...one, column: '' }))
    // What could not be read is not called missing as well.
    const told = new Set(read.map(({ at }) => at))
    const others = wrongWith(pass, more).filter(({ at }) => at === null || !told.has(at))
    const fate = { became: 'refused', entryId: null, problem: outcome.problem, column: '' } as const
    return { row, cell, wrong: fromTheLeft([...read, ...others]), fate }
  }
  if (!fate) throw new Error('a row that was read has a fate')
  if (fate.became !== 'refused' || !fate.problem) return { row, cell, wrong: [], fate }
  const { problem, column, problems = [] } = fate
  const all = wrongWith(pass, problems.length > 0 ? problems : [{ column, problem }])
  return { row, cell, wrong: all.map((one) => ({ ...one, at: outcome.at ?? one.at })), fate }
}

/** What the register says of rows that could not be read whole, by their place; only where it is looked first. */
async function alsoWrongIn(pass: SheetPass, arriving: readonly Arriving[]) {
  const { keeping, shape } = pass
  const unread = arriving.flatMap(({ outcome, readable }, at) =>
    outcome.became === 'refused' && readable ? [{ at, row: readable }] : [],
  )
  if (keeping.recording.keep !== false || shape.wide || unread.length === 0) return new Map<number, ColumnProblem[]>()
  const found = await alsoWrong(
    keeping,
    unread.map(({ row }) => row),
  )
  return new Map(unread.map(({ at }, i) => [at, [...(found.get(i) ?? [])]]))
}

/** Takes every row of a sheet to its register, or only looks what would become of it, as `keeping` says. */
export async function* settleRows(pass: SheetPass): AsyncGenerator<Settling[]> {
  const { files, register, read, settled, shape } = pass
  const keeping = { ...pass.keeping, startsAt: settled.constants[statusField] }
  const units = await unitsOf(keeping.tx, keeping.writer.officeId)
  const communities = units.filter(({ kind }) => kind === 'community').map(({ name }) => name)
  const named = communityNamer(register, communities)
  for await (const arriving of arrivingRows(files, read, settled, shape, keeping.writer.today, named)) {
    const rows = arriving.flatMap(({ row, outcome }) => (row ? [{ row, sheetRow: outcome.row }] : []))
    const fates = await fatesOf(keeping, rows)
    const more = await alsoWrongIn(pass, arriving)
    let next = 0
    yield arriving.map((one, at) => settling(pass, one, one.row ? (fates[next++] ?? null) : null, more.get(at) ?? []))
  }
}

/** The sums of what became of rows, as they go by. */
export class Tally {
  readonly counts = { new: 0, changed: 0, same: 0, refused: 0, passed: 0 }
  readonly refusals: contract.SheetRefusal[] = []
  private readonly noted = new Map<string, { readonly says: Words; rows: number }>()
  private readonly unknown = new Map<string, { column: string; word: string; rows: number }>()
  private readonly first: contract.SheetImport['first'][number][] = []
  private readonly heads: ReadonlyMap<number, string>
  private readonly codes: ReadonlyMap<string, string>
  private readonly register: Register

  constructor(read: ReadStep, { register, targets }: Keeping) {
    this.heads = new Map(read.head.columns.map(({ at, head }) => [at, head]))
    this.codes = new Map(targets.map(({ id, code }) => [id, code]))
    this.register = register
  }

  add({ row, fate, wrong }: Settling): void {
    this.counts[fate.became] += 1
    if (fate.became !== 'passed' && fate.note) this.noteSaid(fate.note)
    if (fate.became !== 'passed' && fate.became !== 'refused') this.noteFirst(row, fate)
    for (const { column, problem } of wrong) this.noteWord(column, problem)
    if (this.refusals.length >= refusalsMax) return
    this.refusals.push(
      ...wrong.map(({ at, column, problem: { code, says, next } }) => ({
        row,
        column: at === null ? null : letterOf(at),
        head: at === null ? (this.register.columns[column]?.label.zh ?? '') : (this.heads.get(at) ?? ''),
        problem: { code, says, next },
      })),
    )
  }

  private noteFirst(row: number, { became, stands }: Fate): void {
    if (became === 'refused' || !stands || this.first.length >= firstMax) return
    this.first.push({ row, became, status: stands.status, values: this.shown(stands.values) })
  }

  /** The values of a row as forms and lists show them; a target by its code. */
  private shown(values: Readonly<Record<string, Value>>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(values).flatMap(([id, value]) => {
        const column = this.register.columns[id]
        if (!column) return []
        const text = printed(column, value)
        return [[id, column.kind === 'target' ? (this.codes.get(text) ?? text) : text]]
      }),
    )
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
    return { counts: this.counts, first: this.first, refusals: this.refusals, unknown, notes }
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

function becauseOf({ fate, wrong }: Settling): string {
  if (fate.became === 'passed') return fate.why
  if (fate.became !== 'refused') return fate.note?.zh ?? ''
  return wrong.map(({ problem: { says, next } }) => `${says.zh}${next.zh}`).join('')
}

/** One row as the import keeps what became of it. */
export function keptFate(settled: Settling): RowFate {
  const { row, cell, fate } = settled
  return {
    rowNumber: row,
    place: cell === null ? 0 : cell + 1,
    became: fate.became,
    entryId: fate.became === 'passed' ? null : fate.entryId,
    because: becauseOf(settled),
  }
}
