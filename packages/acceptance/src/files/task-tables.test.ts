import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOutlined } from '@guatu/core/plan'
import { readFile } from '@guatu/server/text/index'
import { describe, expect, test } from 'vitest'
import { sharedFolder } from '../support/shared.ts'

const shared = sharedFolder()
const folder = join(shared ?? '.', 'gold/files/tables')
const workbooks = shared ? readdirSync(folder).filter((name) => name.endsWith('.xlsx')) : []

interface Expected {
  readonly year: number
  readonly headRows: readonly number[]
  readonly titleRows: readonly number[]
  readonly tasks: readonly {
    readonly row: number
    readonly rows?: readonly number[]
    readonly number: number | string
    readonly text: string
    readonly targets: readonly string[]
    readonly lead: readonly string[]
    readonly support: readonly string[]
    readonly leader: string
    readonly due: string | null
  }[]
  readonly ignored: readonly { readonly row: number; readonly why: string }[]
}

async function read(name: string) {
  const report = await readFile(readFileSync(join(folder, name)), name)
  if (!report.ok) throw new Error(report.problem.code)
  const expected: Expected = JSON.parse(readFileSync(join(folder, name.replace('.xlsx', '.expect.json')), 'utf8'))
  return { ...readOutlined(report.value), text: report.value.text, expected }
}

describe.skipIf(!shared)('参照的任务分解表读成计划', () => {
  test.each(workbooks)('%s：每一行算什么', async (name) => {
    const { rows, expected } = await read(name)
    const rowsOf = (kind: string) => rows.filter((row) => row.kind === kind).map(({ line }) => line + 1)
    expect(rowsOf('head')).toEqual(expected.headRows)
    expect(rowsOf('title')).toEqual(expected.titleRows)
    const ignored = rows.filter(({ kind }) => !['head', 'title', 'task', 'more'].includes(kind))
    const why = (kind: string) => (kind === 'group' ? 'group heading' : kind)
    expect(ignored.map(({ line, kind }) => ({ row: line + 1, why: why(kind) }))).toEqual(
      expected.ignored.map(({ row, why: reason }) => ({ row, why: reason })),
    )
  })

  test.each(workbooks)('%s：任务、单位、领导、时限', async (name) => {
    const { reading, expected } = await read(name)
    expect(reading.year).toBe(expected.year)
    const tasks = reading.tasks.map(({ key, number }) => {
      const owner = reading.owners.find(({ task }) => task === key)
      const due = reading.deadlines.find(({ task, rule }) => task === key && rule === 'deadline column')?.due ?? null
      return { number, lead: owner?.lead, support: owner?.support, leader: owner?.leaders.join(), due }
    })
    expect(tasks).toEqual(
      expected.tasks.map(({ number, lead, support, leader, due }) => ({
        number: String(number),
        lead,
        support,
        leader,
        due,
      })),
    )
  })

  test.each(workbooks)('%s：目标的字', async (name) => {
    const { reading, text, expected } = await read(name)
    const quotes = reading.tasks.map(({ key }) =>
      reading.targets.filter(({ task }) => task === key).map(({ at }) => text.slice(at.start, at.end)),
    )
    expect(quotes).toEqual(expected.tasks.map(({ targets }) => targets))
  })
})
