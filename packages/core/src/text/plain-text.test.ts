import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsAt } from '../shared/index.ts'
import { plainText } from './plain-text.ts'

const linesOf = (received: string) => {
  const report = plainText(received)
  return report.lines.map((line) => wordsAt(report.text, line.at))
}

test('各种换行都成一个换行，空行不成行，缩进不算字', () => {
  expect(linesOf('甲\r\n　　一、乙\r\r丙  \f\n丁')).toEqual(['甲', '一、乙', '丙', '丁'])
})

test('竖线或制表符隔开的几行是一张表', () => {
  const report = plainText('任务清单\n序号|任务|时限\n1|招商|12月底\n\n正文里的 A|B 不是表')
  expect(report.lines.map((line) => line.kind)).toEqual(['paragraph', 'tableRow', 'tableRow', 'paragraph'])
  expect(report.tables).toEqual([
    {
      firstLine: 1,
      grid: [
        ['序号', '任务', '时限'],
        ['1', '招商', '12月底'],
      ],
      headRows: 0,
    },
  ])
  expect(report.lines[2]?.cells.map((at) => wordsAt(report.text, at))).toEqual(['1', '招商', '12月底'])
})

test('行首的空格子不丢', () => {
  expect(plainText('甲\t乙\t丙\n\t\t丁').tables[0]?.grid).toEqual([
    ['甲', '乙', '丙'],
    ['', '', '丁'],
  ])
})

test('单独一行带竖线的是正文', () => {
  expect(plainText('招商|引税|稳增长\n正文').tables).toEqual([])
})

const received = fc.stringMatching(/^[甲乙1、| \t\r\n\f　]{0,60}$/)

test('文字只改换行，每一处来历都指回原来那一行', () => {
  fc.assert(
    fc.property(received, (words) => {
      const report = plainText(words)
      expect(report.text.replaceAll('\n', '')).toBe(words.replace(/[\r\n\f]/g, ''))
      const rows = words.split(/\r\n|[\r\n\f]/)
      for (const { at, paragraph, offset } of report.origins) {
        expect(rows[paragraph]?.slice(offset, offset + at.end - at.start)).toBe(wordsAt(report.text, at))
      }
      for (const table of report.tables) {
        for (const [index, row] of table.grid.entries()) {
          const line = report.lines[table.firstLine + index]
          expect(line?.cells.map((cell) => wordsAt(report.text, cell).trim())).toEqual(row)
        }
      }
    }),
  )
})
