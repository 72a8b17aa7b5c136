import type * as contract from '@guatu/contract'
import type { Fate, RosterChange } from '@guatu/core/office'

const countOf = ({ rows }: RosterChange, fate: Fate): number => rows.filter((row) => row.fate === fate).length

/** The fate of every row, at a version of what it was compared with. */
export const presentRoster = (
  change: RosterChange,
  seen: Pick<contract.RosterAnswer, 'digest' | 'at' | 'version' | 'effect'>,
): contract.RosterAnswer => ({
  ...seen,
  counts: {
    new: countOf(change, 'new'),
    changed: countOf(change, 'changed'),
    ended: countOf(change, 'ended'),
    same: countOf(change, 'same'),
    refused: countOf(change, 'refused'),
  },
  rows: change.rows.map(({ problems, ...row }) => ({
    ...row,
    problems: problems.map(({ code, says, next }) => ({ code, says, next })),
  })),
  absent: change.absent.map(({ name }) => name),
})
