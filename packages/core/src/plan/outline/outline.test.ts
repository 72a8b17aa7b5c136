import { describe, expect, test } from 'vitest'
import { reportFromPlain } from '../../text/index.ts'
import { wordsOf } from './blocks.ts'
import { outlineOf } from './outline.ts'

/** Areas with their tasks below, each by its first words. */
function reads(text: string): string[] {
  const report = reportFromPlain(text)
  const { tasks } = outlineOf(report)
  return tasks.map(({ area, ordinal, blocks }) => {
    const words = blocks[0] ? wordsOf(report.text, blocks[0]).slice(0, 6) : ''
    return `${area?.title ?? '—'} ${ordinal ?? '·'} ${words}`
  })
}

describe('编号怎么写都行', () => {
  test.each([
    [
      '一、二、分方面，1. 是任务',
      '重点工作\n一、稳增长\n1.招商引资。引进项目。\n2.服务企业。走访。\n二、惠民生\n3.办好学校。建校。',
      ['稳增长 1 招商引资。引', '稳增长 2 服务企业。走', '惠民生 3 办好学校。建'],
    ],
    [
      '（一）在上，1、在下',
      '工作要点\n（一）稳增长\n1、招商引资。\n（二）惠民生\n1、办好学校。',
      ['稳增长 1 招商引资。', '惠民生 1 办好学校。'],
    ],
    [
      '（1）半角全角一样',
      '计划\n一、续建项目\n(1)北环路。通车。\n（2）南环路。通车。',
      ['续建项目 1 北环路。通车', '续建项目 2 南环路。通车'],
    ],
    [
      '第一条',
      '计划\n第一章 工业强镇\n第一条 扩大产能。\n第二章 文化兴镇\n第二条 办节。',
      ['工业强镇 1 扩大产能。', '文化兴镇 2 办节。'],
    ],
    [
      '责任单位另起一行，不是任务',
      '分工方案\n一、主要目标\n（一）生产总值增长7%\n责任单位：发改局\n（二）做优农业。新增龙头企业2家。\n牵头单位：农业局\n配合单位：文旅局；各乡镇',
      ['主要目标 1 生产总值增长', '主要目标 2 做优农业。新'],
    ],
    ['圆点，一行几个', '清单\n一、环境\n·种树·修路\n·清河', ['环境 · 种树', '环境 · 修路', '环境 · 清河']],
    [
      '没有编号的标题，一是二是',
      '部署\n坚持产业优先\n一是招商。引进。\n二是技改。改造。\n坚持民生为本\n一是建校。开工。',
      ['坚持产业优先 1 招商。引进。', '坚持产业优先 2 技改。改造。', '坚持民生为本 1 建校。开工。'],
    ],
    [
      '什么都没有编号，一段一个任务',
      '要点\n抓好产业\n全年引进项目8个，新增企业5家。\n抓好民生\n新建学校2所。',
      ['抓好产业 · 全年引进项目', '抓好民生 · 新建学校2所'],
    ],
    [
      '实事一条一个标题',
      '2024年民生实事\n一、扩充学位。\n新增学位500个。\n二、改造小区。\n改造小区6个。',
      ['— 1 扩充学位。', '— 2 改造小区。'],
    ],
  ])('%s', (_, text, expected) => {
    expect(reads(text)).toEqual(expected)
  })
})

describe('不是任务', () => {
  test('去年的回顾、总体要求、保障措施', () => {
    const text =
      '工作报告\n一、2023年工作回顾\n1.经济平稳。增长。\n二、总体要求\n1.坚持稳中求进。\n三、2024年重点任务\n1.招商引资。引进。\n四、保障措施\n1.加强领导。压实责任。'
    expect(reads(text)).toEqual(['2024年重点任务 1 招商引资。引'])
  })

  test('标题下的导语，安排之前的段落', () => {
    const text =
      '报告\n四是民生改善。建成学校3所。\n2024年工作安排\n今年重点做好以下方面工作：\n（一）壮大产业。统筹供需。\n加快项目建设。完成投资20亿元。'
    expect(reads(text)).toEqual(['壮大产业 · 加快项目建设'])
  })

  test('页码不是行，断了的行接起来', () => {
    const text = '要点\n一、稳增长\n1.加快北桥智造园建设,确保10月底前完\n— 2 —\n成验收,年底前\n投产。\n2.招商引资。'
    expect(reads(text)).toEqual(['稳增长 1 加快北桥智造', '稳增长 2 招商引资。'])
  })
})

test('年份：标题里最晚的一年，没有就看各级标题，再没有就不说', () => {
  const yearOf = (text: string) => outlineOf(reportFromPlain(text)).year
  expect(yearOf('2022年工作总结及2023年工作思路\n一、甲\n1.乙。')).toBe(2023)
  expect(yearOf('工作报告\n2024年工作安排\n一、甲\n1.乙。')).toBe(2024)
  expect(yearOf('工作要点\n一、甲\n1.到2035年实现现代化。')).toBeNull()
})

test('上级标题记在方面旁边', () => {
  const { tasks } = outlineOf(reportFromPlain('分解\n一、重点工作\n（一）工业\n1.招商。\n（二）农业\n2.种粮。'))
  expect(tasks.map(({ area }) => [area?.parent, area?.title])).toEqual([
    ['重点工作', '工业'],
    ['重点工作', '农业'],
  ])
})
