import { describe, expect, test } from 'vitest'
import { wordsAt } from '../shared/index.ts'
import { outlinedFromGrid, planFromGrid, reportFromGrid } from './from-grid.ts'

const head = ['序号', '工作类别', '工作任务', '年度目标', '责任分工', '责任分工', '责任分工', '完成时限']
const lower = ['序号', '工作类别', '工作任务', '年度目标', '牵头领导', '牵头单位', '配合单位', '完成时限']
const rows = [
  ['桂花街道2024年重点任务分解表', ...Array(7).fill('桂花街道2024年重点任务分解表')],
  head,
  lower,
  ['1', '招商', '引进项目', '引进项目8个', '韩 雪\n(副书记)', '投促办', '经发办、财政所', '12月底前'],
  ['2', '招商', '盘活楼宇', '3.2万平方米以上', '韩 雪\n(副书记)', '经发办', '—', '全年'],
  ['', '小计', '2项', '', '', '', '', ''],
  ['', '', '', '', '', '', '', ''],
  ['3', '民生', '望江路打通工程', '5月开工', '高强', '城建办', '征收办', '持续推进'],
  ['注:按季通报3次', ...Array(7).fill('注:按季通报3次')],
]

describe('任务分解表', () => {
  const { reading, rows: fates } = outlinedFromGrid(rows)

  test('表名、年份、类别、任务', () => {
    expect([reading.title, reading.year]).toEqual(['桂花街道2024年重点任务分解表', 2024])
    expect(reading.areas.map(({ title }) => title)).toEqual(['招商', '民生'])
    expect(reading.tasks.map(({ key, area, title }) => [key, area, title])).toEqual([
      ['1', 0, expect.any(String)],
      ['2', 0, expect.any(String)],
      ['3', 1, expect.any(String)],
    ])
  })

  test('每一行算什么', () => {
    expect(fates.map(({ kind }) => kind)).toEqual([
      'title',
      'head',
      'head',
      'task',
      'task',
      'subtotal',
      'blank',
      'task',
      'note',
    ])
  })

  test('谁牵头，谁配合，哪位领导，什么时候', () => {
    expect(reading.owners.map(({ lead, support, leaders }) => [lead, support, leaders])).toEqual([
      [['投促办'], ['经发办', '财政所'], ['韩雪']],
      [['经发办'], [], ['韩雪']],
      [['城建办'], ['征收办'], ['高强']],
    ])
    expect(
      reading.deadlines.filter(({ rule }) => rule === 'deadline column').map(({ task, due }) => [task, due]),
    ).toEqual([
      ['1', '2024-12'],
      ['2', '2024'],
    ])
  })

  test('目标栏没有点名，说的是任务栏里的事物', () => {
    expect(reading.milestones.map(({ task, subject, event }) => [task, subject, event])).toEqual([
      ['3', '望江路打通工程', 'start'],
    ])
  })
})

test('列的次序换了，读出来一样', () => {
  const order = [7, 3, 6, 2, 5, 1, 4, 0]
  const turned = planFromGrid(rows.map((row) => order.map((column) => row[column] as string)))
  const plain = planFromGrid(rows)
  expect(turned.tasks.map(({ key }) => key)).toEqual(plain.tasks.map(({ key }) => key))
  expect(turned.owners.map(({ lead, support, leaders }) => [lead, support, leaders])).toEqual(
    plain.owners.map(({ lead, support, leaders }) => [lead, support, leaders]),
  )
})

test('栏名里说第一位牵头，栏里还是全部责任单位', () => {
  const { owners } = planFromGrid([
    ['序号', '重点任务', '责任单位（第一位为牵头单位）'],
    ['1', '新增托位300个', '教育局、卫健局'],
    ['2', '建成书屋2家', '文旅局'],
  ])
  expect(owners.map(({ lead, support }) => [lead, support])).toEqual([
    [['教育局'], ['卫健局']],
    [['文旅局'], []],
  ])
})

test('合并的两行是一个任务；一、二、的整行是分组；第一个单位牵头', () => {
  const { reading, rows: fates } = outlinedFromGrid([
    ['(责任单位栏排第一位的为牵头单位)', '', '', '', '', ''],
    ['编号', '工作事项', '指标名称', '目标值', '责任单位', '完成时间'],
    ['一', '工业经济', '工业经济', '工业经济', '工业经济', '工业经济'],
    ['1-1', '做强制造业', '工业总产值', '180亿元', '经服中心、统计办', '2024-12-31'],
    ['1-1', '做强制造业', '增加值增速', '7%左右', '经服中心、统计办', '2024-12-31'],
    ['二', '乡村振兴', '乡村振兴', '乡村振兴', '乡村振兴', '乡村振兴'],
    ['2-1', '建设农田', '建成面积', '2800亩', '农业中心\n水利所', '10月底'],
  ])
  expect(fates.map(({ kind }) => kind)).toEqual(['title', 'head', 'group', 'task', 'more', 'group', 'task'])
  expect(reading.areas.map(({ title }) => title)).toEqual(['工业经济', '乡村振兴'])
  expect(reading.tasks.map(({ key }) => key)).toEqual(['1-1', '2-1'])
  expect(reading.owners.map(({ lead, support }) => [lead, support])).toEqual([
    [['经服中心'], ['统计办']],
    [['农业中心'], ['水利所']],
  ])
  expect(reading.targets.filter(({ task }) => task === '1-1')).toHaveLength(2)
})

test('序号照表上印的写：1.1 就是 1.1，不是 1-1', () => {
  const { tasks } = planFromGrid([
    ['序号', '工作任务', '年度目标', '牵头单位', '完成时限'],
    ['1.1', '招商引资', '引进项目8个', '招商办', '10月底'],
    ['1．2', '服务企业', '走访企业60家', '招商办', '11月底'],
    ['2-1', '修路', '改造道路3公里', '城建办', '12月底'],
  ])
  expect(tasks.map(({ key, number }) => [key, number])).toEqual([
    ['1.1', '1.1'],
    ['1.2', '1.2'],
    ['2-1', '2-1'],
  ])
})

test('没有认得的表头，就没有任务', () => {
  expect(
    planFromGrid([
      ['姓名', '电话', '住址'],
      ['甲', '1', '乙'],
    ]).tasks,
  ).toEqual([])
  expect(planFromGrid([]).tasks).toEqual([])
})

test('每个格子的位置都指着自己的字', () => {
  const report = reportFromGrid(rows)
  report.lines.forEach((line, row) => {
    const cells = line.cells.map((at) => wordsAt(report.text, at))
    expect(cells).toEqual(rows[row]?.map((cell) => cell.replaceAll('\n', ' ')))
  })
})
