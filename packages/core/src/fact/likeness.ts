import { addDays, type Day } from '../shared/index.ts'

/** A row as it is looked at for others that say the same. */
export interface TitledRow {
  readonly id: string
  readonly title: string
  readonly on: Day
}

/** The figures by which two rows are shown side by side; a choice of the office. */
export interface LikenessRules {
  /** So many days apart at most. */
  readonly daysMax: number
  /** Least likeness of the titles, in per cent. */
  readonly percentMin: number
}

const plain = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')

// A blank before and behind, so that the first and the last characters weigh like those between them.
function trigramsOf(title: string): ReadonlySet<string> {
  const characters = ['', '', ...plain(title), '']
  return new Set(characters.slice(2).map((_, i) => `${characters[i]}|${characters[i + 1]}|${characters[i + 2]}`))
}

/** How alike two titles are by their groups of three characters, in whole per cent: 100 where they are the same, 0 for blanks. */
export function likenessOf(a: string, b: string): number {
  if (plain(a) === '' || plain(b) === '') return 0
  const [left, right] = [trigramsOf(a), trigramsOf(b)]
  const shared = [...left].filter((one) => right.has(one)).length
  return Math.floor((200 * shared) / (left.size + right.size))
}

/** The rows that may say the same as one, the likest first; the row itself is none of them. */
export function alikeTo<R extends TitledRow>(
  row: TitledRow,
  others: readonly R[],
  { daysMax, percentMin }: LikenessRules,
): readonly { readonly row: R; readonly percent: number }[] {
  const [from, to] = [addDays(row.on, -daysMax), addDays(row.on, daysMax)]
  return others
    .filter(({ id, on }) => id !== row.id && on >= from && on <= to)
    .map((other) => ({ row: other, percent: likenessOf(row.title, other.title) }))
    .filter(({ percent }) => percent >= percentMin)
    .toSorted((a, b) => b.percent - a.percent)
}
