import type { Words } from '../shared/index.ts'
import { optionFor } from './columns/choice.ts'
import type { Column } from './columns/index.ts'
import { isFilled, isText, isTextList, type Value } from './columns/value.ts'
import { printed } from './printed.ts'
import type { Register } from './register/register.ts'

/** What a cell of a row says in words, and in which column. */
export interface SaidInRow {
  readonly column: string
  readonly text: Words
}

const inWords: readonly Column['kind'][] = [
  'text',
  'longText',
  'choice',
  'choices',
  'unit',
  'units',
  'community',
  'communities',
  'uscc',
  'documentNumber',
]

/** Whether a column holds words that a search may know: what is need-to-know (L3) is in no index, whoever may read it. */
export const isSearched = ({ privacy: own }: Pick<Register, 'privacy'>, { kind, privacy }: Column): boolean =>
  (privacy ?? own) !== 'L3' && inWords.includes(kind)

function inEnglish(column: Column, value: Value, zh: string): string {
  if (column.kind !== 'choice' && column.kind !== 'choices') return zh
  const chosen = isText(value) ? [value] : isTextList(value) ? value : []
  return chosen.map((one) => optionFor(column, one)?.label.en ?? one).join(', ')
}

/** What a row says in words, column by column: by this a search knows it. */
export const saidInRow = (
  register: Pick<Register, 'columns' | 'privacy'>,
  content: Readonly<Record<string, Value | null | undefined>>,
): readonly SaidInRow[] =>
  Object.entries(register.columns).flatMap(([id, column]) => {
    const value = content[id]
    if (!isSearched(register, column) || !isFilled(value)) return []
    const zh = printed(column, value, 'people')
    return [{ column: id, text: { zh, en: inEnglish(column, value, zh) } }]
  })
