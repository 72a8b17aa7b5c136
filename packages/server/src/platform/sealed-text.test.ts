import { expect, test } from 'vitest'
import { openText, sealText } from './sealed-text.ts'

const key = Buffer.alloc(32, 7)

test('a sealed text opens in its place with its key, and is another one each time', () => {
  const [one, other] = [sealText(key, 'password 王', '口令'), sealText(key, 'password 王', '口令')]
  expect(one).not.toBe(other)
  expect(openText(key, 'password 王', one)).toBe('口令')
  expect(one).not.toContain('口令')
})

test.each([
  ['with another key', (sealed: string) => openText(Buffer.alloc(32, 8), 'password 王', sealed)],
  ['in another place', (sealed: string) => openText(key, 'password 李', sealed)],
  ['altered', (sealed: string) => openText(key, 'password 王', `${sealed.slice(0, 20)}A${sealed.slice(21)}`)],
  ['cut', (sealed: string) => openText(key, 'password 王', sealed.slice(0, -4))],
  ['of another suite', (sealed: string) => openText(key, 'password 王', sealed.replace('aes', 'sm4'))],
])('%s it does not open', (_how, open) => {
  expect(() => open(sealText(key, 'password 王', '一二三四五六'))).toThrow()
})
