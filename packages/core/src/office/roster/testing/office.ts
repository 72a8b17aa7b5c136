import { day } from '../../../shared/index.ts'
import { changeByRoster, type RosterChange } from '../change.ts'
import { rosterFromSheets } from '../from-sheets.ts'
import type { RosterNow } from '../now.ts'
import type { RosterSheet } from '../rows.ts'
import { type RosterPart, rosterHeadings, rosterSheetNames } from '../shape.ts'

export const today = day('2023-07-01')

/** A small office: two units, five posts, five people; 李四 has no account yet. */
export const office: RosterNow = {
  units: [
    { id: 'u1', name: '党政办', kind: 'department', parentId: null, closedOn: null },
    { id: 'u2', name: '城管办', kind: 'department', parentId: null, closedOn: null },
  ],
  posts: [
    {
      id: 'p1',
      unitId: 'u1',
      title: '督查',
      duties: ['supervisor'],
      side: 'business',
      wholeLine: false,
      line: [],
      closedOn: null,
    },
    {
      id: 'p2',
      unitId: 'u2',
      title: '经办',
      duties: ['handler'],
      side: 'business',
      wholeLine: false,
      line: [],
      closedOn: null,
    },
    {
      id: 'p3',
      unitId: 'u1',
      title: '领导',
      duties: ['leader'],
      side: 'business',
      wholeLine: true,
      line: [],
      closedOn: null,
    },
    {
      id: 'p4',
      unitId: 'u1',
      title: '系统',
      duties: ['systemAdmin'],
      side: 'systemAdmin',
      wholeLine: false,
      line: [],
      closedOn: null,
    },
    {
      id: 'p5',
      unitId: 'u1',
      title: '副职',
      duties: ['leader'],
      side: 'business',
      wholeLine: false,
      line: ['u2'],
      closedOn: null,
    },
  ],
  people: [
    { id: 'o1', name: '王芳', side: 'business', account: 'wangfang', disabled: false },
    { id: 'o2', name: '李四', side: 'business', account: null, disabled: false },
    { id: 'o3', name: '钱五', side: 'systemAdmin', account: 'qianwu', disabled: false },
    { id: 'o4', name: '同名', side: 'business', account: null, disabled: false },
    { id: 'o5', name: '同名', side: 'business', account: null, disabled: false },
  ],
  holdings: [
    {
      id: 'h1',
      postId: 'p1',
      officerId: 'o1',
      kind: 'holder',
      fromDay: day('2023-01-01'),
      untilDay: null,
      confirmedBy: 'o1',
    },
    {
      id: 'h2',
      postId: 'p2',
      officerId: 'o2',
      kind: 'holder',
      fromDay: day('2023-01-01'),
      untilDay: null,
      confirmedBy: 'o1',
    },
    {
      id: 'h3',
      postId: 'p4',
      officerId: 'o3',
      kind: 'holder',
      fromDay: day('2023-01-01'),
      untilDay: null,
      confirmedBy: 'o1',
    },
    {
      id: 'h4',
      postId: 'p3',
      officerId: 'o1',
      kind: 'deputy',
      fromDay: day('2023-02-01'),
      untilDay: day('2023-12-31'),
      confirmedBy: 'o1',
    },
  ],
}

/** Rows of the sheets as the office writes them, `|` between two cells. */
export type Written = Partial<Record<RosterPart, readonly string[]>>

export const cellsOf = (row: string): string[] => row.split('|').map((cell) => cell.trim())

/** The three sheets with these rows under their headings. */
export const sheetsOf = (written: Written): RosterSheet[] =>
  (['units', 'posts', 'people'] as const).map((part) => ({
    name: rosterSheetNames[part],
    rows: [
      rosterHeadings[part],
      ...(written[part] ?? []).map((row) => {
        const cells = cellsOf(row)
        return rosterHeadings[part].map((_, column) => cells[column] ?? '')
      }),
    ],
    merges: [],
    hiddenRows: [],
    formulas: [],
  }))

/** Accounts of letters, digits and three signs. */
export const accountOf = (typed: string): string => typed.replace(/[^\p{L}\p{N}._-]/gu, '')

export function changeOf(written: Written, { now = office, isFormal = false } = {}): RosterChange {
  const file = rosterFromSheets(sheetsOf(written), accountOf)
  if (!file.ok) throw new Error(file.problem.code)
  return changeByRoster(file.value, now, { isFormal, today })
}

/** What became of each row: its fate, or the codes of its problems. */
export const fatesOf = ({ rows }: RosterChange): string[] =>
  rows.map(({ fate, problems }) => (fate === 'refused' ? problems.map(({ code }) => code).join(' ') : fate))
