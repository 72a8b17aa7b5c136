import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keyFileOf, openKeys } from './keys.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guatu-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('再次启动用的是同一把钥匙，只有本账号可读', () => {
  const first = openKeys(keyFileOf(folder)).of('audit', 'a')
  expect(openKeys(keyFileOf(folder)).of('audit', 'a')).toEqual(first)
  expect(statSync(keyFileOf(folder)).mode & 0o777).toBe(0o600)
})

test('不同用途、不同单位的钥匙各不相同', () => {
  const keys = openKeys(keyFileOf(folder))
  const four = [keys.of('audit', 'a'), keys.of('audit', 'b'), keys.of('backup', 'a'), keys.of('secondFactor', 'a')]
  expect(new Set(four.map((key) => key.toString('hex'))).size).toBe(4)
})

test('残缺的钥匙文件不予采用', () => {
  writeFileSync(keyFileOf(folder), 'c2hvcnQ=')
  expect(() => openKeys(keyFileOf(folder))).toThrow('holds no key')
})
