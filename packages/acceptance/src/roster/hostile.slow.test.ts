import type { Problem, RosterAnswer } from '@guatu/contract'
import { zipOf } from '@guatu/server/text/testing/zip-of'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import type { Person } from '../support/person.ts'
import { digestOf, type RosterBook, type RosterRows, rosterBook, rosterForm, savedRoster } from '../support/rosters.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let clerk: Person
beforeAll(async () => {
  office = await openOffice()
  clerk = await office.as('督查专员')
})
afterAll(() => office.close())

const answer = (file: Buffer, path = '/api/roster/preview', version?: number) =>
  clerk.ask<RosterAnswer & Problem>({
    method: 'POST',
    path,
    form: rosterForm(file, digestOf(file)),
    ...(version === undefined ? {} : { version }),
  })
const one: RosterRows = { 人员: ['王芳 | wangfang | 公共事务中心 | 经办人'] }
const spoiled = async (spoil: (book: RosterBook) => void, rows = one) => {
  const book = rosterBook(rows)
  spoil(book)
  return answer(await savedRoster(book))
}
const codesOf = ({ rows }: RosterAnswer) => rows.flatMap(({ problems }) => problems.map(({ code }) => code))

test('表名不对、表被隐藏、表头合并，整份不收，说明缺什么', async () => {
  const renamed = await spoiled((book) => Object.assign(book.getWorksheet('人员') ?? {}, { name: '名单' }))
  expect(renamed.body).toMatchObject({ code: 'roster.sheet_missing' })
  expect(renamed.body.says.zh).toContain('单位、岗位、名单')
  const hidden = await spoiled((book) => Object.assign(book.getWorksheet('人员') ?? {}, { state: 'hidden' }))
  expect(hidden.body.code).toBe('roster.sheet_missing')
  const merged = await spoiled((book) => book.getWorksheet('人员')?.mergeCells('A1:B1'))
  expect(merged.body.code).toBe('roster.heading')
  const phones = await spoiled((book) =>
    Object.assign(book.getWorksheet('人员')?.getCell('H1') ?? {}, { value: '手机号' }),
  )
  expect(phones.body.code).toBe('roster.heading')
})

test('隐藏的行、合并的行、公式，只挡那一行', async () => {
  const rows: RosterRows = {
    人员: ['王芳', '李强', '赵云', '孙八'].map((name, i) => `${name} | user${i} | 公共事务中心 | 经办人`),
  }
  const { body } = await spoiled((book) => {
    const page = book.getWorksheet('人员')
    if (!page) throw new Error('a roster has people')
    page.getRow(2).hidden = true
    page.mergeCells('E3:G3')
    page.getCell('B4').value = { formula: '"user"&2', result: 'user2' }
  }, rows)
  expect(codesOf(body)).toEqual(['roster.hidden_row', 'roster.merged', 'roster.formula'])
  expect(body.counts).toMatchObject({ new: 1, refused: 3 })
})

test('日期格式的格子照它显示的读；存成数字的身份证号也认得出来', async () => {
  const { body } = await spoiled((book) => {
    const page = book.getWorksheet('人员')
    const cell = page?.getCell('F2')
    if (!page || !cell) throw new Error('a roster has people')
    cell.value = new Date('2023-08-01T00:00:00Z')
    cell.numFmt = 'yyyy/m/d'
    page.addRow(['李强', Number('440301199001011234'), '公共事务中心', '经办人'])
  })
  expect(body.rows[0]?.says.zh).toContain('2023-08-01')
  expect(codesOf(body)).toEqual(['roster.private_number'])
})

test('十万行的表说明行数的上限，远处有一格的表说明太大', async () => {
  const many = { 人员: Array.from({ length: 100_000 }, (_, i) => `王芳 | user${i} | 公共事务中心 | 经办人`) }
  const { body } = await spoiled(() => {}, many)
  expect(['text.sheet_too_large', 'text.reading_took_too_long']).toContain(body.code)
  const far = await spoiled((book) =>
    Object.assign(book.getWorksheet('单位')?.getCell('XFD1048576') ?? {}, { value: '远' }),
  )
  expect(far.body.code).toBe('text.sheet_too_large')
  const over = { 单位: Array.from({ length: 301 }, (_, i) => `单位${i}`) }
  expect((await spoiled(() => {}, over)).body.code).toBe('roster.too_many_rows')
}, 120_000)

test('带宏的、压缩炸弹、改了扩展名的，都不读', async () => {
  const codeOf = async (file: Buffer) => (await answer(file)).body.code
  const types = { name: '[Content_Types].xml', content: '<Types/>' }
  const macro = zipOf([types, { name: 'xl/vbaProject.bin', content: 'x' }])
  expect(await codeOf(macro)).toMatch(/^text\./)
  const bomb = zipOf([types, { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(200_000_000) }])
  expect(await codeOf(bomb)).toBe('text.zip_ratio')
  expect(await codeOf(Buffer.from('姓名,账号'))).toMatch(/^text\./)
}, 120_000)

test('三百人的花名册：预览和导入都在限度里，再来一次不变', async () => {
  const units = Array.from({ length: 20 }, (_, i) => `第${i}科 | 科室`)
  const posts = Array.from({ length: 20 }, (_, i) => [
    `第${i}科 | 科长 | 科室负责人、经办人`,
    `第${i}科 | 科员 | 经办人`,
  ]).flat()
  const people = Array.from(
    { length: 300 },
    (_, i) => `职工${i} | user${i} | 第${i % 20}科 | ${i < 20 ? '科长' : '科员'} | ${i % 17 === 16 ? 'B角' : '本人'}`,
  )
  const file = await savedRoster(rosterBook({ 单位: units, 岗位: posts, 人员: people }))
  const began = Date.now()
  const preview = await answer(file)
  expect(preview.body.counts).toMatchObject({ new: 360, refused: 0 })
  const previewed = Date.now()
  const applied = await answer(file, '/api/roster/apply', preview.body.version)
  expect(applied.status, JSON.stringify(applied.body).slice(0, 300)).toBe(201)
  console.info(`三百人：预览 ${previewed - began} ms，导入 ${Date.now() - previewed} ms`)
  const again = await answer(file)
  expect(again.body.counts).toMatchObject({ new: 0, changed: 0, ended: 0, same: 360, refused: 0 })
}, 300_000)
