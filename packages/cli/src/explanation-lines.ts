import type { Explanation } from '@guatu/contract'
import { clockOf, decimal, instant, readUnit, shownRatio } from '@guatu/core/shared'
import { table } from './columns.ts'

type Light = Explanation['working']['light']

const lights: Readonly<Record<Light, string>> = {
  green: '正常 on track',
  yellow: '黄灯 yellow',
  orange: '橙灯 orange',
  red: '红灯 red',
  blue: '已完成 done',
  noData: '无数据 no data',
  unset: '未定值 not settled',
  notDue: '未到期 not due',
  uncheckable: '不可核 not checkable',
  standing: '常态 standing',
  missing: '原文缺页 missing',
}

const rules: Readonly<Record<string, string>> = {
  ratio: '按完成数与应达数之比 by the ratio',
  smallNumber: '按小数规则 by the rule for small numbers',
  reached: '已达目标 reached',
  overdue: '已过时限 overdue',
  noData: '尚无记录 no rows',
  milestone: '按节点 by the milestone',
  unset: '未定值 not settled',
  otherKind: '尚无数据来源 nothing feeds it',
  uncheckable: '没有可核的节点 nothing to check',
  none: '尚无规则 no rule',
}

/** A moment as the clock in Shanghai showed it, to the second. */
const inShanghai = (at: string): string => `北京时间 ${clockOf(instant(at))}`

const figure = (label: string, value: string | null): string[] => (value === null ? [] : [`${label} ${value}`])

type Print = (value: string | null) => string | null

/** Canonical figures are printed in the report's own unit: 155000000000 of 亿元 as 1550亿元. */
const inUnitOf =
  ({ printedUnit, unit }: Explanation['target']): Print =>
  (value) =>
    value === null ? null : `${shownRatio(decimal(value), readUnit(printedUnit).scale, 6)}${printedUnit || unit}`

const rowsOf = ({ rows }: Explanation, print: Print): string =>
  table(
    ['日期', '单位', '完成数', '计入', '原因', '说明', '文号'],
    rows.map((row) => [
      row.trueOn,
      row.unit,
      print(row.quantity) ?? '',
      row.counted ? '是' : '否',
      row.because.zh,
      row.note,
      row.paper,
    ]),
  )

/** The working of a light as a page of text: the sentence, the target, the rule and its inputs, then every row. */
export function linesOf(explained: Explanation): string {
  const { target, task, working, on, knownAt } = explained
  const print = inUnitOf(target)
  return [
    `${target.code} ${target.says}`,
    `第${task.number}项 ${task.title}：${task.sentence.trim()}`,
    `截至 ${on}，按${inShanghai(knownAt)} 所知`,
    `灯：${lights[working.light]}（${rules[working.rule] ?? working.rule}）${working.says.zh}`,
    [
      ...figure('台账', print(working.actual)),
      ...figure('自报', print(working.reported)),
      ...figure('应达', print(working.planned)),
      ...figure('完成÷应达', working.ratio),
      ...figure('完成率', working.attainment),
    ].join('　'),
    explained.rows.length > 0 ? rowsOf(explained, print) : '没有任何一行台账 no rows',
  ].join('\n')
}
