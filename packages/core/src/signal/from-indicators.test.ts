import { describe, expect, test } from 'vitest'
import { nothingTallied, type Tally } from '../indicator/index.ts'
import type { Terms } from '../plan/index.ts'
import { day, decimal, exactly, instant, threshold } from '../shared/index.ts'
import { judge, type PaceRules, paceLight } from './from-indicators.ts'
import { lightOfTask } from './light.ts'

const bound = (value: string) =>
  threshold({
    id: 'test',
    label: { zh: '试', en: 'test' },
    unit: 'ratio',
    values: [{ from: day('2020-01-01'), value: decimal(value), source: '测试用' }],
  })
const rules: PaceRules = {
  green: bound('0.98'),
  yellow: bound('0.90'),
  orange: bound('0.80'),
  smallNumberMax: bound('12'),
}

const target = (value: string, more: Partial<Terms> = {}): Terms => ({
  kind: 'target',
  event: null,
  comparator: '>=',
  value: decimal(value),
  unit: '场',
  printedUnit: '场',
  basis: 'level',
  stretch: false,
  scale: decimal(1),
  startsOn: day('2023-01-01'),
  dueOn: day('2023-12-31'),
  ...more,
})

const verified = (value: string, unverified = 0): Tally => ({
  verified: decimal(value),
  reported: decimal(value),
  counted: 1,
  unverified,
})
const nothing = nothingTallied
const on = (text: string) => ({ on: day(text), knownAt: instant(`${text}T15:59:59.999Z`) })
const half = on('2023-06-30')

describe('比例规则：年中应达一半', () => {
  // 700 场一年，6 月 30 日应达 350 场；界限两侧各取一场。
  test.each([
    ['343', 'green', '343÷350 = 0.98，正好在绿灯下限'],
    ['342', 'yellow', '比下限少一场'],
    ['315', 'yellow', '0.90，正好在黄灯下限'],
    ['314', 'orange', '少一场'],
    ['280', 'orange', '0.80，正好在橙灯下限'],
    ['279', 'red', '少一场'],
    ['700', 'blue', '全年目标已达到'],
  ])('完成 %s 场亮 %s：%s', (actual, light) => {
    expect(judge(target('700'), verified(actual), half, rules).light).toBe(light)
  })
})

describe('除不尽的应达数不先取整，界限两侧照实判', () => {
  // 一公顷二月底前完成：2 月 1 日应达 29/56 公顷，它的 98% 正好是 0.5075 公顷。
  const hectare = target('1', { unit: 'm2', printedUnit: '公顷', dueOn: day('2023-02-28') })
  test.each([
    ['0.5075', 'green', '正好在绿灯下限'],
    ['0.5074999999', 'yellow', '只差百亿分之一'],
  ])('完成 %s 公顷亮 %s：%s', (actual, light) => {
    expect(judge(hectare, verified(actual), on('2023-02-01'), rules).light).toBe(light)
  })
})

describe('小数规则：全年不超过十二个，按差几个亮灯', () => {
  test.each([
    ['6', 'green'],
    ['5', 'yellow'],
    ['4', 'orange'],
    ['3', 'red'],
  ])('应达 6 个，实有 %s 个亮 %s', (actual, light) => {
    expect(judge(target('12', { unit: '个' }), verified(actual), half, rules).light).toBe(light)
  })

  test('金额不分个，仍按比例', () => {
    expect(judge(target('12', { unit: 'CNY' }), verified('5'), half, rules)).toMatchObject({
      light: 'orange',
      rule: 'ratio',
    })
  })
})

test('算式用报告印的单位写：1185÷1208.33 亿元', () => {
  const yuan = target('155000000000', { unit: 'CNY', printedUnit: '亿元', scale: decimal(100_000_000) })
  const { says } = judge(yuan, verified('118500000000'), on('2023-10-11'), rules)
  expect(says.zh).toBe('完成数÷应达数 = 1185亿元÷1208.33亿元 = 0.981')
  const few = judge(target('12', { unit: '个', printedUnit: '个' }), verified('5'), half, rules)
  expect(few.says).toEqual({ zh: '小数规则：应达6个，实有5个', en: 'small numbers: 6个 planned, 5个 there' })
})

describe('没有凭据就没有绿灯', () => {
  test('尚无记录是无数据，不是零进度', () => {
    expect(judge(target('700'), nothing, half, rules)).toMatchObject({ light: 'noData', attainment: null })
  })
  test('只有自报、没有核实，仍是无数据', () => {
    const reported = { ...nothing, reported: decimal('700'), unverified: 7 }
    expect(judge(target('700'), reported, half, rules)).toMatchObject({
      light: 'noData',
      badges: [{ kind: 'unverified', count: 7 }],
    })
  })
  test.each([
    ['增速', { basis: 'growth' as const, unit: '%' }],
    ['上限', { comparator: '<=' as const, unit: 'ug/m3' }],
    ['占比', { basis: 'share' as const, unit: '%' }],
  ])('%s不能由台账相加证明', (_, more) => {
    expect(judge(target('10', more), verified('100'), half, rules).light).toBe('noData')
  })
  test('没有定值的目标是未定值', () => {
    expect(judge({ ...target('1'), value: null }, verified('5'), half, rules).light).toBe('unset')
  })
  test('规则生效以前不判灯', () => {
    const late = {
      ...rules,
      green: { ...bound('0.98'), values: [{ from: day('2024-01-01'), value: decimal('0.98'), source: '明年起' }] },
    }
    expect(judge(target('700'), verified('350'), half, late).light).toBe('unset')
  })
})

describe('时限', () => {
  test('六月底前的目标，七月一日未完成即红，标明逾期天数', () => {
    const due = target('5', { unit: '个', dueOn: day('2023-06-30') })
    expect(judge(due, verified('4'), on('2023-07-03'), rules)).toMatchObject({
      light: 'red',
      badges: [{ kind: 'overdue', days: 3 }],
    })
    expect(judge(due, verified('4'), half, rules)).toMatchObject({ light: 'yellow' })
  })
  test('力争的目标，红灯显示为橙灯', () => {
    expect(judge(target('700', { stretch: true }), verified('100'), half, rules).light).toBe('orange')
  })
  test('「超过」要多出来才算达到，「不低于」到数即可', () => {
    expect(judge(target('60', { comparator: '>' }), verified('60'), half, rules).light).toBe('green')
    expect(judge(target('60'), verified('60'), half, rules).light).toBe('blue')
  })
})

test('只说推进、没有完成节点的不可核，过了时限也一样', () => {
  const work = target('1', { kind: 'milestone', event: 'progress', value: null })
  for (const day of ['2023-06-30', '2024-01-05'])
    expect(judge(work, nothing, on(day), rules)).toMatchObject({
      light: 'uncheckable',
      says: { zh: '只说了要做的事，没有完成的数或节点' },
    })
  const end = { ...work, event: 'complete' as const }
  expect(judge(end, nothing, half, rules).light).toBe('notDue')
})

describe('任务取最差的一盏', () => {
  test.each([
    [['green', 'red'], 'red'],
    [['green', 'noData'], 'noData'],
    [['blue', 'notDue'], 'green'],
    [['blue', 'blue'], 'blue'],
    [['notDue', 'notDue'], 'notDue'],
    [['notDue', 'uncheckable'], 'notDue'],
    [['blue', 'uncheckable'], 'green'],
    [['uncheckable', 'uncheckable'], 'uncheckable'],
    [[], 'uncheckable'],
  ] as const)('%s → %s', (lights, light) => {
    expect(lightOfTask(lights)).toBe(light)
  })
})

test('正好在界上的，不因小数除不尽而掉一档：1.96÷3 对 2÷3 是 0.98，绿灯', () => {
  const third = (parts: string) => exactly(decimal(parts), decimal(3))
  const lightOf = (actual: string) =>
    paceLight(target('100', { unit: 'CNY' }), decimal(100), third(actual), third('2'), day('2023-06-30'), rules).light
  expect(lightOf('1.96')).toBe('green')
  expect(lightOf('1.9599999999')).toBe('yellow')
})
