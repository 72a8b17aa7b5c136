import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { goldRows, planFromText } from '@guatu/core/plan'
import { reportFromPlain } from '@guatu/core/text'
import { expect, test } from 'vitest'
import { perMille, type Row, takenForPromises, tally } from './support/score.ts'

const folder = new URL('../gold/', import.meta.url)
const fileOf = (path: string): string => readFileSync(new URL(path, folder), 'utf8')

const reports = readdirSync(fileURLToPath(new URL('docs', folder))).map((file) => {
  const doc = file.replace('.txt', '')
  const text = fileOf(`docs/${file}`)
  const labels: Row[] = fileOf(`gold/${doc}.jsonl`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const rows = goldRows(doc, text, planFromText(reportFromPlain(text))) as unknown as Row[]
  return { doc, text, labels, rows }
})

const ends = ({ role, event }: Row): boolean => role === 'milestone' && event !== 'progress'
const of = (role: string) => (row: Row) => row.role === role

// The b reports were written later, by somebody who had not read the reader, to be hard.
const hard = reports.filter(({ doc }) => doc.startsWith('b'))
const plain = reports.filter(({ doc }) => !doc.startsWith('b'))

const scoredIn = (set: typeof reports, rows: (row: Row) => boolean, fields: readonly string[]): number =>
  perMille(set.map((each) => tally(each.labels.filter(rows), each.rows.filter(rows), fields)))

const scored = (rows: (row: Row) => boolean, fields: readonly string[]): number => scoredIn(plain, rows, fields)

const asPromised = ['comparator', 'value', 'value2', 'unit', 'basis']

test('十八份示例报告，标注的引文都在原处', () => {
  expect(plain).toHaveLength(12)
  expect(hard).toHaveLength(6)
  for (const { text, labels } of reports)
    for (const { role, quote, start } of labels)
      if (role !== 'structure') expect(text.slice(start, start + quote.length)).toBe(quote)
})

test('目标，连同比较、数值、单位和口径', () => {
  expect(scored(of('target'), asPromised)).toBeGreaterThanOrEqual(985)
})

test('只是说到的数字没有一个当成目标', () => {
  expect(plain.flatMap(({ labels, rows }) => takenForPromises(labels, rows.filter(of('target'))))).toEqual([])
})

test('节点，不算只说推进的', () => {
  expect(scored(ends, ['event'])).toBeGreaterThanOrEqual(970)
})

test('责任单位和时限', () => {
  expect(scored(of('owner'), ['lead', 'support', 'leaders'])).toBeGreaterThanOrEqual(980)
  expect(scored(of('deadline'), ['due'])).toBeGreaterThanOrEqual(980)
})

test('六份难写的报告也读到这个程度', () => {
  expect(scoredIn(hard, of('target'), asPromised)).toBeGreaterThanOrEqual(970)
  expect(scoredIn(hard, ends, ['event'])).toBeGreaterThanOrEqual(980)
  expect(scoredIn(hard, of('owner'), ['lead', 'support', 'leaders', 'task'])).toBe(1000)
  expect(scoredIn(hard, of('deadline'), ['due'])).toBeGreaterThanOrEqual(960)
  expect(hard.flatMap(({ labels, rows }) => takenForPromises(labels, rows.filter(of('target')))).length).toBeLessThan(7)
})

test.each(reports)('$doc 的方面和任务一个不差', ({ labels, rows }) => {
  const [label] = labels
  expect(rows[0]).toMatchObject({ areas: label?.areas, tasks: label?.tasks })
})
