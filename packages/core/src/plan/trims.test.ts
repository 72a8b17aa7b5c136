import { expect, test } from 'vitest'
import { withoutEnd } from './trims.ts'

test('词尾的标点去掉，中间的留着', () => {
  expect(withoutEnd('县发改局、，；', '、，；')).toBe('县发改局')
  expect(withoutEnd('甲、乙', '、')).toBe('甲、乙')
  expect(withoutEnd('、、', '、')).toBe('')
})

test('一长串标点中间断开，也只看末尾', () => {
  const words = `${'、'.repeat(200_000)}局`
  const began = performance.now()
  expect(withoutEnd(words, '、')).toBe(words)
  expect(performance.now() - began).toBeLessThan(50)
})
