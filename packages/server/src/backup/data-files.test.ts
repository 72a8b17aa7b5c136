import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { evidenceIn } from './data-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('只带走有行指着的证据；没有指着的、还在写的，都不带', () => {
  for (const name of ['evidence/ab/cd', 'evidence/ab/ef', 'evidence/.incoming/abcd', 'evidence/ab/.cd']) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), 'x')
  }
  expect(evidenceIn(folder, new Set(['abcd', 'incomingabcd', '.incomingabcd']))).toEqual(['evidence/ab/cd'])
  expect(evidenceIn(join(folder, 'nowhere'), new Set(['abcd']))).toEqual([])
})
