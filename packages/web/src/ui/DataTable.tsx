import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type ReactNode, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { m } from '../words/index.ts'
import { cx } from './cx.ts'
import { SortIcon } from './icons.tsx'
import { useNarrow } from './media.ts'
import styles from './table.module.css'
import { useMore } from './use-more.ts'
import { useOnPaper } from './use-on-paper.ts'

/** One column. With `value` it can be sorted; `width` is in pixels, a column without one takes what is left. */
export interface Column<R> {
  readonly id: string
  readonly header: string
  readonly cell: (row: R) => ReactNode
  readonly value?: (row: R) => string | number
  readonly width?: number
  readonly figures?: boolean
  /** Stays in sight at the right edge while the rest scrolls sideways: for what can be done with a row. */
  readonly stuck?: boolean
  /** Not on paper, where nothing can be ticked or pressed; a column that is stuck stays away as well. */
  readonly offPaper?: boolean
}

interface TableProps<R> {
  /** Says what the table holds; read out when it gets focus. */
  readonly label: string
  readonly rows: readonly R[]
  readonly columns: readonly Column<R>[]
  readonly rowKey: (row: R) => string
  /** All there are, where `rows` holds a part. */
  readonly total?: number
  /** Height of the scrolling part in pixels; the page scrolls when there are few rows. */
  readonly heightMax?: number
  readonly chosen?: (row: R) => boolean
  /** On a phone each row is a card, its cells below one another with their heads. */
  readonly cards?: boolean
  /** Where the server puts the rows in order: by which column they are, and what asks for another. */
  readonly order?: Order
  /** Called when the last rows that are there come into sight. */
  readonly onEnd?: () => void
}

export interface Order {
  readonly column: string | undefined
  readonly way: 'up' | 'down'
  readonly onOrder: (column: string) => void
}

const rowHeight = 44
const phoneMax = 600
/** A table of so many rows stands whole in the page, where the browser's own search finds each of them. */
const wholeUpTo = 150
/** So many rows before the end of what is there, more are asked for. */
const rowsAhead = 30
/** What a column that takes what is left counts for on paper, beside the widths of the others. */
const openWeight = 360
const collator = new Intl.Collator('zh-CN', { numeric: true })
const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: {
    words: (a, b, id) => collator.compare(String(a.getValue(id)), String(b.getValue(id))),
  },
})

/**
 * A ledger: a real `<table>`, so that rows and columns are read out. Of a long one only the rows in sight are in the
 * page, and on paper all of them.
 * `<DataTable label="台账" rows={entries} rowKey={(e) => e.id} columns={columns} />`; keep `columns` stable.
 */
export function DataTable<R extends object>({
  label,
  rows,
  columns: all,
  rowKey,
  total = rows.length,
  heightMax = 620,
  chosen,
  cards = false,
  order,
  onEnd,
}: TableProps<R>) {
  const data = useMemo(() => [...rows], [rows])
  const onPaper = useOnPaper()
  const columns = useMemo(() => (onPaper ? all.filter((column) => isOnPaper(column, data)) : all), [all, onPaper, data])
  const isOrderedHere = order === undefined
  const defs = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        accessorFn: (row: R) => column.value?.(row) ?? '',
        enableSorting: isOrderedHere && column.value !== undefined,
        sortFn: 'words' as const,
      })),
    [columns, isOrderedHere],
  )
  const table = useTable({ features, columns: defs, data, getRowId: rowKey })
  const sorted = table.getRowModel().rows
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => sorted[index]?.id ?? index,
    measureElement: (element) => element.getBoundingClientRect().height,
    overscan: 12,
  })
  const isNarrow = useNarrow(phoneMax)
  const asCards = cards && isNarrow && !onPaper
  // What is no longer laid out as a table is still read out as one.
  const role = (name: string) => (asCards ? { role: name } : {})
  const items = virtual.getVirtualItems()
  const isWhole = onPaper || sorted.length <= wholeUpTo
  const shown = isWhole ? sorted.map((_, index) => index) : items.map(({ index }) => index)
  const above = isWhole ? 0 : (items[0]?.start ?? 0)
  const below = isWhole ? 0 : virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const more = useMore(scroller)
  const last = items.at(-1)?.index ?? 0
  const isAtEnd = !onPaper && rows.length > 0 && last >= rows.length - rowsAhead
  const tellEnd = useEffectEvent(() => onEnd?.())
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when more rows came and their end is in sight.
  useEffect(() => {
    if (isAtEnd) tellEnd()
  }, [isAtEnd, rows.length])
  const stuck = columns.find((column) => column.stuck)?.width
  return (
    <>
      {(more.left || more.right) && !asCards && <p className={styles.hint}>{m.table_more()}</p>}
      {onPaper && total > rows.length && <p>{m.table_printed_part({ count: rows.length, total })}</p>}
      <div
        className={cx(styles.frame, more.left && styles.moreLeft, more.right && styles.moreRight)}
        style={
          {
            '--stuck-width': stuck === undefined ? undefined : `${stuck}px`,
            '--height-max': `${heightMax}px`,
            '--least-width': `${leastWidth(columns)}px`,
          } as CSSProperties
        }
      >
        <section
          ref={scroller}
          className={styles.scroller}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
          tabIndex={0}
          aria-label={label}
        >
          <table className={cx(styles.table, asCards && styles.cards)} aria-rowcount={total + 1} {...role('table')}>
            <colgroup>
              {columns.map((column) => (
                <col key={column.id} className={cx(column.stuck && styles.stuck)} style={widthOf(column, columns)} />
              ))}
            </colgroup>
            <thead {...role('rowgroup')}>
              {table.getHeaderGroups().map((group) => (
                <tr key={group.id} aria-rowindex={1} {...role('row')}>
                  {group.headers.map((header) => (
                    <Head
                      key={header.id}
                      column={columns.find((c) => c.id === header.column.id)}
                      sort={
                        onPaper || asCards
                          ? null
                          : order
                            ? orderedBy(
                                order,
                                columns.find((c) => c.id === header.column.id),
                              )
                            : header.column
                      }
                    />
                  ))}
                </tr>
              ))}
            </thead>
            <tbody {...role('rowgroup')}>
              {above > 0 && <Spacer height={above} columns={columns.length} />}
              {shown.map((index) => {
                const row = sorted[index]
                if (!row) return null
                return (
                  <tr
                    key={row.id}
                    ref={virtual.measureElement}
                    data-index={index}
                    aria-rowindex={index + 2}
                    className={cx(chosen?.(row.original) && styles.chosen)}
                    {...role('row')}
                  >
                    {columns.map((column) => (
                      <td
                        key={column.id}
                        data-label={asCards ? column.header : undefined}
                        {...role('cell')}
                        className={cx(column.figures && styles.figures, column.stuck && styles.stuck)}
                      >
                        {column.cell(row.original)}
                      </td>
                    ))}
                  </tr>
                )
              })}
              {below > 0 && <Spacer height={below} columns={columns.length} />}
            </tbody>
          </table>
        </section>
      </div>
    </>
  )
}

/** On paper nothing can be pressed, and a column in which no row says anything takes room from the others. */
const isOnPaper = <R,>({ stuck, offPaper, value }: Column<R>, rows: readonly R[]): boolean =>
  !stuck && !offPaper && (value === undefined || rows.some((row) => value(row) !== ''))

const leastWidth = <R,>(columns: readonly Column<R>[]): number =>
  columns.reduce((sum, column) => sum + (column.width ?? 160), 0)

/** In pixels on the screen; on paper its share of the sheet, where nobody can scroll to what does not fit. */
function widthOf<R>(column: Column<R>, columns: readonly Column<R>[]): CSSProperties {
  const weight = ({ width }: Column<R>) => width ?? openWeight
  const whole = columns.filter(({ stuck, offPaper }) => !stuck && !offPaper).reduce((sum, one) => sum + weight(one), 0)
  return {
    '--width': column.width === undefined ? undefined : `${column.width}px`,
    '--share': `${(weight(column) / whole) * 100}%`,
  } as CSSProperties
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row that only takes up room cannot get focus.
    <tr aria-hidden="true">
      <td colSpan={columns} className={styles.spacer} style={{ height }} />
    </tr>
  )
}

interface Sortable {
  getCanSort(): boolean
  getIsSorted(): false | 'asc' | 'desc'
  toggleSorting(): void
}

/** A head by which the server is asked for another order. */
const orderedBy = <R,>({ column: by, way, onOrder }: Order, column: Column<R> | undefined): Sortable => ({
  getCanSort: () => column?.value !== undefined,
  getIsSorted: () => (column === undefined || by !== column.id ? false : way === 'up' ? 'asc' : 'desc'),
  toggleSorting: () => column && onOrder(column.id),
})

interface HeadProps {
  readonly column: Pick<Column<never>, 'header' | 'stuck'> | undefined
  /** How it can be sorted; on paper not at all, and a button there is not drawn again on the next sheet. */
  readonly sort: Sortable | null
}

function Head({ column, sort }: HeadProps) {
  const header = column?.header ?? ''
  if (!sort?.getCanSort())
    return (
      <th scope="col" className={cx(column?.stuck && styles.stuck)}>
        {header}
      </th>
    )
  const way = sort.getIsSorted()
  return (
    <th scope="col" aria-sort={way === 'asc' ? 'ascending' : way === 'desc' ? 'descending' : 'none'}>
      <button type="button" className={styles.sort} onClick={() => sort.toggleSorting()}>
        {header}
        <SortIcon way={way} />
      </button>
    </th>
  )
}
