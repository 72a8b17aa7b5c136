import { expect, test } from 'vitest'
import { isProved, likelyClass } from './evidence-classes.ts'

test('附件的等级按文件名先猜，猜在台账认的等级里', () => {
  expect(likelyClass('现场.jpg', ['E1', 'E2', 'E4'])).toBe('E4')
  expect(likelyClass('整改前.jpg', ['E3', 'E4'])).toBe('E3')
  expect(likelyClass('现场.jpg', ['E1'])).toBe('E3')
  expect(likelyClass('联网直报.xlsx', ['E1', 'E2'])).toBe('E2')
  expect(likelyClass('批复.pdf', ['E1', 'E2'])).toBe('E1')
  expect(likelyClass('批复.pdf', ['E2', 'E4'])).toBe('E4')
})

test('有一份认的等级就够，照片当不了公文', () => {
  expect(isProved('E3:a、E4:b', ['E1', 'E4'])).toBe(true)
  expect(isProved('E3:a', ['E1', 'E4'])).toBe(false)
  expect(isProved('', ['E1'])).toBe(false)
})
