import type { Problem } from '@guatu/contract'
import { expect, test } from 'vitest'
import { problemSays, wrongWith } from './problem.ts'

const refused = (field: string): Problem => ({
  code: 'request.invalid',
  kind: 'invalid',
  says: {
    zh: `请求的内容 ${field}不合要求：没有填写`,
    en: `In the request the body ${field} is not valid: it is missing`,
  },
  next: { zh: '请按提示改正后重试，已填内容没有丢失。', en: 'Correct it and try again; nothing you typed is lost.' },
  facts: { where: `内容 ${field}`, whereEn: '', why: '没有填写', whyEn: 'it is missing', field },
})

test('表单里的错用栏名说，不露程序里的名字；没有栏名的也不露', () => {
  expect(problemSays(refused('series.0.code'))).toBe('「系列代号」不合要求：没有填写')
  expect(problemSays(refused('extra.somethingInside'))).toBe('有一栏不合要求：没有填写')
  expect(problemSays(refused(''))).toContain('请求的内容')
})

test('错在哪一栏，就只在那一栏说', () => {
  expect(wrongWith(refused('unitId'), 'unitId')).toBe('没有填写')
  expect(wrongWith(refused('unitId'), 'name')).toBeUndefined()
  expect(wrongWith(null, 'name')).toBeUndefined()
})
