import { expect, test } from 'vitest'
import { reportFromPages } from './from-pages.ts'
import type { PdfPage, PlacedRun } from './pages.ts'

const size = 12
const edge = 100
const perLine = 20

const run = (text: string, x: number, y: number, width = text.length * size): PlacedRun => ({ text, x, y, width, size })

/** A page set as offices set it: twenty characters a line, two of indent, one line every twenty points. */
function set(paragraphs: readonly string[], from = 700): PlacedRun[] {
  let y = from
  return paragraphs.flatMap((words) => {
    const lines: PlacedRun[] = []
    for (let at = 0; at < words.length; ) {
      const indent = at === 0 ? 2 : 0
      const line = words.slice(at, at + perLine - indent)
      lines.push(run(line, edge + indent * size, y))
      at += line.length
      y -= 20
    }
    return lines
  })
}

const page = (...runs: readonly PlacedRun[]): PdfPage => ({ width: 595, height: 842, runs })
const linesOf = (...pages: readonly PdfPage[]) => {
  const { text, lines } = reportFromPages(pages)
  return lines.map(({ at }) => text.slice(at.start, at.end))
}

const first = '一、建设宜居城区，补齐城市功能短板，让居民推门见绿出门见景'
const second = '1.新建口袋公园。年内新建口袋公园12个，完成老旧小区改造6个，新增停车位一千个以上。'

test('按印刷的行断开的段落接回来', () => {
  expect(linesOf(page(...set([first, second])))).toEqual([first, second])
})

test('跨页的段落也接回来，页码和每页重复的字放在一边，各说一次', () => {
  const head = (n: number) => [run('青禾街道文件', 200, 800), run(`— ${n} —`, 280, 40)]
  const words = `${second}${second}`
  const runs = set([first, words])
  const half = runs.length - 3
  const lower = runs.slice(half).map((one, i) => ({ ...one, y: 700 - i * 20 }))
  const pages = [page(...runs.slice(0, half), ...head(1)), page(...lower, ...head(2))]
  expect(linesOf(...pages)).toEqual([first, words])
  expect(reportFromPages(pages).asides).toEqual([
    { kind: 'header', lines: ['青禾街道文件'] },
    { kind: 'footer', lines: ['—1—'] },
  ])
})

test('只印一次的第一行是报告的，不是页眉', () => {
  expect(reportFromPages([page(...set([first]))]).asides).toEqual([])
})

test('每一印刷行记着它在第几页第几行，位置对得上文字', () => {
  const { text, origins } = reportFromPages([page(...set([second])), page(...set([first]))])
  expect(origins.map(({ at, part, paragraph }) => [part, paragraph, text.slice(at.start, at.start + 3)])).toEqual([
    ['page 1', 0, '1.新'],
    ['page 1', 1, '2个，'],
    ['page 1', 2, '千个以'],
    ['page 2', 0, '一、建'],
    ['page 2', 1, '让居民'],
  ])
})

test('中文之间的空格去掉，英文词之间的留着', () => {
  const spread = page(
    run('新 增', 100, 700, 30),
    run('12', 140, 700),
    run(' 个 ABC ', 170, 700),
    run('Town Hall', 240, 700),
  )
  expect(linesOf(spread)).toEqual(['新增12个ABC Town Hall'])
})

test('字体里的部首还原成字：青、页、户、工', () => {
  expect(linesOf(page(run('⻘⽲街道第⼀⻚，234⼾⼯⼈', 100, 700)))).toEqual(['青禾街道第一页，234户工人'])
})

test('一行里隔得开的几栏，连着几行就是一张表', () => {
  const row = (y: number, ...cells: readonly string[]) => cells.map((cell, i) => run(cell, 100 + i * 140, y))
  const { tables } = reportFromPages([
    page(...row(700, '序号', '任务', '目标'), ...row(680, '1', '口袋公园', '12个'), ...row(660, '2', '招商', '10宗')),
  ])
  expect(tables[0]?.grid).toEqual([
    ['序号', '任务', '目标'],
    ['1', '口袋公园', '12个'],
    ['2', '招商', '10宗'],
  ])
})

test('小标题和项目符号另起一段，哪怕上一行排满了', () => {
  const full = '全力以赴抓好今年的各项重点工作任务确保'
  const runs = [full, '二、抓项目增后劲', '·新增停车位500个'].map((words, i) =>
    run(words.padEnd(20, '好'), 100, 700 - i * 20),
  )
  expect(linesOf(page(...runs))).toHaveLength(3)
})

test('一行印成十几万截的，也读得出来', () => {
  const runs = Array.from({ length: 130_000 }, (_, i) => run('字', edge + i * size, 700))
  expect(linesOf({ width: 595, height: 842, runs })).toEqual(['字'.repeat(130_000)])
})
