import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsAt } from '../../shared/index.ts'
import { el, paragraph, run, style } from '../testing/xml.ts'
import type { XmlNode } from '../xml.ts'
import { docxReader } from './document.ts'

function read(blocks: readonly XmlNode[], styles: readonly XmlNode[] = []) {
  const reader = docxReader({ styles: el('w:styles', {}, ...styles), numbering: undefined })
  for (const block of blocks) reader.block(block)
  return { report: reader.finish(), hidden: reader.hiddenCharacters() }
}

const linesOf = (...blocks: XmlNode[]): string[] => {
  const { report } = read(blocks)
  return report.lines.map((line) => wordsAt(report.text, line.at))
}

const deleted = (text: string) => el('w:del', {}, el('w:r', {}, el('w:delText', {}, text)))
const field = (type: string) => el('w:r', {}, el('w:fldChar', { 'w:fldCharType': type }))

test('插入的留下，删除的不见', () => {
  expect(linesOf(paragraph([], run('完成投资'), deleted('10亿元'), el('w:ins', {}, run('12亿元'))))).toEqual([
    '完成投资12亿元',
  ])
})

test('移动的句子只在新的地方读一次', () => {
  const from = paragraph([], run('甲。'), el('w:moveFrom', {}, run('移动句。')))
  const to = paragraph([], run('乙。'), el('w:moveTo', {}, run('移动句。')))
  expect(linesOf(from, to)).toEqual(['甲。', '乙。移动句。'])
})

test('段落标记删去的，与下一段连成一段', () => {
  const gone = paragraph([el('w:rPr', {}, el('w:del'))], run('前半句，'))
  expect(linesOf(gone, paragraph([], run('后半句。')))).toEqual(['前半句，后半句。'])
})

test('域只读缓存的值，嵌套的也是', () => {
  const words = paragraph(
    [],
    run('第'),
    field('begin'),
    el('w:r', {}, el('w:instrText', {}, ' IF ')),
    field('begin'),
    el('w:r', {}, el('w:instrText', {}, ' PAGE ')),
    field('separate'),
    run('9'),
    field('end'),
    field('separate'),
    run('3'),
    field('end'),
    run('页'),
  )
  expect(linesOf(words)).toEqual(['第3页'])
})

test('换行和分页各起一行，空行不算', () => {
  const words = paragraph(
    [],
    run('上'),
    el('w:r', {}, el('w:br')),
    run('下'),
    el('w:r', {}, el('w:br', { 'w:type': 'page' })),
  )
  expect(linesOf(words, paragraph([]), paragraph([], run('  　')))).toEqual(['上', '下'])
})

test('符号字体、软连字符、不断行连字符', () => {
  const signs = el(
    'w:r',
    {},
    el('w:sym', { 'w:font': 'Symbol', 'w:char': 'F0B3' }),
    el('w:t', {}, '20\u00AD0'),
    el('w:softHyphen'),
    el('w:noBreakHyphen'),
    el('w:sym', { 'w:font': '某某体', 'w:char': 'E123' }),
  )
  expect(linesOf(paragraph([], signs))).toEqual(['≥200-\uFFFD'])
})

test('隐藏的字不读，读了多少个不读要说明', () => {
  const { report, hidden } = read([
    paragraph([], run('看得见'), run('看不见', el('w:vanish')), run('也看得见', el('w:vanish', '0'))),
  ])
  expect([report.text, hidden]).toEqual(['看得见也看得见', 3])
})

test('两种写法并存的内容只读一次，文本框另放', () => {
  const box = el('w:txbxContent', {}, paragraph([], run('联系人')), paragraph([], run('电话')))
  const both = el('mc:AlternateContent', {}, el('mc:Choice', {}, box), el('mc:Fallback', {}, box))
  const { report } = read([paragraph([], run('正文'), el('w:r', {}, both))])
  expect(report.text).toBe('正文')
  expect(report.asides).toEqual([{ kind: 'textbox', lines: ['联系人', '电话'] }])
})

test('页脚里的文本框也读', () => {
  const box = el('w:r', {}, el('w:pict', {}, el('w:txbxContent', {}, paragraph([], run('— 1 —')))))
  const reader = docxReader({ styles: undefined, numbering: undefined })
  reader.margin('footer', el('w:ftr', {}, paragraph([], box)))
  expect(reader.finish().asides).toEqual([{ kind: 'footer', lines: ['— 1 —'] }])
})

test('内容控件里的段落和文字照读', () => {
  const inline = el('w:sdt', {}, el('w:sdtPr', {}), el('w:sdtContent', {}, run('控件')))
  const block = el('w:sdt', {}, el('w:sdtContent', {}, paragraph([], run('整段'))))
  expect(linesOf(paragraph([], run('行内'), inline), block)).toEqual(['行内控件', '整段'])
})

test('目录不算正文', () => {
  const contents = style('T', 'toc 1')
  const { report } = read(
    [paragraph([el('w:pStyle', 'T')], run('一、总体要求 1')), paragraph([], run('正文'))],
    [contents],
  )
  expect(report.text).toBe('正文')
  expect(report.asides).toEqual([{ kind: 'contents', lines: ['一、总体要求 1'] }])
})

test('标题的级别来自段落、样式或样式名', () => {
  const styles = [style('A', 'heading 2'), style('B', '大标题', el('w:pPr', {}, el('w:outlineLvl', '0')))]
  const blocks = ['A', 'B', 'X'].map((id) => paragraph([el('w:pStyle', id)], run(id)))
  blocks.push(paragraph([el('w:outlineLvl', '2')], run('段')))
  expect(read(blocks, styles).report.lines.map((line) => line.level)).toEqual([2, 1, null, 3])
})

const blanksAndWords = fc.stringMatching(/^[ 　a-z一二三0-9]{0,8}$/)
const pieces = fc.array(
  fc.oneof(
    blanksAndWords.map((text) => ({ node: run(text), words: text })),
    blanksAndWords.map((text) => ({ node: deleted(text), words: '' })),
    fc.constant({ node: el('w:r', {}, el('w:br')), words: '\n' }),
  ),
  { maxLength: 6 },
)

test('每一处来历都指回原段落里的同样文字', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 5 }), (paragraphs) => {
      const { report } = read(paragraphs.map((each) => paragraph([], ...each.map(({ node }) => node))))
      const own = paragraphs.map((each) => each.map(({ words }) => words).join(''))
      for (const { at, paragraph: index, offset } of report.origins) {
        expect(own[index]?.slice(offset, offset + at.end - at.start)).toBe(wordsAt(report.text, at))
      }
      // Nothing is lost on the way: all words that are no blanks stand in the text, in order.
      expect(report.text.replace(/\s/g, '')).toBe(own.join('').replace(/\s/g, ''))
    }),
  )
})
