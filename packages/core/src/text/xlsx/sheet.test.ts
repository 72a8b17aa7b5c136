import { expect, test } from 'vitest'
import { wordsAt } from '../../shared/index.ts'
import { el } from '../testing/xml.ts'
import type { XmlNode } from '../xml.ts'
import { placeOf, richText, type SheetSettings, sheetReader } from './sheet.ts'
import { sheetsText } from './sheets-text.ts'

const settings: SheetSettings = { name: '任务', strings: ['共享', '甲\r\n乙'], formats: () => 'General', is1904: false }
const cell = (r: string, t: string, value: string) => el('s:c', { r, t }, el('s:v', {}, value))
const row = (r: number, ...cells: XmlNode[]) => el('s:row', { r: String(r) }, ...cells)

function read(rows: readonly XmlNode[], merges: readonly string[] = []) {
  const reader = sheetReader(settings)
  for (const each of rows) reader.row(each)
  for (const each of merges) reader.merge(each)
  return reader.finish()
}

function textOfSheet(rows: readonly XmlNode[], merges: readonly string[] = []) {
  const sheet = read(rows, merges)
  if (!sheet.ok) throw new Error(sheet.problem.code)
  return sheetsText([sheet.value])
}

test('各种单元格', () => {
  const cells = row(
    1,
    cell('A1', 's', '0'),
    cell('B1', 'n', '12'),
    cell('C1', 'str', '公式'),
    cell('D1', 'e', '#DIV/0!'),
    cell('E1', 'b', '1'),
    el('s:c', { r: 'F1', t: 'inlineStr' }, el('s:is', {}, el('s:t', {}, '内联'))),
  )
  expect(textOfSheet([cells]).text).toBe('共享\t12\t公式\t#DIV/0!\tTRUE\t内联')
})

test('空行空列留着，网格的行号就是表里的行号', () => {
  const report = textOfSheet([row(3, cell('B3', 's', '1'))])
  expect(report.tables[0]?.grid).toEqual([
    ['', ''],
    ['', ''],
    ['', '甲\n乙'],
  ])
  expect(report.text).toBe('\t\n\t\n\t甲 乙')
  expect(report.origins.map(({ at, part }) => [part, wordsAt(report.text, at)])).toEqual([['任务!B3', '甲 乙']])
})

test('合并的格子印一次，网格里处处都有，超出边界的不多占', () => {
  const rows = [row(1, cell('A1', 's', '0'), cell('B1', 'n', '1')), row(2, cell('B2', 'n', '2'))]
  const report = textOfSheet(rows, ['A1:A2', 'C1:XFD1048576', '坏的', 'A1:B2'])
  expect(report.text).toBe('共享\t1\n\t2')
  expect(report.tables[0]?.grid).toEqual([
    ['共享', '1'],
    ['共享', '2'],
  ])
})

test('没写位置的行和格按顺序排', () => {
  const value = (n: string) => el('s:c', {}, el('s:v', {}, n))
  expect(textOfSheet([el('s:row', {}, value('1'), value('2')), el('s:row', {}, value('3'))]).text).toBe('1\t2\n3\t')
})

test('远处一个格子撑大的表拒收', () => {
  const sheet = read([row(1_048_576, cell('XFD1048576', 's', '0'))])
  expect(sheet.ok ? '' : sheet.problem.code).toBe('text.sheet_too_large')
})

test('富文本连起来读，注音不读，转义还原', () => {
  const rich = el(
    's:si',
    {},
    el('s:r', {}, el('s:t', {}, '牵头')),
    el('s:r', {}, el('s:t', {}, '单位_x000A_')),
    el('s:rPh', {}, el('s:t', {}, 'qian')),
  )
  expect(richText(rich)).toBe('牵头单位\n')
})

test.each([
  ['A1', { row: 0, column: 0 }],
  ['$AB$12', { row: 11, column: 27 }],
  ['12', null],
])('%s 的位置', (reference, place) => {
  expect(placeOf(reference)).toEqual(place)
})

test('隐藏的行和公式各记下位置', () => {
  const computed = el('s:c', { r: 'B2' }, el('s:f', {}, 'A1+1'), el('s:v', {}, '13'))
  const sheet = read([
    row(1, cell('A1', 'n', '12')),
    el('s:row', { r: '2', hidden: '1' }, computed),
    el('s:row', { r: '3', hidden: 'true' }, cell('A3', 's', '0')),
  ])
  expect(sheet.ok && sheet.value).toMatchObject({ hiddenRows: [1, 2], formulas: [{ row: 1, column: 1 }] })
})

test('另定上限的表，超过就拒收', () => {
  const reader = sheetReader({ ...settings, cellsMax: 3 })
  for (const at of [1, 2]) reader.row(row(at, cell(`A${at}`, 's', '0'), cell(`B${at}`, 's', '0')))
  const sheet = reader.finish()
  expect(sheet.ok ? '' : sheet.problem.code).toBe('text.sheet_too_large')
})
