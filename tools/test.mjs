import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureWebBuilt } from './build-web.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled, root, runTool } from './ensure.mjs'

const isAll = process.argv.includes('--all')
// Kills, double starts, a full disk and the restore drill, as often as a merge has to survive them.
const isFaults = process.argv.includes('--faults')
const faultsFolder = 'packages/acceptance/src/faults'
const { GUATU_KILLS = '200', GUATU_DOUBLE_STARTS = '20' } = process.env
const report = join(root, '.cache', 'test-report.json')

/** What `npm run check` checks, each with the name a person sees. */
const checks = [
  ['format', 'biome', ['format', '.']],
  ['lint', 'biome', ['lint', '--error-on-warnings', '.']],
  ['lint with types', 'oxlint', ['--deny-warnings']],
  ['types', 'tsc', ['--noEmit']],
  ['unused code', 'knip', []],
  ['migrations', 'squawk', ['packages/server/migrations/*.sql']],
]

async function runChecks() {
  let failed = 0
  for (const [name, command, args] of checks) {
    const began = Date.now()
    const { code, said } = await runTool(command, args, { quiet: true })
    console.log(code === 0 ? '✓' : '✗', name, `${Math.round((Date.now() - began) / 1000)} s`)
    if (code !== 0) console.log(said)
    if (code !== 0) failed += 1
  }
  return failed
}

async function runTests(only, env) {
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await runTool('vitest', ['run', ...only, ...reporters], { env })
  return { code, ...counted() }
}

// A file that cannot be loaded has no test of its own to fail; it counts as one.
function counted() {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

await ensureInstalled()

async function runEverything() {
  const chromium = await ensureChromium()
  // The pages come first: their words are compiled into the types that the checks read.
  await ensureWebBuilt()
  const failedChecks = await runChecks()
  return { failedChecks, ...(await runTests([], { CHROME_PATH: chromium, GUATU_SLOW: isAll ? '1' : '0' })) }
}

async function runFaults() {
  const often = { GUATU_KILLS, GUATU_DOUBLE_STARTS, GUATU_SLOW: '1' }
  return { failedChecks: 0, ...(await runTests([faultsFolder, '--no-file-parallelism'], often)) }
}

const { failedChecks, code, passed, failed } = await (isFaults ? runFaults() : runEverything())
const failures = Math.max(failed + failedChecks, code === 0 ? 0 : 1)
console.log(`${passed} passed, ${failures} failed`)
process.exit(failures === 0 && passed > 0 ? 0 : 1)
