import * as contract from '@guatu/contract'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readForm } from './schema.ts'

const form = z.object({
  id: contract.id.optional(),
  day: contract.day.optional(),
  due: contract.due.optional(),
  year: z.coerce.number().int().min(2000).optional(),
  kind: z.enum(['report', 'meeting']).optional(),
  because: z.string().min(2).default('理由'),
})

const refused = (fields: object) => {
  const read = readForm(form, fields)
  return read.ok ? null : read.problem.says
}

test.each([
  [{ id: '12' }, '请求的表单 id不合要求：编号不对', 'In the request the form id is not valid: it is no id'],
  [{ day: '2023-02-30' }, '请求的表单 day不合要求：日期写作 2023-06-30', expect.stringContaining('write a day as')],
  [{ due: '六月' }, expect.stringContaining('时限写作 2023、'), expect.stringContaining('write a deadline as')],
  [{ year: '1999' }, expect.stringMatching(/：至少2000$/), expect.stringMatching(/Too small.*>=2000$/)],
  [{ kind: 'x' }, expect.stringContaining('无效选项'), expect.stringContaining('Invalid option')],
  [{ because: 7 }, expect.stringMatching(/应当是文字$/), expect.stringContaining('expected string')],
])('%o：中文里没有英文句子，英文里没有中文', (fields, zh, en) => {
  const says = refused(fields)
  expect(says).toEqual({ zh, en })
  expect(says?.zh).not.toMatch(/[a-z]{3,} [a-z]{2,} /)
  expect(says?.en).not.toMatch(/[\u4e00-\u9fff]/)
})

test('少填一栏，说是没有填写', () => {
  const read = readForm(z.object({ title: z.string() }), {})
  expect(read).toMatchObject({
    problem: { says: { zh: '请求的表单 title不合要求：没有填写', en: expect.stringContaining('it is missing') } },
  })
})

test('合要求的照读', () => {
  expect(readForm(form, { year: '2023', day: '2024-02-29' })).toEqual({
    ok: true,
    value: { year: 2023, day: '2024-02-29', because: '理由' },
  })
})
