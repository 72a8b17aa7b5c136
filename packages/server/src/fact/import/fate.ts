import {
  type ColumnProblem,
  numberField,
  type Register,
  type RowText,
  sheetProblems,
  statusField,
} from '@guatu/core/fact'
import type { Problem, Words } from '@guatu/core/shared'
import type { Tx } from '../../platform/db.ts'
import type { Writer } from '../draft.ts'
import type { Feedable } from '../feedable.ts'
import type { Recorded, Recording } from '../record-entries.ts'
import type { Refusal } from '../sift.ts'
import type { KeptEntry } from '../store.ts'

type Stands = Recorded['rows'][number]

/** What becomes of a row of a sheet in its register. */
export interface Fate {
  readonly became: 'new' | 'changed' | 'same' | 'refused'
  readonly entryId: string | null
  readonly problem: Problem | null
  /** The column of the register that a refusal is about; empty where it is about the whole row. */
  readonly column: string
  /** All that a refusal is about. */
  readonly problems?: readonly ColumnProblem[]
  /** What a row that is taken will hold, and where it will stand. */
  readonly stands?: Stands
  /** What should be known of a row that is taken. */
  readonly note?: Words
}

/** How rows of a sheet are taken to their register; with `keep` off it is only said what would become of them. */
export interface Keeping {
  readonly tx: Tx
  readonly writer: Writer
  readonly register: Register
  readonly targets: readonly Feedable[]
  readonly recording: Recording
  /** Of whoever brings the sheet: they say which steps of a lifecycle it may take rows. */
  readonly duties: readonly string[]
  /** Where new rows stand that say it not; left out, at the beginning of the lifecycle. */
  readonly startsAt?: string | undefined
  /** Versions that this very sheet has brought, by their root, with the row of the sheet. */
  readonly brought: Map<string, number>
  /** Keys that rows of this sheet would take, where nothing is kept, with the row that does. */
  readonly previewed: Map<string, number>
}

export interface SheetRowText {
  readonly row: RowText
  /** As the sheet numbers it. */
  readonly sheetRow: number
}

export const refusedWith = ({ problem, problems }: Pick<Refusal, 'problem' | 'problems'>): Fate => ({
  became: 'refused',
  entryId: null,
  problem,
  column: problems[0]?.column ?? '',
  problems,
})

export const again = (first: number): Fate => ({
  became: 'refused',
  entryId: null,
  problem: sheetProblems('sheet.duplicate', { first }),
  column: '',
})

/** The version that counts of a row that stands: the last that was neither returned nor withdrawn. */
export function lastStanding(versions: readonly KeptEntry[], states: ReadonlyMap<string, string>): KeptEntry | null {
  const standing = versions.filter(({ id }) => ['submitted', 'verified'].includes(states.get(id) ?? ''))
  return standing.toSorted((a, b) => (a.knownAt < b.knownAt ? -1 : a.knownAt > b.knownAt ? 1 : 0)).at(-1) ?? null
}

/** What a row of a sheet says of its columns, and beside it where it stands; undefined where that is not said. */
export function parted({ row }: SheetRowText): { readonly text: RowText; readonly status: string | undefined } {
  const { [statusField]: status, [numberField]: _, ...text } = row
  return { text, status }
}

/** Puts what was said of some rows in their places. */
export function spread(
  places: readonly number[],
  { entries, rows, refused, notes }: Recorded,
  became: 'new' | 'changed',
  fates: Fate[],
): void {
  const wrong = new Map(refused.map((refusal) => [refusal.row - 1, refusal]))
  const noted = new Map(notes.map(({ row, says }) => [row - 1, says]))
  let next = 0
  for (const [i, at] of places.entries()) {
    const [refusal, note] = [wrong.get(i), noted.get(i)]
    if (refusal) {
      fates[at] = refusedWith(refusal)
      continue
    }
    const [entryId = null, stands] = [entries[next], rows[next]]
    next += 1
    fates[at] = { became, entryId, problem: null, column: '', ...(stands ? { stands } : {}), ...(note ? { note } : {}) }
  }
}
