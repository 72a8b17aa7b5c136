import { expect, test } from 'vitest'
import { wordsAt } from '../../shared/index.ts'
import { abstractNum, el, level, num, numbered, paragraph, run } from '../testing/xml.ts'
import type { XmlNode } from '../xml.ts'
import { docxReader } from './document.ts'

const cell = (text: string, ...properties: XmlNode[]) =>
  el('w:tc', {}, el('w:tcPr', {}, ...properties), ...text.split('\n').map((line) => paragraph([], run(line))))
const row = (...cells: XmlNode[]) => el('w:tr', {}, ...cells)
const head = (...cells: XmlNode[]) => el('w:tr', {}, el('w:trPr', {}, el('w:tblHeader')), ...cells)
const begins = el('w:vMerge', 'restart')
const continues = el('w:vMerge')

function read(table: XmlNode, numbering?: XmlNode) {
  const reader = docxReader({ styles: undefined, numbering })
  reader.block(table)
  return reader.finish()
}

test('合并的表头印一次，网格里处处都有', () => {
  const report = read(
    el(
      'w:tbl',
      {},
      head(cell('序号', begins), cell('责任分工', el('w:gridSpan', '2'))),
      head(cell('', continues), cell('牵头'), cell('配合')),
      row(cell('1'), cell('城建办', begins), cell('社区')),
      row(cell('2'), cell('', continues), cell('物业')),
    ),
  )
  expect(report.text.split('\n')).toEqual(['序号\t责任分工\t', '\t牵头\t配合', '1\t城建办\t社区', '2\t\t物业'])
  expect(report.tables).toEqual([
    {
      firstLine: 0,
      headRows: 2,
      grid: [
        ['序号', '责任分工', '责任分工'],
        ['序号', '牵头', '配合'],
        ['1', '城建办', '社区'],
        ['2', '城建办', '物业'],
      ],
    },
  ])
  expect(report.lines[3]?.cells.map((at) => wordsAt(report.text, at))).toEqual(['2', '', '物业'])
})

test('格内几段在网格里分行，在行里用空格隔开，长短一样', () => {
  const report = read(el('w:tbl', {}, row(cell('甲办\n乙办'), cell('丙'))))
  expect([report.text, report.tables[0]?.grid]).toEqual(['甲办 乙办\t丙', [['甲办\n乙办', '丙']]])
})

test('删去的行不读，序号栏的自动编号照印', () => {
  const numbering = el('w:numbering', {}, abstractNum('0', level(0, 'decimal', '%1')), num('1', '0'))
  const counted = (text: string) => row(el('w:tc', {}, numbered('1', 0, '')), cell(text))
  const gone = el('w:tr', {}, el('w:trPr', {}, el('w:del')), el('w:tc', {}, numbered('1', 0, '')), cell('删去'))
  expect(read(el('w:tbl', {}, counted('甲'), gone, counted('乙')), numbering).text).toBe('1\t甲\n2\t乙')
})

test('缺格的行、表中表、格内制表符都不乱列', () => {
  const inner = el('w:tbl', {}, row(cell('内一'), cell('内二')))
  const short = el('w:tr', {}, el('w:trPr', {}, el('w:gridBefore', '1')), cell('乙'))
  const nested = row(el('w:tc', {}, paragraph([], run('外')), inner), cell('a\tb'))
  expect(read(el('w:tbl', {}, short, nested)).text).toBe('\t乙\n外 内一 内二\ta b')
})

test('自称跨几千万列的格子，只占文字处理软件许可的列数，文字不丢', () => {
  const report = read(el('w:tbl', {}, row(cell('甲'), cell('乙', el('w:gridSpan', '99999999')))))
  expect(report.tables[0]?.grid).toEqual([['甲', ...Array.from({ length: 63 }, () => '乙')]])
})

test('十几万格的表也读得完', () => {
  const rows = Array.from({ length: 6_500 }, () => row(...Array.from({ length: 20 }, () => el('w:tc', {}))))
  expect(read(el('w:tbl', {}, row(cell('序号'), cell('任务')), ...rows)).tables[0]?.grid[0]).toHaveLength(20)
})
