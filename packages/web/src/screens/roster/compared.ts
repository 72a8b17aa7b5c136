import type { RosterAnswer, RosterRow } from '@guatu/contract'
import type { Compared } from '../../ui/forms/conflict.ts'
import { m, say } from '../../words/index.ts'
import { fates, partName } from './names.ts'

const keyOf = ({ part, row }: RosterRow): string => `${part} ${row}`

/** What becomes of a row, in one line: 新增：新增岗位, or why it is not taken. */
const becomes = ({ fate, says, problems }: RosterRow): string => {
  const why = [say(says), ...problems.map((problem) => say(problem.says))].filter((words) => words !== '')
  return [fates[fate].says(), ...why].join('　')
}

/** The rows of one file of which two previews say different things: first as it was seen, then as it is now. */
export function rowsThatDiffer(before: RosterAnswer, now: RosterAnswer): readonly Compared[] {
  const seen = new Map(before.rows.map((row) => [keyOf(row), becomes(row)]))
  return now.rows.flatMap((row) => {
    const [was, is] = [seen.get(keyOf(row)) ?? '', becomes(row)]
    const label = m.roster_row_named({ part: partName[row.part](), row: row.row, title: row.title })
    return was === is ? [] : [{ label, opened: was, mine: was, now: is }]
  })
}
