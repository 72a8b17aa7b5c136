import { expect, test } from 'vitest'
import { refusalOf } from './file-refusals.ts'
import { followed, givenBy, missingIn, titleFrom, yearFrom } from './upload-check.ts'

const full = { fileName: '报告.docx', year: '2023', title: '工作报告', datedOn: '2023-01-12' }

test('a full form lacks nothing', () => {
  expect(missingIn(full)).toEqual({})
})

test.each([
  [{ fileName: null }, { fileName: 'missing' }],
  [{ year: '二三' }, { year: 'year' }],
  [{ title: '  ' }, { title: 'missing' }],
  [{ datedOn: '' }, { datedOn: 'missing' }],
])('%o is missing at its field', (typed, missing) => {
  expect(missingIn({ ...full, ...typed })).toEqual(missing)
})

test('the title starts as the name of the file', () => {
  expect(titleFrom('2023年工作报告.第二稿.docx')).toBe('2023年工作报告.第二稿')
})

test.each([
  ['工作报告.docm', 9, 'web.file_macros'],
  ['分解表.XLSM', 9, 'web.file_macros'],
  ['工作报告.doc', 9, 'web.file_kind'],
  ['工作报告.wps', 9, 'web.file_kind'],
  ['照片.jpg', 9, 'web.file_kind'],
  ['工作报告', 9, 'web.file_kind'],
  ['工作报告.docx', 12 * 1_048_576 + 1, 'web.file_too_large'],
  ['工作报告.txt', 0, 'web.file_empty'],
])('%s of %i bytes is refused when it is chosen', (name, size, code) => {
  expect(refusalOf({ name, size })?.code).toBe(code)
})

test.each([['工作报告.docx'], ['工作报告.TXT'], ['工作报告.pdf'], ['分解表.v2.xlsx']])(
  '%s goes on to the server',
  (name) => {
    expect(refusalOf({ name, size: 12 * 1_048_576 })).toBeNull()
  },
)

test.each([
  [['2023年政府工作报告.docx'], '2023'],
  [['工作报告.docx', '云桥街道2024年工作报告'], '2024'],
  [['关于2022年工作和2023年安排.docx'], null],
  [['20230112报告.txt'], null],
  [['工作报告.txt'], null],
])('the year said in %o is %s', (words, year) => {
  expect(yearFrom(...words)).toBe(year)
})

test('another file gives its own title and year, and leaves what a person wrote', () => {
  const first = givenBy('2022年工作报告.docx')
  const second = givenBy('云桥街道2023年工作报告.pdf')
  expect(followed('', '', first.title)).toBe('2022年工作报告')
  expect(followed(first.title, first.title, second.title)).toBe('云桥街道2023年工作报告')
  expect(followed(first.year, first.year, second.year)).toBe('2023')
  expect(followed('工作报告（终稿）', first.title, second.title)).toBe('工作报告（终稿）')
  expect(followed(first.year, first.year, givenBy('会议纪要.txt').year)).toBe('')
})
