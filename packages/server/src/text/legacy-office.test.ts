import { afterEach, expect, test, vi } from 'vitest'
import { asWorkbook } from './legacy-office.ts'

afterEach(() => vi.unstubAllEnvs())

const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])

test('没有 LibreOffice 的机器上，旧格式一句话说明怎么另存', async () => {
  vi.stubEnv('GUATU_SOFFICE', '/nowhere/soffice')
  const answer = await asWorkbook(ole, '台账.xls')
  expect(answer.ok ? '' : answer.problem.code).toBe('text.legacy_office')
})

test('转换不出来的，说读不了', async () => {
  vi.stubEnv('GUATU_SOFFICE', '/bin/false')
  const answer = await asWorkbook(ole, '台账.xls')
  expect(answer.ok ? '' : answer.problem.code).toBe('text.unreadable')
})

test('设了密码的不交给别的程序', async () => {
  const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])
  const answer = await asWorkbook(locked, '台账.xlsx')
  expect(answer.ok ? '' : answer.problem.code).toBe('text.encrypted')
})

test('.xlsx 原样过去', async () => {
  const bytes = Buffer.from('PK\u0003\u0004')
  expect(await asWorkbook(bytes, '台账.xlsx')).toEqual({ ok: true, value: { bytes, name: '台账.xlsx' } })
})
