import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  bestFit,
  findHead,
  headRowsMax,
  type RowOutcome,
  rowReader,
  type SheetHead,
  type SheetShape,
} from '@guatu/core/fact'
import { day } from '@guatu/core/shared'
import type { SheetRow } from '@guatu/core/text'
import { sheetShapes } from '@guatu/definitions'
import { asWorkbook, converterPath } from '@guatu/server/text/legacy-office'
import { readReceivedLedger } from '@guatu/server/text/read-received'
import { describe, expect, test } from 'vitest'
import { sharedFolder } from './support/shared.ts'

const shared = sharedFolder()
const folder = join(shared ?? '.', 'gold/files/ledgers')

interface Place {
  readonly row: number
  readonly col?: string
}
interface Expected {
  readonly file: string
  readonly sheet: string
  readonly year: number
  readonly fields: Readonly<Record<string, string>>
  readonly titleRows: readonly number[]
  readonly headRows: readonly number[]
  readonly counts: { readonly accepted: number; readonly refused: number; readonly ignored: number }
  readonly accepted?: readonly (Place & Readonly<Record<string, unknown>>)[]
  readonly acceptedSample?: readonly (Place & Readonly<Record<string, unknown>>)[]
  readonly digest?: { readonly sha256: string }
  readonly refused: readonly (Place & { readonly reason: string })[]
  readonly ignored: readonly (Place & { readonly why: string })[]
  readonly warnings: readonly (Place & { readonly warn: string })[]
  readonly personal: readonly (Place & { readonly secret: string })[]
  readonly droppedColumns?: readonly string[]
}

const expectationOf = (name: string): Expected => JSON.parse(readFileSync(join(folder, `${name}.expect.json`), 'utf8'))

interface Understood {
  readonly sheet: string
  readonly shape: SheetShape
  readonly head: SheetHead
  readonly outcomes: readonly RowOutcome[]
}

/** Reads a ledger as the importer does: the first rows tell the head and the shape, then row after row. */
async function understood(file: string): Promise<Understood> {
  const bytes = await asWorkbook(readFileSync(join(folder, file)), file)
  if (!bytes.ok) throw new Error(bytes.problem.says.zh)
  const rows: SheetRow[] = []
  const read = await readReceivedLedger(bytes.value.bytes, bytes.value.name, null, async (some) => {
    rows.push(...some)
  })
  if (!read.ok) throw new Error(read.problem.says.zh)
  const head = findHead(
    rows.slice(0, headRowsMax).map(({ cells }) => cells),
    sheetShapes,
  )
  const fit = head && bestFit(sheetShapes, head.columns)
  if (!head || !fit) throw new Error('no head was found')
  const reader = rowReader({ shape: fit.shape, head, mapping: fit.mapping, today: day('2026-07-01') })
  const below = rows.filter(({ row }) => row > (head.headRows.at(-1) ?? 0))
  return { sheet: read.value.sheet, shape: fit.shape, head, outcomes: below.flatMap((row) => reader(row)) }
}

const letterOf = (at: number): string =>
  (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))
const colOf = (at: number | null) => (at === null ? {} : { col: letterOf(at) })

const refusedIn = (outcomes: readonly RowOutcome[]) =>
  outcomes.flatMap((one) =>
    one.became === 'refused' ? [{ row: one.row, reason: one.reason as string, ...colOf(one.at) }] : [],
  )
const passedIn = (outcomes: readonly RowOutcome[]) =>
  outcomes.flatMap((one) =>
    one.became === 'passed' ? [{ row: one.row, ...colOf(one.at), why: one.why as string }] : [],
  )

/** Numbers are written as numbers in the expectation; what is empty is null. */
const plain = (value: string | undefined, like: unknown): unknown =>
  value === undefined ? null : typeof like === 'number' ? Number(value) : value

function acceptedIn(outcomes: readonly RowOutcome[], { fields, accepted = [] }: Expected) {
  const likes = new Map(
    Object.keys(fields).map((id) => [id, accepted.find((row) => typeof row[id] === 'number')?.[id]] as const),
  )
  return outcomes.flatMap((one) => {
    if (one.became !== 'read') return []
    const said = Object.keys(fields).flatMap((id) =>
      id === 'row' || id === 'col' ? [] : [[id, plain(one.values[id], likes.get(id))] as const],
    )
    return [{ row: one.row, ...colOf(one.at), ...Object.fromEntries(said) }]
  })
}

/**
 * Only what the expectation speaks of: a warning about a person's number is told apart, in `personal`; a year that was
 * taken from the title is left out by the expectations of the projects and of the enterprises.
 */
function warningsIn(outcomes: readonly RowOutcome[], { warnings }: Expected) {
  const told = (warn: string) =>
    warn !== 'personal' && (warn !== 'year-from-title' || warnings.some((one) => one.warn === warn))
  return outcomes.flatMap((one) =>
    one.became === 'read'
      ? one.warnings
          .filter(({ warn }) => told(warn))
          .map(({ warn, at }) => ({ row: one.row, ...colOf(at), warn: warn as string }))
      : [],
  )
}

const sorted = <T extends Place>(places: readonly T[]): T[] =>
  places.toSorted((a, b) => a.row - b.row || (a.col ?? '').localeCompare(b.col ?? ''))

const canConvert = converterPath() !== null
if (!canConvert) console.warn('LibreOffice is not there: the ledger in .xls was NOT checked.')
const small = ['hd-liuxi-2023', 'xm-liuxi-2023', 'ds-liuxi-2023', ...(canConvert ? ['yh-liuxi-2023'] : [])]

describe.skipIf(!shared || !existsSync(folder))('台账读得对', () => {
  test.each(small)('%s', async (name) => {
    const expected = expectationOf(name)
    const { sheet, head, outcomes } = await understood(expected.file)
    expect({ sheet, year: head.year, titles: head.titleRows, heads: head.headRows }).toEqual({
      sheet: expected.sheet,
      year: expected.year,
      titles: expected.titleRows,
      heads: expected.headRows,
    })
    expect(sorted(refusedIn(outcomes))).toEqual(sorted(expected.refused))
    expect(sorted(passedIn(outcomes))).toEqual(sorted(expected.ignored))
    expect(sorted(acceptedIn(outcomes, expected))).toEqual(sorted(expected.accepted ?? []))
    expect(sorted(warningsIn(outcomes, expected))).toEqual(sorted(expected.warnings))
    for (const { secret } of expected.personal) expect(JSON.stringify(outcomes)).not.toContain(secret)
  })

  test('两万家企业，逐行无差', async () => {
    const expected = expectationOf('qy-heyuan-20000')
    const { head, outcomes } = await understood(expected.file)
    expect(head.columns.filter(({ personal }) => personal).map(({ own }) => own)).toEqual(expected.droppedColumns)
    expect(refusedIn(outcomes)).toEqual(sorted(expected.refused))
    expect(passedIn(outcomes)).toEqual(sorted(expected.ignored))
    expect(warningsIn(outcomes, expected)).toEqual(sorted(expected.warnings))
    const digest = createHash('sha256')
    const order = ['name', 'uscc', 'address', 'industry', 'scale', 'category', 'capital', 'established']
    let rows = 0
    for (const one of outcomes) {
      if (one.became !== 'read') continue
      rows += 1
      digest.update(`${[one.row, ...order.map((id) => one.values[id] ?? '')].join('\t')}\n`)
    }
    expect(rows).toBe(expected.counts.accepted)
    expect(digest.digest('hex')).toBe(expected.digest?.sha256)
  })
})
