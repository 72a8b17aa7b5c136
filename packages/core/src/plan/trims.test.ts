import { expect, test } from 'vitest'
import { withoutEnd } from './trims.ts'

test('词尾的标点去掉，中间的留着', () => {
  expect(withoutEnd('县发改局、，；', '、，；')).toBe('县发改局')
  expect(withoutEnd('甲、乙', '、')).toBe('甲、乙')
  expect(withoutEnd('、、', '、')).toBe('')
})

// Were each mark of the run tried as the end, this would take hours and not a moment.
test('一长串标点中间断开，也只看末尾', () => {
  const words = `${'、'.repeat(5_000_000)}局`
  expect(withoutEnd(words, '、')).toBe(words)
})
