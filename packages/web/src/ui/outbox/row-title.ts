import type { RegisterShape } from '@guatu/contract'
import { say } from '../../words/index.ts'

const told: readonly RegisterShape['columns'][number]['kind'][] = ['text', 'longText']

/** By what a person tells a row from others before it has a number: words of its key, else its first words, else its register. */
export function rowTitle(
  { columns, key, label }: Pick<RegisterShape, 'columns' | 'key' | 'label'>,
  values: Readonly<Record<string, string>>,
): string {
  const texts = columns.filter(({ kind, id }) => told.includes(kind) && (values[id] ?? '') !== '')
  const text = texts.find(({ id }) => key.includes(id)) ?? texts[0]
  const day = columns.find(({ kind, id }) => kind === 'date' && (values[id] ?? '') !== '')
  return (text && values[text.id]) || [say(label), day && values[day.id]].filter(Boolean).join(' ')
}
