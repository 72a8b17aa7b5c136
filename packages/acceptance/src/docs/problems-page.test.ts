import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemsPage } from './problems-page.ts'

test('docs/problems.md 与代码一致；npm run docs:problems 重写它', () => {
  expect(readFileSync(new URL('../../../../docs/problems.md', import.meta.url), 'utf8')).toBe(problemsPage())
})

test('每个问题都有中文、英文和两种语言的下一步', () => {
  const rows = problemsPage()
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  expect(rows.length).toBeGreaterThan(40)
  for (const row of rows) {
    const [, , says = '', next = ''] = row.slice(2, -2).split(/(?<!\\) \| /)
    for (const words of [says, next]) {
      const [zh = '', en = ''] = words.split('<br>')
      expect(zh, row).toMatch(/[\u4e00-\u9fff]/)
      expect(en, row).toMatch(/[A-Za-z]{2}/)
      expect(en.replaceAll(/“.*?”|\{.*?\}/g, ''), row).not.toMatch(/[\u4e00-\u9fff]/)
    }
  }
})
