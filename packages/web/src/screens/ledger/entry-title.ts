import type { Entry } from '@guatu/contract'
import { say } from '../../words/index.ts'
import type { Ledger } from './use-ledger.ts'

/** What people call a row: the text of its key, else its first text, else the register and the day. */
export function entryTitle({ shape }: Pick<Ledger, 'shape'>, { values, trueOn }: Entry): string {
  const texts = shape.columns.filter(({ kind }) => kind === 'text' || kind === 'longText')
  const column = texts.find(({ id }) => shape.key.includes(id)) ?? texts[0]
  return (column && values[column.id]) || `${say(shape.label)} ${trueOn}`
}
