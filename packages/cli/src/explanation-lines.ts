import type { Explanation } from '@guatu/contract'
import { table } from './columns.ts'

const figure = (label: string, value: string | null): string[] => (value === null ? [] : [`${label} ${value}`])

const rowsOf = ({ rows }: Explanation): string =>
  table(
    ['日期', '单位', '完成数', '计入', '原因', '说明', '文号'],
    rows.map((row) => [
      row.trueOn,
      row.unit,
      row.quantity,
      row.counted ? '是' : '否',
      row.because.zh,
      row.note,
      row.paper,
    ]),
  )

/** The working of a light as a page of text: the sentence, the target, the rule and its inputs, then every row. */
export function linesOf(explained: Explanation): string {
  const { target, task, working, on, knownAt } = explained
  const { actual, reported, planned, ratio, attainment } = working
  return [
    `${target.code} ${target.says}`,
    `第${task.number}项 ${task.title}：${task.sentence.trim()}`,
    `截至 ${on}，按 ${knownAt} 所知`,
    `灯：${working.light}（${working.rule}）${working.says.zh}`,
    [
      ...figure('台账', actual),
      ...figure('自报', reported),
      ...figure('应达', planned),
      ...figure('完成÷应达', ratio),
      ...figure('完成率', attainment),
    ].join('　'),
    explained.rows.length > 0 ? rowsOf(explained) : '没有任何一行台账 no rows',
  ].join('\n')
}
