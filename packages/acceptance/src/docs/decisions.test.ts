import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../../../docs/decisions', import.meta.url))
const pages = readdirSync(folder).filter((name) => /^\d{4}-.+\.md$/.test(name))

test('每一页决定都在目录里，目录里没有不存在的页', () => {
  const listed = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/\((\d{4}-[^)]+\.md)\)/g)].map(
    (m) => m[1],
  )
  expect(listed.toSorted()).toEqual(pages.toSorted())
})

test.each(pages)('%s：标题带自己的号，说明事实、做法、代价', (page) => {
  const text = readFileSync(join(folder, page), 'utf8')
  expect(text.startsWith(`# ${page.slice(0, 4)} `)).toBe(true)
  for (const heading of ['## The facts', '## What we do', '## What it costs us']) expect(text).toContain(heading)
})
