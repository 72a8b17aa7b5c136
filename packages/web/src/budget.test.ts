import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstLoadBudget } from '../first-load-budget.ts'

let root = ''

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'guatu-budget-'))
  const noise = (n: number) =>
    Array.from({ length: n }, (_, i) => ((i * 2654435761) % 4294967296).toString(36)).join('')
  await writeFile(join(root, 'wall.html'), '<script type="module" src="./first.js"></script>')
  await writeFile(join(root, 'first.js'), `console.log(${JSON.stringify(noise(300))}); import('./later.js')`)
  await writeFile(join(root, 'later.js'), `console.log(${JSON.stringify(noise(30_000))})`)
})

afterAll(() => rm(root, { recursive: true, force: true }))

const builtWith = (bytesMax: number) =>
  build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [firstLoadBudget({ 'wall.html': bytesMax })],
    build: { rolldownOptions: { input: join(root, 'wall.html') } },
  })

test('a page over its budget fails the build, and what is loaded later does not count', async () => {
  await expect(builtWith(500)).rejects.toThrow(/wall\.html: first JS .* of 0\.5 kB/)
  await expect(builtWith(20_000)).resolves.toBeDefined()
})
