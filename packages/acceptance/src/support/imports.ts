import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { checkout } from './guatu-process.ts'

/** One import of ours: both ends as paths below `packages/`, such as `server/fact/store.ts`, `src/` left out. */
export interface OurImport {
  readonly from: string
  readonly to: string
}

const packages = join(checkout, 'packages')

const sourcesOf = (name: string): string[] =>
  readdirSync(join(packages, name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('generated/'))
    .map((file) => `${name}/src/${file}`)

// `@guatu/core/plan` is a stage by its front door; `@guatu/server` alone is the app.
function target(file: string, asked: string): string | null {
  if (asked.startsWith('.')) return normalize(join(dirname(file), asked))
  if (!asked.startsWith('@guatu/')) return null
  const [name = '', ...inner] = asked.slice('@guatu/'.length).split('/')
  if (name === 'core') return `core/src/${inner.join('/')}/index.ts`
  if (inner.length === 0) return `${name}/src/${name === 'server' ? 'app' : 'index'}.ts`
  return `${name}/src/${inner.join('/')}.ts`
}

const short = (path: string) => path.replace('/src/', '/')

/** Every import between files of ours, type imports and dynamic ones included. */
export const ourImports = (): OurImport[] =>
  readdirSync(packages)
    .flatMap(sourcesOf)
    .flatMap((file) =>
      [...readFileSync(join(packages, file), 'utf8').matchAll(/(?:\bfrom|\bimport\(?)\s*'([^']+)'/g)]
        .map((found) => target(file, found[1] ?? ''))
        .filter((to) => to !== null)
        .map((to) => ({ from: short(file), to: short(to) })),
    )
