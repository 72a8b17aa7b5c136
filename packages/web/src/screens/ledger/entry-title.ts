import type { Entry, RegisterShape } from '@guatu/contract'
import { say } from '../../words/index.ts'

/** The column that people call a row by: a text of its key, else its first text. */
export function titleColumn({ columns, key }: Pick<RegisterShape, 'columns' | 'key'>) {
  const texts = columns.filter(({ kind }) => kind === 'text' || kind === 'longText')
  return texts.find(({ id }) => key.includes(id)) ?? texts[0]
}

/** What people call a row: that text, else the register and the day. */
export function entryTitle({ shape }: { readonly shape: RegisterShape }, { values, trueOn }: Entry): string {
  const column = titleColumn(shape)
  return (column && values[column.id]) || `${say(shape.label)} ${trueOn}`
}
