import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { goldRows, missingNumbers, planFromText } from '@guatu/core/plan'
import { reportFromPlain } from '@guatu/core/text'
import { describe, expect, test } from 'vitest'
import { sharedFolder } from './support/shared.ts'

const shared = sharedFolder()

interface Rate {
  readonly f1: number | null
}

interface Scores {
  readonly overall: {
    readonly target: Rate
    readonly targetWithBasis: Rate
    readonly contextFalsePositiveRate: number
    readonly milestone: Rate
    readonly ownerWithTask: Rate
    readonly deadlineWithTask: Rate
    readonly structure: { readonly both: number }
    readonly misquoted: number
    readonly missing: readonly string[]
  }
  readonly documents: readonly {
    readonly id: string
    readonly structure: { readonly areas: boolean; readonly tasks: boolean }
  }[]
}

/** Reads every report of a labelled set as the product does, and has the labels' own scorer compare. */
function scored(set: string): Scores {
  const folder = join(shared ?? '.', 'gold', set)
  const read = mkdtempSync(join(tmpdir(), 'guatu-gold-'))
  for (const file of readdirSync(join(folder, 'docs'))) {
    const doc = file.replace('.txt', '')
    const report = reportFromPlain(readFileSync(join(folder, 'docs', file), 'utf8'))
    const rows = goldRows(doc, report.text, planFromText(report))
    writeFileSync(join(read, `${doc}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  }
  const scorer = join(shared ?? '.', 'gold/score.mjs')
  const options = ['--gold', join(folder, 'gold'), '--pred', read, '--docs', join(folder, 'docs'), '--json']
  return JSON.parse(execFileSync(process.execPath, [scorer, ...options], { encoding: 'utf8' }))
}

describe.skipIf(!shared)('起点报告读得对', () => {
  const { overall } = shared ? scored('seed') : ({} as Scores)

  test('目标连同口径', () => {
    expect(overall.targetWithBasis.f1).toBeGreaterThanOrEqual(0.98)
  })

  test('节点', () => {
    expect(overall.milestone.f1).toBeGreaterThanOrEqual(0.9)
  })

  test('方面和任务一个不差，引文都在原处', () => {
    expect(overall.structure.both).toBe(1)
    expect(overall.misquoted).toBe(0)
    expect(overall.missing).toEqual([])
  })
})

describe.skipIf(!shared)('九份开发用报告读得对', () => {
  const { overall, documents } = shared ? scored('dev') : ({ documents: [] } as unknown as Scores)

  test('目标，连同口径；背景数字当成目标的不过百分之五', () => {
    expect(overall.target.f1).toBeGreaterThanOrEqual(0.97)
    expect(overall.targetWithBasis.f1).toBeGreaterThanOrEqual(0.95)
    expect(overall.contextFalsePositiveRate).toBeLessThanOrEqual(0.05)
  })

  test('节点', () => {
    expect(overall.milestone.f1).toBeGreaterThanOrEqual(0.85)
  })

  test('责任单位和时限，连同所属任务', () => {
    expect(overall.ownerWithTask.f1).toBeGreaterThanOrEqual(0.95)
    expect(overall.deadlineWithTask.f1).toBeGreaterThanOrEqual(0.95)
  })

  test('九份里至少八份的方面和任务一个不差，引文都在原处', () => {
    const exact = documents.filter(({ structure }) => structure.areas && structure.tasks)
    expect(exact.length).toBeGreaterThanOrEqual(8)
    expect(overall.misquoted).toBe(0)
    expect(overall.missing).toEqual([])
  })
})

// A change in the words of the report changes what is read of them, and nothing else.
describe.skipIf(!shared)('起点报告改一处，读法跟着改一处', () => {
  const text = shared ? readFileSync(join(shared, 'gold/seed/docs/seed.txt'), 'utf8') : ''
  const read = (words: string) => planFromText(reportFromPlain(words))
  const essence = (words: string) => {
    const { targets, milestones } = read(words)
    return [
      targets.map(({ value, unit, comparator, basis }) => [value, unit, comparator, basis]),
      milestones.map(({ event, subject }) => [event, subject]),
    ]
  }

  test('每条号码加一百', () => {
    const renumbered = text.replace(/^(\d{1,2})\./gm, (_, n) => `${Number(n) + 100}.`)
    expect(read(renumbered).tasks.map(({ key }) => key)).toEqual(
      read(text).tasks.map(({ key }) => String(Number(key) + 100)),
    )
    expect(essence(renumbered)).toEqual(essence(text))
  })

  test('去掉第三十条', () => {
    const without = read(text.replace(/^30\..*\n/m, ''))
    expect(without.tasks).toHaveLength(61)
    expect(without.targets).toHaveLength(read(text).targets.length - 1)
    expect(missingNumbers(without)).toEqual(['30', '63', '64', '65', '66', '67', '68', '69', '70'])
  })

  test('说是55项，就不少了', () => {
    expect(missingNumbers(read(text))).toHaveLength(8)
    expect(missingNumbers(read(text.replace('70项', '55项')))).toEqual([])
  })

  test('60场改成61场', () => {
    const values = (words: string) => read(words).targets.map(({ value }) => value)
    expect(values(text.replace('60场展会', '61场展会'))).toEqual(
      values(text).map((value) => (value === '60' ? '61' : value)),
    )
  })
})
