import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle

/** The scripts a page asks for before it shows anything: its entry, and what the entry imports without `import()`. */
export function firstScriptsOf(page: string, bundle: Bundle): Rolldown.OutputChunk[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const entry = chunks.find((chunk) => chunk.isEntry && chunk.facadeModuleId?.endsWith(`/${page}`))
  if (!entry) throw new Error(`the build made no entry for ${page}`)
  const found = new Set<Rolldown.OutputChunk>()
  const visit = (chunk: Rolldown.OutputChunk) => {
    if (found.has(chunk)) return
    found.add(chunk)
    for (const name of chunk.imports) {
      const next = bundle[name]
      if (next?.type === 'chunk') visit(next)
    }
  }
  visit(entry)
  return [...found]
}

/** Fails the build when the first script of a page, gzipped, outgrows its budget in bytes. */
export function firstLoadBudget(budgets: Readonly<Record<string, number>>): Plugin {
  return {
    name: 'guatu:first-load-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      for (const [page, bytesMax] of Object.entries(budgets)) {
        const bytes = firstScriptsOf(page, bundle).reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0)
        const says = `${page}: first JS ${(bytes / 1000).toFixed(1)} kB gz of ${bytesMax / 1000} kB`
        if (bytes > bytesMax) this.error(says)
        this.info(says)
      }
    },
  }
}
