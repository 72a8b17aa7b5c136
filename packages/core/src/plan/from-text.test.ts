import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsAt } from '../shared/index.ts'
import { reportFromPlain } from '../text/index.ts'
import { planFromText } from './from-text.ts'
import { goldRows } from './gold.ts'
import { missingNumbers } from './remarks.ts'

const read = (text: string) => planFromText(reportFromPlain(text))

const report = `白杨街道2024年工作报告
今年街道安排3个方面7项重点任务。
附件:
2024年重点工作任务
一、抓产业
1.壮大企业。新增规上企业12家，白杨智造园二期三季度投产。（牵头单位：经发办；责任单位：各社区）
2.扩大投资。完成固定资产投资30亿元以上。（责任单位：经发办）
二、抓民生
3.办好教育。确保白杨小学北校区9月1日前投入使用。
4.丰富活动。举办文体活动不少于60场。
三、抓党建
5.加强学习。深入学习，提高认识。
`

describe('一份报告读成计划', () => {
  const plan = read(report)

  test('题目、年份、方面、任务', () => {
    expect([plan.title, plan.year]).toEqual(['白杨街道2024年工作报告', 2024])
    expect(plan.areas.map(({ title }) => title)).toEqual(['抓产业', '抓民生', '抓党建'])
    expect(plan.tasks.map(({ key, area }) => [key, area])).toEqual([
      ['1', 0],
      ['2', 0],
      ['3', 1],
      ['4', 1],
      ['5', 2],
    ])
  })

  test('说有7项而只有5项：少的号码', () => {
    expect(plan.announced).toEqual({ areas: 3, tasks: 7 })
    expect(missingNumbers(plan)).toEqual(['6', '7'])
    const said = plan.remarks.find(({ code }) => code === 'plan.tasks_missing')
    expect(said && wordsAt(report, said.at)).toBe('7项重点任务')
  })

  test('没有可核的，说为什么', () => {
    expect(plan.remarks.filter(({ task }) => task !== null)).toEqual([
      { code: 'plan.uncheckable.no_promise', at: plan.tasks[4]?.at, task: '5' },
    ])
  })

  test('分句：句号、分号之间', () => {
    const [first] = plan.tasks
    expect(first?.clauses.map((at) => wordsAt(report, at))).toEqual([
      '壮大企业',
      '新增规上企业12家，白杨智造园二期三季度投产',
      expect.stringContaining('牵头单位：经发办'),
      expect.stringContaining('责任单位'),
    ])
  })

  test('标注格式：结构在前，其余按次序，引文在原处', () => {
    const [structure, ...rows] = goldRows('x', report, plan)
    expect(structure).toEqual({
      doc: 'x',
      role: 'structure',
      areas: ['抓产业', '抓民生', '抓党建'],
      tasks: [2, 2, 1],
      numbered: true,
      parents: Array(3).fill('2024年重点工作任务'),
    })
    const starts = rows.map(({ start }) => start as number)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    for (const { start, quote } of rows) expect(report.startsWith(quote as string, start as number)).toBe(true)
    expect(rows).toContainEqual({
      doc: 'x',
      task: 3,
      role: 'milestone',
      quote: '白杨小学北校区9月1日前投入使用',
      start: report.indexOf('白杨小学'),
      subject: '白杨小学北校区',
      event: 'operate',
      due: '2024-09-01',
    })
  })
})

// What a change in the words must change in the reading, and what it must not.
describe('改一处，读法跟着改一处', () => {
  const plan = read(report)
  const essence = (text: string) => {
    const { targets, milestones, owners, deadlines } = read(text)
    return [
      targets.map(({ value, unit, comparator }) => [value, unit, comparator]),
      milestones.map(({ subject, event, due }) => [subject, event, due]),
      owners.map(({ lead, support }) => [lead, support]),
      deadlines.map(({ due }) => due),
    ]
  }

  test('号码加一百：号码变，别的不变', () => {
    const renumbered = report.replace(/^(\d)\./gm, (_, n) => `${Number(n) + 100}.`)
    expect(read(renumbered).tasks.map(({ key }) => key)).toEqual(['101', '102', '103', '104', '105'])
    expect(essence(renumbered)).toEqual(essence(report))
  })

  test('去掉一条任务：只少它的', () => {
    const without = report.replace(/^4\..*\n/m, '')
    const fewer = read(without)
    expect(fewer.tasks.map(({ key }) => key)).toEqual(['1', '2', '3', '5'])
    expect(fewer.targets).toHaveLength(plan.targets.filter(({ task }) => task !== '4').length)
    expect(missingNumbers(fewer)).toEqual(['4', '6', '7'])
  })

  test('换一个街道名：读法不变', () => {
    const renamed = read(report.replaceAll('白杨', '临水'))
    expect(renamed.milestones.map(({ event, due }) => [event, due])).toEqual(
      plan.milestones.map(({ event, due }) => [event, due]),
    )
    expect(renamed.milestones.map(({ subject }) => subject)).toEqual(['临水智造园二期', '临水小学北校区'])
    expect(renamed.tasks.map(({ title }) => title)).toEqual(plan.tasks.map(({ title }) => title))
  })

  test('60 改成 61：只有这个目标变', () => {
    const values = (text: string) => read(text).targets.map(({ value }) => value)
    expect(values(report.replace('60场', '61场'))).toEqual(
      values(report).map((value) => (value === '60' ? '61' : value)),
    )
  })

  test('7项改成6项：少的号码跟着变', () => {
    expect(missingNumbers(read(report.replace('7项', '6项')))).toEqual(['6'])
  })
})

describe('什么字都不出错', () => {
  const piece = fc.constantFrom(
    '一、',
    '（一）',
    '1.',
    '(2)',
    '·',
    '一是',
    '完成',
    '建成',
    '新建',
    '开工',
    '、',
    '和',
    '及',
    '等',
    '3个',
    '12条',
    '6月底前',
    '年内',
    '滨江路',
    '幼儿园',
    '投入使用',
    '（牵头单位：',
    '责任单位',
    '）',
    '"',
    '“',
    '(',
    ')',
    '|',
    '\t',
    '\n',
    '\n\n',
    '。',
    '；',
    '，',
    '：',
    '2024年',
    '回顾',
    '的',
    '  ',
    '—',
  )
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.oneof({ weight: 9, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) }), {
        maxLength: 80,
      })
      .map((all) => all.join('')),
  )

  test('引文都在字里，任务不重叠，键不重复，再读一遍一样', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const given = reportFromPlain(text)
        const plan = planFromText(given)
        const spans = [
          plan.areas,
          plan.tasks,
          plan.targets,
          plan.context,
          plan.milestones,
          plan.owners,
          plan.deadlines,
          plan.remarks,
        ].flat()
        for (const { at } of spans) {
          expect(at.start).toBeGreaterThanOrEqual(0)
          expect(at.end).toBeGreaterThan(at.start)
          expect(at.end).toBeLessThanOrEqual(given.text.length)
        }
        for (const [i, { at }] of plan.tasks.slice(1).entries()) {
          expect(at.start).toBeGreaterThanOrEqual(plan.tasks[i]?.at.end ?? 0)
        }
        expect(new Set(plan.tasks.map(({ key }) => key)).size).toBe(plan.tasks.length)
        expect(planFromText(given)).toEqual(plan)
      }),
      { numRuns: 400 },
    )
  })
})

test('文字里的表：分组的行、断了的格子、没有点名的目标都读得出', () => {
  const text = [
    '花园镇2024年重点项目推进计划',
    '序号|项目名称|形象进度|责任领导|责任单位',
    '一、续建项目(2个)',
    '1|花园大道改造|6月底前完成路面,10月',
    '底竣工|孙涛|城建办',
    '2|第二水厂|8月完成设备安装、12月试运行|孙涛|水务站',
    '二、新建项目',
    '3|养老中心|3月开工|何梅|民政办、村(社区)',
    '合计|3个|||',
  ].join('\n')
  const plan = read(text)
  expect(plan.areas.map(({ title }) => title)).toEqual(['续建项目', '新建项目'])
  expect(plan.tasks.map(({ key, area }) => [key, area])).toEqual([
    ['1', 0],
    ['2', 0],
    ['3', 1],
  ])
  expect(plan.owners.map(({ lead, leaders }) => [lead, leaders])).toEqual([
    [['城建办'], ['孙涛']],
    [['水务站'], ['孙涛']],
    [['民政办', '村(社区)'], ['何梅']],
  ])
  expect(plan.milestones.map(({ task, subject, event, due }) => [task, subject, event, due])).toEqual([
    ['1', '花园大道改造', 'complete', '2024-10'],
    ['2', '第二水厂', 'complete', '2024-08'],
    ['2', '第二水厂', 'operate', '2024-12'],
    ['3', '养老中心', 'start', '2024-03'],
  ])
})
