import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const codeOf = (bytes: Uint8Array): string => {
  const decoded = decodeText(bytes)
  return decoded.ok ? decoded.value.encoding : decoded.problem.code
}

/** Every character of two bytes in GB18030, by its bytes: the platform decodes but does not encode it. */
function gb18030Bytes(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(new Uint8Array([lead, trail]))
      if (text.length === 1 && text !== '\uFFFD') table.set(text, [lead, trail])
    }
  }
  return table
}

const table = gb18030Bytes()
const inGb18030 = (text: string): Buffer =>
  Buffer.from([...text].flatMap((sign) => table.get(sign) ?? [sign.charCodeAt(0)]))
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

const words = fc
  .array(fc.oneof(fc.constantFrom(...table.keys()), fc.constantFrom('a', '7', ' ', '.', '\r\n', '\t')))
  .map((signs) => `街道${signs.join('')}`)

test('随便什么文字，四种编码存了再读都一字不差', () => {
  fc.assert(
    fc.property(words, (text) => {
      const cases = [
        ['utf-8', Buffer.from(text)],
        ['utf-8', Buffer.from(`\uFEFF${text}`)],
        ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
        ['utf-16be', bigEndian(`\uFEFF${text}`)],
        ['gb18030', inGb18030(text)],
      ] as const
      for (const [encoding, bytes] of cases) expect(decodeText(bytes)).toEqual({ ok: true, value: { text, encoding } })
    }),
  )
})

test('GB18030 四字节的字也认得', () => {
  const decoded = decodeText(Buffer.concat([inGb18030('街道'), Buffer.from([0x95, 0x32, 0x82, 0x36])]))
  expect(decoded).toEqual({ ok: true, value: { text: '街道\u{20000}', encoding: 'gb18030' } })
})

test.each([
  ['含零字节', Buffer.from('街道\0工作')],
  ['控制字符成堆', Buffer.from('\u0001\u0002\u0003街道')],
  ['哪种编码都不成', Buffer.from([0xff, 0x80, 0xff, 0x81])],
  ['标明 UTF-16 而不是', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])],
])('%s的不是文本', (_, bytes) => {
  expect(codeOf(bytes)).toBe('text.not_text')
})

test('只有空白的算空文件', () => {
  expect(codeOf(Buffer.from('\uFEFF \r\n　'))).toBe('text.empty')
})
