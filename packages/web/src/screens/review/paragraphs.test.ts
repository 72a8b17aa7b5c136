import { expect, test } from 'vitest'
import { paragraphsOf } from './paragraphs.ts'

test('a task’s number stands on its first line only, a heading is known as one, blank lines are none', () => {
  const report = '一、产业\n\n1. 守住工业。\n持续推进。\n结语'
  const at = (words: string) => ({ start: report.indexOf(words), end: report.indexOf(words) + words.length })
  const paragraphs = paragraphsOf(report, [{ key: '1', number: '1', at: at('守住工业。\n持续推进。') }], [at('产业')])
  expect(paragraphs.map((p) => [report.slice(p.at.start, p.at.end), p.task, p.number, p.heading])).toEqual([
    ['一、产业', null, null, true],
    ['守住工业。', '1', '1', false],
    ['持续推进。', '1', null, false],
    ['结语', null, null, false],
  ])
})
