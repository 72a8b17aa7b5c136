import { readFile as readBytes } from 'node:fs/promises'
import { planFromText } from '@guatu/core/plan'
import type { ReportText } from '@guatu/core/text'
import { expect, test } from 'vitest'
import { readFile } from './read-file.ts'

async function readExample(name: string): Promise<ReportText> {
  const report = await readFile(await readBytes(new URL(`../../../../examples/${name}`, import.meta.url)), name)
  if (!report.ok) throw new Error(report.problem.code)
  return report.value
}

const linesOf = ({ text, lines }: ReportText): string[] => lines.map(({ at }) => text.slice(at.start, at.end))

test('示例报告的 .docx 和 .txt 读成一样的行，六十二个编号一个不少', async () => {
  const [document, text] = await Promise.all([
    readExample('work-report-2023.docx'),
    readExample('work-report-2023.txt'),
  ])
  expect(linesOf(document)).toEqual(linesOf(text))
  const numbers = linesOf(document).flatMap((line) => /^(\d+)\./.exec(line)?.[1] ?? [])
  expect(numbers).toEqual(Array.from({ length: 62 }, (_, index) => String(index + 1)))
  expect(linesOf(document).filter((line) => /^[一二三四五六七八]、/.test(line))).toHaveLength(8)
  expect(document.lines.filter((line) => line.level === 1)).toHaveLength(8)
})

test('示例报告的 PDF 由另一个软件排版，读回来每一行都和 .txt 一样，每行印在哪一页都记着', async () => {
  const [printed, text] = await Promise.all([readExample('work-report-2023.pdf'), readExample('work-report-2023.txt')])
  expect(linesOf(printed)).toEqual(linesOf(text))
  const said = (report: ReportText) =>
    planFromText(report).targets.map(({ subject, comparator, value, unit, due }) => [
      subject,
      comparator,
      value,
      unit,
      due,
    ])
  expect(said(printed)).toEqual(said(text))
  expect(said(printed).length).toBeGreaterThan(40)
  expect(printed.origins.map(({ at }) => printed.text.slice(at.start, at.end)).join('')).toBe(
    printed.text.replaceAll('\n', ''),
  )
  expect(new Set(printed.origins.map(({ part }) => part)).size).toBeGreaterThan(3)
})

test('示例分解表补齐六十三到七十', async () => {
  const { tables } = await readExample('task-table-2023.xlsx')
  const rows = tables[0]?.grid ?? []
  expect(rows.slice(1, 3)).toEqual([
    ['工作方面', '序号', '工作任务', '年度目标', '责任分工', '责任分工', '责任分工', '完成时限'],
    ['工作方面', '序号', '工作任务', '年度目标', '分管领导', '牵头单位', '配合单位', '完成时限'],
  ])
  const numbers = rows.slice(3).map((row) => Number(row[1]))
  expect(numbers.slice(-8)).toEqual([63, 64, 65, 66, 67, 68, 69, 70])
  expect(rows.every((row) => row[0] !== '')).toBe(true)
})
