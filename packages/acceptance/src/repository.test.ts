import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkoutFiles } from './support/checkout-files.ts'
import { checkout } from './support/guatu-process.ts'

const isText = (file: string) => !/\.(?:docx|xlsx|png|woff2?|ico|pdf)$/.test(file)
const files = checkoutFiles().filter(isText)
const read = (file: string) => readFileSync(join(checkout, file), 'utf8')

// Put together here, so that this page does not find itself.
const homes = new RegExp(`/(?:${['work', 'home', 'Users'].join('|')})/[\\w.-]+/`)
const registries = /(?:registry|mirrors?|nexus|artifactory)\.[\w-]+\.[a-z]{2,}/

test('no file knows where it was made', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => homes.test(read(file)))).toEqual([])
})

test('no file names a package registry, and the lock file leaves the choice to the machine', () => {
  expect(files.filter((file) => registries.test(read(file)))).toEqual([])
  expect(read('package-lock.json')).not.toContain('"resolved": "http')
})

test('the machine that checks runs exactly the command that the README names', () => {
  const commands = read('.ci/run')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  expect(commands).toEqual(['set -euo pipefail', 'cd "$(dirname "$0")/.."', 'npm test'])
})
