import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFile } from '@guatu/server/text/index'
import { describe, expect, test } from 'vitest'
import { sharedFolder } from '../support/shared.ts'

const shared = sharedFolder()
const folder = join(shared ?? '.', 'gold/files')
const under = (path: string) => (shared ? readdirSync(join(folder, path)) : [])
const json = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'))

async function read(path: string) {
  const name = path.split('/').at(-1) ?? ''
  const report = await readFile(readFileSync(join(folder, path)), name)
  if (!report.ok) throw new Error(`${path}: ${report.problem.code}`)
  return report.value
}

type Report = Awaited<ReturnType<typeof read>>

const linesOf = ({ text, lines }: Report): string[] => lines.map(({ at }) => text.slice(at.start, at.end))
const asidesOf = ({ asides }: Report, kind: string) =>
  asides.filter((aside) => aside.kind === kind).map(({ lines }) => lines)

describe.skipIf(!shared)('参照的 Word 报告', () => {
  test.each(under('reports').filter((name) => name.endsWith('.docx')))(
    '%s：每一行、每张表、旁边的字都一样',
    async (name) => {
      const expected = json(`reports/${name.replace('.docx', '.expect.json')}`)
      const report = await read(`reports/${name}`)
      expect(linesOf(report)).toEqual(expected.lines)
      expect(report.tables.map(({ grid, headRows }) => ({ headRows, grid }))).toEqual(expected.tables ?? [])
      expect(asidesOf(report, 'header').flat()).toEqual(expected.header ?? [])
      expect(asidesOf(report, 'footer').flat()).toEqual(expected.footer ?? [])
      expect(asidesOf(report, 'footnote').flat()).toEqual(expected.footnotes ?? [])
      expect(asidesOf(report, 'textbox')).toEqual(expected.textboxes ?? [])
      for (const words of expected.deleted ?? []) expect(JSON.stringify(report)).not.toContain(words)
    },
  )
})

interface ExpectedTask {
  readonly row: number
  readonly rows?: readonly number[]
  readonly number: number | string
  readonly text: string
  readonly goal: string | readonly string[]
}

describe.skipIf(!shared)('参照的任务分解表', () => {
  test.each(under('tables').filter((name) => name.endsWith('.xlsx')))(
    '%s：每个任务的字都在自己的行里',
    async (name) => {
      const { tasks }: { tasks: readonly ExpectedTask[] } = json(`tables/${name.replace('.xlsx', '.expect.json')}`)
      const { tables } = await read(`tables/${name}`)
      expect(tables).toHaveLength(1)
      for (const task of tasks) {
        const goals = [task.goal].flat()
        for (const [index, row] of (task.rows ?? [task.row]).entries()) {
          const cells = tables[0]?.grid[row - 1] ?? []
          expect(cells).toContain(String(task.number))
          expect(cells).toContain(task.text)
          // A goal over two columns is its cells with a blank between.
          expect(cells.join(' ')).toContain(goals[index])
        }
      }
    },
  )
})

interface Hostile {
  readonly file: string
  readonly outcome: 'read' | 'refused'
  readonly reason?: string
  readonly lines?: readonly string[]
  readonly encoding?: string
  readonly warn?: string
  readonly mustNotContain?: string
}

const hostile: readonly Hostile[] = shared ? json('hostile/hostile.expect.json').files : []

describe.skipIf(!shared)('有害或残缺的文件', () => {
  test.each(hostile)(
    '$file：$outcome $reason',
    async ({ file, outcome, reason, lines, encoding, warn, mustNotContain }) => {
      const before = under('hostile')
      const report = await readFile(readFileSync(join(folder, 'hostile', file)), file)
      expect(under('hostile')).toEqual(before)
      if (mustNotContain) expect(JSON.stringify(report)).not.toContain(mustNotContain)
      expect(report.ok).toBe(outcome === 'read')
      if (!report.ok) {
        expect(report.problem.code).toBe(`text.${reason?.replaceAll('-', '_')}`)
        return
      }
      expect(linesOf(report.value)).toEqual(lines)
      expect(report.value.encoding).toBe(encoding)
      const warned = (report.value.remarks ?? []).map(({ code }) => code)
      expect(warned).toEqual(warn ? [`text.${warn.replaceAll('-', '_')}`] : [])
    },
  )
})
