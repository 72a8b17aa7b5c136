import { m, say } from '../../words/index.ts'
import type { RegisterColumn } from './ColumnField.tsx'

const listSeparator = '、'

/** What belongs to no community, by the value that stands for it. */
export const beyondCommunities = (): Readonly<Record<string, string>> => ({
  street: m.column_street(),
  outside: m.column_outside(),
})

/** A value by its name, where the register knows it by one. */
const nameIn = ({ options }: RegisterColumn, value: string): string =>
  say(options.find((option) => option.value === value)?.label ?? { zh: value, en: value })

/** A cell as it came over the wire, as people read it: choices and communities by their names, files by their number. */
export function cellWords(column: RegisterColumn, text: string): string {
  const parts = text === '' ? [] : text.split(listSeparator)
  switch (column.kind) {
    case 'choice':
    case 'choices':
      return parts.map((part) => nameIn(column, part)).join(listSeparator)
    case 'community':
    case 'communities':
      return parts.map((part) => beyondCommunities()[part] ?? part).join(listSeparator)
    case 'evidence':
      return parts.length === 0 ? '' : m.column_files({ count: parts.length })
    case 'quantity':
    case 'money':
      return text === '' || column.unitLabel === null ? text : `${text}${say(column.unitLabel)}`
    case 'percentage':
      return text === '' ? '' : `${text}%`
    default:
      return nameIn(column, text)
  }
}
