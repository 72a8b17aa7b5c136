import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsAt } from '../shared/index.ts'
import { reportFromPlain } from './from-plain.ts'

test('各种换行都成一个换行，空行不成行，行尾空白不算字', () => {
  const report = reportFromPlain('\uFEFF甲\r\n一、乙\r\r丙  \n　\n丁')
  expect(report.lines.map((line) => wordsAt(report.text, line.at))).toEqual(['甲', '一、乙', '丙', '丁'])
  expect(report.text).toBe('甲\n一、乙\n\n丙  \n　\n丁')
})

test('竖线或制表符隔开的几行是一张表', () => {
  const report = reportFromPlain('任务清单\n序号|任务|时限\n1|招商|12月底\n\n正文里的 A|B 不是表')
  expect(report.lines.map((line) => line.kind)).toEqual(['paragraph', 'tableRow', 'tableRow', 'paragraph'])
  expect(report.tables.map(({ grid }) => grid)).toEqual([
    [
      ['序号', '任务', '时限'],
      ['1', '招商', '12月底'],
    ],
  ])
  expect(report.lines[2]?.cells.map((at) => wordsAt(report.text, at))).toEqual(['1', '招商', '12月底'])
})

test('行首的空格子不丢，单独一行带竖线的是正文', () => {
  expect(reportFromPlain('甲\t乙\t丙\n\t\t丁').tables[0]?.grid).toEqual([
    ['甲', '乙', '丙'],
    ['', '', '丁'],
  ])
  expect(reportFromPlain('招商|引税|稳增长\n正文').tables).toEqual([])
})

test('一行一格的表，序号从一数起，每行一样长；断开的格子接上，行间的标题也在表里', () => {
  const words =
    '任务表\n序号\n任务\n目标\n时限\n一、产业\n1\n招商\n引资2亿元，\n落地3个\n年底\n二、民生\n2\n办学\n增加学位90个\n9月\n附：说明'
  expect(reportFromPlain(words).tables.map(({ grid }) => grid)).toEqual([
    [
      ['序号', '任务', '目标', '时限'],
      ['一、产业', '', '', ''],
      ['1', '招商', '引资2亿元，落地3个', '年底'],
      ['二、民生', '', '', ''],
      ['2', '办学', '增加学位90个', '9月'],
    ],
  ])
  expect(reportFromPlain(words).lines.at(-1)?.kind).toBe('paragraph')
  expect(reportFromPlain('序号\n任务\n目标\n正文一句。\n1\n2').tables).toEqual([])
})

const received = fc.stringMatching(/^[甲乙1、| \t\r\n　]{0,60}$/)

test('文字只改换行，每一处来历都指回原来那一行，表格的每一行都在行里', () => {
  fc.assert(
    fc.property(received, (words) => {
      const report = reportFromPlain(words)
      expect(report.text.replaceAll('\n', '')).toBe(words.replace(/[\r\n]/g, ''))
      const written = words.split(/\r\n|[\r\n]/).filter((row) => row.trim() !== '')
      expect(report.origins).toHaveLength(written.length)
      for (const { at, paragraph, offset } of report.origins) {
        expect(written[paragraph]?.slice(offset, offset + at.end - at.start)).toBe(wordsAt(report.text, at))
      }
      for (const [index, table] of report.tables.entries()) {
        expect(report.lines.filter((line) => line.table === index)).toHaveLength(table.grid.length)
        expect(report.lines[table.firstLine]?.table).toBe(index)
      }
    }),
  )
})

test('格子里断了行，还是一行；横线画的表，横线不算行', () => {
  const broken = reportFromPlain('序号|任务|目标|时限\n1|招商|签约项目6个,\n外资800万|12月底\n2|修路|5公里|年内')
  expect(broken.tables[0]?.grid.slice(1)).toEqual([
    ['1', '招商', '签约项目6个,外资800万', '12月底'],
    ['2', '修路', '5公里', '年内'],
  ])
  const ruled = reportFromPlain('|序号|任务|时限|\n|---|---|---|\n|1|招商|12月底|')
  expect(ruled.tables[0]?.grid).toEqual([
    ['序号', '任务', '时限'],
    ['1', '招商', '12月底'],
  ])
})
