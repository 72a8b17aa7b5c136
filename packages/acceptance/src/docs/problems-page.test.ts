import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemsPage } from './problems-page.ts'

test('docs/problems.md 与代码一致；npm run docs:problems 重写它', () => {
  expect(readFileSync(new URL('../../../../docs/problems.md', import.meta.url), 'utf8')).toBe(problemsPage())
})

test('每个问题都有中文、英文和两种语言的下一步', () => {
  const sections = problemsPage().split('\n## ').slice(1)
  expect(sections.length).toBeGreaterThan(40)
  for (const section of sections) {
    const [zh = '', en = '', nextZh = '', nextEn = ''] = [...section.matchAll(/^- (.*)$/gm)].slice(1).map((m) => m[1])
    for (const chinese of [zh, nextZh]) expect(chinese, section).toMatch(/[\u4e00-\u9fff]/)
    for (const english of [en, nextEn]) {
      expect(english, section).toMatch(/[A-Za-z]{2}/)
      expect(english.replaceAll(/“.*?”|\{.*?\}/g, ''), section).not.toMatch(/[\u4e00-\u9fff]/)
    }
  }
})
