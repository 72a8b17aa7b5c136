/** The parts of the address that say which rows of a ledger are shown, and how. */
export const askedNames = [
  'target',
  'state',
  'status',
  'due',
  'mark',
  'unit',
  'number',
  'text',
  'from',
  'to',
  'where',
  'sort',
  'way',
] as const
export type AskedName = (typeof askedNames)[number]
export type LedgerAsked = Readonly<Partial<Record<AskedName, string>>>

/** What cells have to be, by column. */
export type Where = Readonly<Record<string, readonly string[]>>

/** `eventType:drill,visit;online:是` as it stands in the address: legible, and safe there whatever the values are. */
export const whereText = (where: Where): string | undefined => {
  const parts = Object.entries(where)
    .filter(([, values]) => values.length > 0)
    .map(([column, values]) => `${column}:${values.map(encodeURIComponent).join(',')}`)
  return parts.length === 0 ? undefined : parts.join(';')
}

export function readWhere(text: string | undefined): Where {
  const parts = (text ?? '').split(';').flatMap((part) => {
    const [column = '', values = ''] = part.split(':')
    return column === '' || values === '' ? [] : [[column, values.split(',').map(decoded)] as const]
  })
  return Object.fromEntries(parts)
}

// An address may be typed by hand: what cannot be read stays as it is and finds nothing.
const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The same as the server is asked. */
export function entriesAsked({
  where,
  sort,
  way,
  ...plain
}: LedgerAsked): Readonly<Record<string, string | undefined>> {
  const columns = Object.entries(readWhere(where)).map(([column, is]) => [column, { is }] as const)
  return {
    ...plain,
    columns: columns.length === 0 ? undefined : JSON.stringify(Object.fromEntries(columns)),
    sort,
    way: sort === undefined ? undefined : way,
  }
}
