import { describe, expect, test } from 'vitest'
import { day } from '../../shared/index.ts'
import { choice } from '../columns/choice.ts'
import { count, money, percentage } from '../columns/number.ts'
import { phone } from '../columns/phone.ts'
import { text } from '../columns/text.ts'
import { date, month } from '../columns/time.ts'
import { uscc } from '../columns/uscc.ts'
import { type CellSetting, readCell } from './cells.ts'
import { sheetUnit } from './figure.ts'

const label = { zh: '这一栏', en: 'this column' }
const setting = (field: CellSetting['field'], more: Partial<CellSetting> = {}): CellSetting => ({
  field,
  headUnit: null,
  year: 2023,
  countsFrom: null,
  ...more,
})

/** What a cell gives: its value, or the code of what is wrong with it. */
const said = (cell: string, asked: CellSetting): string => {
  const { value, problem } = readCell(cell, asked)
  return problem ? problem.code.replace('sheet.', '') : value
}

describe('日期怎么写都认，没有的日子不认', () => {
  test.each([
    ['2023-02-04', '2023-02-04'],
    ['2023/2/4', '2023-02-04'],
    ['２０２３年２月４日', '2023-02-04'],
    ['20230204', '2023-02-04'],
    ['45017', '2023-04-01'],
    ['2023-02-04 14:30', '2023-02-04'],
    ['3月12日', '2023-03-12'],
    ['2023-02-30', 'date_invalid'],
    ['2023年3月', 'date_imprecise'],
    ['3月', 'date_imprecise'],
    ['上旬', 'date_invalid'],
    ['—', ''],
    ['待定', ''],
  ])('%s 是 %s', (cell, value) => {
    expect(said(cell, setting({ column: date(label) }))).toBe(value)
  })

  test('标题里没有年份时，没写年的日期说不准', () => {
    expect(said('3月12日', setting({ column: date(label) }, { year: null }))).toBe('date_imprecise')
  })

  test.each([
    ['7天内', '2023-05-08'],
    ['立即', '2023-05-01'],
    ['十日内', '2023-05-11'],
  ])('%s从发现那天算', (cell, value) => {
    const field = { column: date(label), countsFrom: 'found' }
    expect(said(cell, setting(field, { countsFrom: day('2023-05-01') }))).toBe(value)
  })

  test.each([
    ['5月', '2023-05'],
    ['五月', '2023-05'],
    ['2023.4', '2023-04'],
    ['2023-06-01', '2023-06'],
    ['13月', 'date_invalid'],
  ])('月份 %s 是 %s', (cell, value) => {
    expect(said(cell, setting({ column: month(label) }))).toBe(value)
  })
})

describe('数字连同单位', () => {
  const yuan = { column: money(label, '元') }
  const wan = { column: money(label, '万元') }
  test.each([
    ['１８０', yuan, null, '180'],
    ['1,500.50', yuan, null, '1500.5'],
    ["'5000", yuan, null, '5000'],
    ['0.12万元', yuan, '元', '1200'],
    ['3200', wan, '元', '0.32'],
    ['2.35亿元', wan, '万元', '23500'],
    ['1.2万', wan, '万元', '1.2'],
    ['三千万', yuan, '元', '30000000'],
    ['约900', wan, '万元', '900'],
    ['三百余', yuan, null, 'number_invalid'],
    ['≤28', yuan, null, 'number_invalid'],
    ['94.O', yuan, null, 'number_invalid'],
    ['12公里', yuan, null, 'unit_other'],
    ['#DIV/0!', yuan, null, 'formula_error'],
    ['暂无', yuan, null, ''],
  ] as const)('%s', (cell, field, unit, value) => {
    expect(said(cell, setting(field, { headUnit: unit && sheetUnit(unit) }))).toBe(value)
  })

  test.each([
    ['88%', '88'],
    ['88.5', '88.5'],
    ['0', '0'],
    ['0.912', 'ambiguous_percent'],
    ['1.5', 'ambiguous_percent'],
  ])('百分数 %s 是 %s', (cell, value) => {
    expect(said(cell, setting({ column: percentage(label) }))).toBe(value)
  })

  test('人数带量词', () => {
    expect(said('约85人', setting({ column: count(label, '人') }))).toBe('85')
    expect(said('12名', setting({ column: count(label, '人') }))).toBe('12')
  })
})

describe('个人信息到不了台账', () => {
  test.each([
    ['联系人王某 手机19900000012', '联系人王某 手机＊＊＊'],
    ['身份证990101198001010129', '身份证＊＊＊'],
    ['１９９０００００１２３', '＊＊＊'],
  ])('%s', (cell, value) => {
    const read = readCell(cell, setting({ column: text(label, 200) }))
    expect(read.value).not.toMatch(/\d{6}|[０-９]{6}/)
    expect(read.value === value || read.value === '').toBe(true)
    expect(read.warnings).toContain('personal')
  })

  test('全是数字的信用代码不当身份证', () => {
    expect(said('919900001000000757', setting({ column: uscc(label) }))).toBe('919900001000000757')
  })

  test('导出时盖住的电话导回来不算数', () => {
    expect(said('0755-27****34', setting({ column: phone(label) }))).toBe('')
  })
})

test('像公式的字照原样留着', () => {
  const asked = setting({ column: text(label, 80) })
  expect(readCell('=1+1>2亲子运动会', asked)).toMatchObject({
    value: '=1+1>2亲子运动会',
    warnings: ['formula-like-text'],
  })
  expect(readCell("'=青春之声", asked).value).toBe('=青春之声')
})

test('「无」在有这个选项的栏里是一个选择', () => {
  const column = choice(label, [
    ['none', '无', 'none'],
    ['some', '有', 'some'],
  ])
  expect(said('无', setting({ column }))).toBe('无')
  expect(said('无', setting({ column: text(label, 10) }))).toBe('')
})

test.each([
  ['9:00-11:00', '09:00-11:00'],
  ['14时30分', '14:30'],
  ['下午', '下午'],
])('时段 %s 是 %s', (cell, value) => {
  expect(said(cell, setting({ column: text(label, 40), isTime: true }))).toBe(value)
})
