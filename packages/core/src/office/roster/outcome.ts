import type { Problem, Words } from '../../shared/index.ts'
import type { Read } from './from-sheets.ts'
import type { RosterPart } from './shape.ts'

/** What becomes of a row: it makes something, changes it, ends it, finds it as it is, or is not taken. */
export type Fate = 'new' | 'changed' | 'ended' | 'same' | 'refused'

export interface RowOutcome {
  readonly part: RosterPart
  readonly row: number
  readonly title: string
  readonly fate: Fate
  /** What would be done; empty where nothing is, or where problems say why. */
  readonly says: Words
  readonly problems: readonly Problem[]
}

const nothing: Words = { zh: '', en: '' }

/** The outcomes of the rows of one part: settled one by one, in any order, given back in the order of the rows. */
export class Outcomes {
  private readonly part: RosterPart
  private readonly reads: readonly Read<unknown>[]
  private readonly settled = new Map<number, Pick<RowOutcome, 'fate' | 'says' | 'problems'>>()

  constructor(part: RosterPart, reads: readonly Read<unknown>[]) {
    this.part = part
    this.reads = reads
    for (const { row, says, problems } of reads) if (says === null) this.refuse(row, ...problems)
  }

  settle(row: number, fate: Exclude<Fate, 'refused'>, says: Words = nothing): void {
    this.settled.set(row, { fate, says, problems: [] })
  }

  refuse(row: number, ...problems: readonly Problem[]): void {
    this.settled.set(row, { fate: 'refused', says: nothing, problems })
  }

  isRefused(row: number): boolean {
    return this.settled.get(row)?.fate === 'refused'
  }

  list(): RowOutcome[] {
    return this.reads.map(({ row, names }) => ({
      part: this.part,
      row,
      title: names.filter((name) => name !== '').join(' · '),
      ...(this.settled.get(row) ?? { fate: 'same', says: nothing, problems: [] }),
    }))
  }
}
