// How long reading a report takes: the sample warm, and the time per MB from 17 kB to 10 MB. Run: node bench/read.bench.mjs
// The limit it is held against is measured in the same run: one split into lines and one scan for digits.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { planFromText } from '../packages/core/src/plan/from-text.ts'
import { reportFromPlain } from '../packages/core/src/text/from-plain.ts'

const root = join(import.meta.dirname, '..')
const sample = readFileSync(join(root, 'examples/work-report-2023.txt'), 'utf8')
const shown = (n) => n.toFixed(2).padStart(9)

/** The fastest of some runs, in milliseconds: what the work takes when nothing else is in the way. */
function fastest(work, runs) {
  let best = Number.POSITIVE_INFINITY
  for (let n = 0; n < runs; n++) {
    const began = performance.now()
    work()
    best = Math.min(best, performance.now() - began)
  }
  return best
}

const bare = (text) => text.split('\n').length + (text.match(/\d+/g)?.length ?? 0)
const read = (text) => planFromText(reportFromPlain(text))

// The tasks of the sample over and over, so that every size holds the same mix of sentences.
const body = sample.slice(sample.indexOf('\n一、') + 1).trimEnd()
const ofSize = (bytes) => {
  const times = Math.max(1, Math.round(bytes / Buffer.byteLength(body)))
  return `重点工作任务\n${Array(times).fill(body).join('\n')}\n`
}

for (let n = 0; n < 30; n++) read(sample)
console.log(`sample, ${Buffer.byteLength(sample)} bytes, warm: ${shown(fastest(() => read(sample), 30))} ms`)
console.log('    bytes    read ms   per MB    bare ms   ratio')
const perMegabyte = []
for (const bytes of [17_000, 170_000, 1_000_000, 10_000_000]) {
  const text = ofSize(bytes)
  const size = Buffer.byteLength(text)
  const runs = bytes > 5_000_000 ? 2 : 5
  const readTime = fastest(() => read(text), runs)
  const bareTime = fastest(() => bare(text), runs)
  perMegabyte.push((readTime / size) * 1e6)
  console.log(
    `${String(size).padStart(9)} ${shown(readTime)} ${shown(perMegabyte.at(-1))} ${shown(bareTime)} ${shown(readTime / bareTime)}`,
  )
}
const growth = perMegabyte.at(-1) / perMegabyte[0]
console.log(`time per MB at 10 MB against 17 kB: ${growth.toFixed(2)} (linear is 1)`)
// Warm code and freed memory move the figure by half either way; what is not linear moves it far more.
if (growth > 5) process.exitCode = 1
