import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'

export const workerFile = 'sw.js'

/** The files that the shell is made of: its scripts and styles, also those loaded later. Fonts come from the system. */
const shellFilesOf = (bundle: Rolldown.OutputBundle): string[] =>
  Object.keys(bundle)
    .filter((name) => /^assets\/.*\.(?:js|css)$/.test(name))
    .map((name) => `/${name}`)
    .toSorted()

/** Tells the service worker which files it keeps; they are known when everything else is made. */
export const workerPlugin = (): Plugin => ({
  name: 'guatu:worker',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const worker = bundle[workerFile]
    if (worker?.type !== 'chunk') throw new Error(`the build made no ${workerFile}`)
    const files = shellFilesOf(bundle)
    const mark = createHash('sha256').update(JSON.stringify(files)).update(worker.code).digest('hex').slice(0, 16)
    const says = `const shellFiles = ${JSON.stringify(files)}, shellMark = ${JSON.stringify(mark)};\n`
    worker.code = `(() => {${says}${worker.code}})();\n`
  },
})
