import { expect, test } from 'vitest'
import { abstractNum, el, level, num, numbered, paragraph, run, style } from '../testing/xml.ts'
import type { XmlNode } from '../xml.ts'
import { docxReader } from './document.ts'

function printed(numbering: readonly XmlNode[], blocks: readonly XmlNode[], styles: readonly XmlNode[] = []): string[] {
  const reader = docxReader({ styles: el('w:styles', {}, ...styles), numbering: el('w:numbering', {}, ...numbering) })
  for (const block of blocks) reader.block(block)
  return reader.finish().text.split('\n')
}

const outline = abstractNum(
  '0',
  level(0, 'chineseCounting', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
)

test('下一级在上一级之后重新编号', () => {
  const blocks = [
    numbered('1', 0, '甲'),
    numbered('1', 1, '乙'),
    numbered('1', 1, '丙'),
    numbered('1', 0, '丁'),
    numbered('1', 1, '戊'),
    numbered('1', 2, '己'),
  ]
  expect(printed([outline, num('1', '0')], blocks)).toEqual([
    '一、甲',
    '（一）乙',
    '（二）丙',
    '二、丁',
    '（一）戊',
    '1.己',
  ])
})

test('不重新编号的一级接着往下数', () => {
  const runOn = abstractNum('0', level(0, 'decimal', '%1、'), level(1, 'decimal', '%2.', el('w:lvlRestart', '0')))
  const blocks = [numbered('1', 0, '甲'), numbered('1', 1, '乙'), numbered('1', 0, '丙'), numbered('1', 1, '丁')]
  expect(printed([runOn, num('1', '0')], blocks)).toEqual(['1、甲', '1.乙', '2、丙', '2.丁'])
})

test('只在指定的一级之后重新编号', () => {
  const level3 = level(2, 'decimal', '%3.', el('w:lvlRestart', '1'))
  const list = abstractNum('0', level(0, 'decimal', '%1、'), level(1, 'decimal', '(%2)'), level3)
  const blocks = [0, 1, 2, 1, 2, 0, 2].map((each) => numbered('1', each, ''.padEnd(1, '文')))
  expect(printed([list, num('1', '0')], blocks)).toEqual(['1、文', '(1)文', '1.文', '(2)文', '2.文', '2、文', '1.文'])
})

test('同一定义的两个列表接着数，写明起点的从头数', () => {
  const fresh = num('3', '0', el('w:lvlOverride', { 'w:ilvl': '0' }, el('w:startOverride', '5')))
  const blocks = [numbered('1', 0, '甲'), numbered('2', 0, '乙'), numbered('3', 0, '丙'), numbered('3', 0, '丁')]
  expect(printed([outline, num('1', '0'), num('2', '0'), fresh], blocks)).toEqual([
    '一、甲',
    '二、乙',
    '五、丙',
    '六、丁',
  ])
})

test('列表可以改掉某一级的样子', () => {
  const own = num('1', '0', el('w:lvlOverride', { 'w:ilvl': '0' }, level(0, 'decimal', '第%1条')))
  expect(printed([outline, own], [numbered('1', 0, '总则')])).toEqual(['第1条总则'])
})

test('多级编号一并印出，法律格式一律用数字', () => {
  const list = abstractNum('0', level(0, 'chineseCounting', '第%1章'), level(1, 'decimal', '%1.%2 ', el('w:isLgl')))
  expect(printed([list, num('1', '0')], [numbered('1', 0, '总则'), numbered('1', 1, '目的')])).toEqual([
    '第一章总则',
    '1.1目的',
  ])
})

test('编号写在样式里，级别由样式所系的那一级定', () => {
  const list = abstractNum('0', level(0, 'decimal', '%1.'), level(1, 'japaneseCounting', '%2、', el('w:pStyle', 'H')))
  const heading = style('H', 'heading 1', el('w:pPr', {}, el('w:numPr', {}, el('w:numId', '1'))))
  const child = style('C', '小标题', el('w:basedOn', 'H'))
  const blocks = ['H', 'C', 'H'].map((id) => paragraph([el('w:pStyle', id)], run(`${id}题`)))
  expect(printed([list, num('1', '0')], blocks, [heading, child])).toEqual(['一、H题', '二、C题', '三、H题'])
})

test('编号 0 取消样式里的编号', () => {
  const heading = style('H', 'heading 1', el('w:pPr', {}, el('w:numPr', {}, el('w:numId', '1'))))
  const off = paragraph([el('w:pStyle', 'H'), el('w:numPr', {}, el('w:numId', '0'))], run('不编号'))
  expect(printed([outline, num('1', '0')], [off], [heading])).toEqual(['不编号'])
})

test('定义只写编号样式名的，到那个样式的列表里找', () => {
  const linked = el('w:abstractNum', { 'w:abstractNumId': '7' }, el('w:numStyleLink', 'L'))
  const listStyle = style('L', '公文编号', el('w:pPr', {}, el('w:numPr', {}, el('w:numId', '1'))))
  expect(printed([outline, linked, num('1', '0'), num('2', '7')], [numbered('2', 1, '甲')], [listStyle])).toEqual([
    '（一）甲',
  ])
})

test('项目符号印成普通字体也有的符号', () => {
  const bullets = abstractNum(
    '0',
    level(0, 'bullet', '\uF06C', el('w:rPr', {}, el('w:rFonts', { 'w:ascii': 'Wingdings' }))),
  )
  expect(printed([bullets, num('1', '0')], [numbered('1', 0, '甲')])).toEqual(['●甲'])
})

test('删去的段落不占号，空的编号段占号而不成行', () => {
  const deleted = paragraph(
    [el('w:numPr', {}, el('w:ilvl', '0'), el('w:numId', '1')), el('w:rPr', {}, el('w:del'))],
    el('w:del', {}, el('w:r', {}, el('w:delText', {}, '删去'))),
  )
  const blocks = [numbered('1', 0, '甲'), deleted, numbered('1', 0, '乙'), numbered('1', 0, ''), numbered('1', 0, '丙')]
  expect(printed([outline, num('1', '0')], blocks)).toEqual(['一、甲', '二、乙', '四、丙'])
})
