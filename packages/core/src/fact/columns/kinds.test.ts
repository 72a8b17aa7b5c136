import { describe, expect, test } from 'vitest'
import { madeOf } from '../testing/office.ts'
import { choice, choices, yesNo } from './choice.ts'
import { coordinates } from './coordinates.ts'
import { evidence, provedBy } from './evidence.ts'
import { type Column, mistakesInColumn } from './index.ts'
import { maskedPhone, phone } from './phone.ts'
import { communities, community, row, rows, target, unit, units } from './reference.ts'
import { longText, text } from './text.ts'
import { date, moment, month } from './time.ts'
import type { Value } from './value.ts'

const label = { zh: '栏', en: 'Column' }
const kinds = [
  ['culture', '文化', 'Culture'],
  ['drill', '演练', 'Drill'],
] as const

const paper = { id: 'f1', class: 'E1' } as const

describe('每种栏：好的和坏的', () => {
  test.each<[Column, Value, unknown]>([
    [text(label, 4), ' 春雨行动 ', '春雨行动'],
    [text(label, 4), '文化春雨行动', 'fact.text_too_long'],
    [text(label, 60), '联系王主任 13800138000', 'fact.personal_number'],
    [text(label, 60), '电话：１３８ ００１３ ８０００', 'fact.personal_number'],
    [longText(label, 200), '当事人身份证 440301199001011234，已登记', 'fact.personal_number'],
    [longText(label, 200), '证号440301 19900101 123X', 'fact.personal_number'],
    [longText(label, 200), '企业代码914403001922038216已核', '企业代码914403001922038216已核'],
    [longText(label, 200), '企业91350100M000100Y43，电话13800138000', 'fact.personal_number'],
    [longText(label, 200), '总机0755-27101234，案号20230630001', '总机0755-27101234，案号20230630001'],
    [text(label, 60), true, 'fact.value_misshapen'],
    [text(label, 24, { forms: ['9999-999999-99-99-999999'] }), '2023-440306-48-01-012345', '2023-440306-48-01-012345'],
    [text(label, 24, { forms: ['9999-999999-99-99-999999'] }), '2023-440306-48-01-01234', 'fact.text_form'],
    [text(label, 24, { forms: ['9999-999999-99-99-999999'] }), '2023_440306_48_01_012345', 'fact.text_form'],
    [text(label, 5, { forms: ['A99', 'A999', 'A9999'] }), 'C3911', 'C3911'],
    [text(label, 5, { forms: ['A99', 'A999', 'A9999'] }), 'c39', 'fact.text_form'],
    [text(label, 5, { forms: ['A99', 'A999', 'A9999'] }), '制造业', 'fact.text_form'],

    [date(label), '2023-06-30', '2023-06-30'],
    [date(label), '2023-12-31', '2023-12-31'],
    [date(label), '2023-06-31', 'fact.day_unreadable'],
    [date(label), '2023/6/30', 'fact.day_unreadable'],
    [date(label, { notInFuture: true }), '2023-06-30', '2023-06-30'],
    [date(label, { notInFuture: true }), '2023-07-01', 'fact.day_in_future'],
    [month(label), '2023-06', '2023-06'],
    [month(label), '2023-13', 'fact.month_unreadable'],
    [month(label), '2023-06-30', 'fact.month_unreadable'],
    [month(label, { notInFuture: true }), '2023-06', '2023-06'],
    [month(label, { notInFuture: true }), '2023-07', 'fact.day_in_future'],
    [moment(label), '2023-06-30T01:30:00Z', '2023-06-30T01:30:00Z'],
    [moment(label), '2023-06-30 09:30', 'fact.moment_unreadable'],
    [moment(label, { notInFuture: true }), '2023-06-30T15:59:59Z', '2023-06-30T15:59:59Z'],
    // Midnight in Shanghai: the next day has begun.
    [moment(label, { notInFuture: true }), '2023-06-30T16:00:00Z', 'fact.day_in_future'],

    [choice(label, kinds), 'drill', 'drill'],
    [choice(label, kinds), '演练', 'drill'],
    [choice(label, kinds), '演习', 'fact.choice_unknown'],
    [choice(label, kinds), ['drill'], 'fact.value_misshapen'],
    [choices(label, kinds), ['演练', 'culture', 'drill'], ['drill', 'culture']],
    [choices(label, kinds), ['drill', '演习'], 'fact.choice_unknown'],
    [choices(label, kinds), 'drill', 'fact.value_misshapen'],
    [yesNo(label), false, false],
    [yesNo(label), '是', 'fact.value_misshapen'],

    [unit(label), '城管办', '城管办'],
    [unit(label), '城建办', 'fact.unit_unknown'],
    [units(label), ['城管办', '公共服务办', '城管办'], ['城管办', '公共服务办']],
    [units(label), ['城管办', '城建办'], 'fact.unit_unknown'],
    [target(label), 't1', 't1'],
    [target(label), 't2', 'fact.target_unknown'],
    [community(label), '和平', '和平'],
    [community(label), 'street', 'street'],
    [community(label), '桥头', 'fact.community_unknown'],
    [communities(label), ['和平', '塘尾'], ['和平', '塘尾']],
    [communities(label), '和平', 'fact.value_misshapen'],
    [row(label, 'place'), 'r1', 'r1'],
    [row(label, 'place'), 'r2', 'fact.row_unknown'],
    [rows(label, 'place'), ['r1', 'r2'], 'fact.row_unknown'],

    [phone(label), '0755-27101234', '0755-27101234'],
    [phone(label), '（0755）2710 1234转803', '0755-27101234-803'],
    [phone(label), '27101234', '27101234'],
    [phone(label), '400-888-1234', '400-888-1234'],
    [phone(label), '12345', '12345'],
    [phone(label), '13800138000', 'fact.phone_of_a_person'],
    [phone(label), '+86 138 0013 8000', 'fact.phone_of_a_person'],
    [phone(label), '王主任', 'fact.phone_form'],
    [phone(label), '0755', 'fact.phone_form'],

    [evidence(label, ['E1']), [paper], [paper]],
    [evidence(label, ['E1']), [{ id: 'f1', class: 'E6' } as never], 'fact.value_misshapen'],
    [evidence(label, ['E1']), '批复.pdf', 'fact.value_misshapen'],
  ])('%o：%o → %o', (column, value, made) => {
    expect(madeOf(column, value)).toEqual(made)
  })
})

test('凭证要有声明的那一类', () => {
  expect(
    provedBy(
      ['E1', 'E4'],
      [
        { id: 'f1', class: 'E3' },
        { id: 'f2', class: 'E4' },
      ],
    ),
  ).toBe(true)
  expect(provedBy(['E1'], [{ id: 'f1', class: 'E3' }])).toBe(false)
  expect(provedBy(['E1'], [])).toBe(false)
  expect(provedBy(['E1'], undefined)).toBe(false)
})

test.each([
  ['0755-27101234', '0755-27****34'],
  ['0755-27101234-803', '0755-27****34-803'],
  ['2710123', '2****23'],
  ['400-888-1234', '400-888-1234'],
])('遮住电话：%s → %s', (number, shown) => {
  expect(maskedPhone(number)).toBe(shown)
})

describe('声明有错', () => {
  test.each<[Column, string]>([
    [text(label, 0), 'maxLength is 0; give a whole number above 0'],
    [text(label, 9, { forms: [] }), 'has forms, but none is named; name one or leave them out'],
    [text(label, 2, { forms: ['A99'] }), 'has a form longer than maxLength; raise it'],
    [choice(label, [['a', '甲', 'A']]), 'has fewer than two options; add them, or make it a yes/no or a text'],
    [choice(label, [...kinds, ['drill', '演习', 'Exercise']]), 'has the option drill twice; remove or rename one'],
    [choice(label, [...kinds, ['exercise', '演练', 'Exercise']]), 'has the option 演练 twice; remove or rename one'],
    [row(label, ''), 'names no register; say whose rows it refers to'],
    [coordinates(label, []), 'allows no shape; name point, line or polygon'],
    [evidence(label, []), 'accepts no class; name those that prove the row'],
    [evidence(label, ['E6' as never]), 'accepts the class E6; there are E1 to E5'],
    [evidence(label, ['E1', 'E5']), "accepts E5; one's own statement is never enough, remove it"],
    [evidence(label, ['E3']), 'accepts photos alone; add E1, E2 or E4'],
  ])('%o', (column, mistake) => {
    expect(mistakesInColumn(column).map(({ en }) => en)).toEqual([mistake])
  })

  test('没有错就没有话说', () => {
    for (const column of [text(label, 1), choice(label, kinds), row(label, 'place'), evidence(label, ['E3', 'E4'])])
      expect(mistakesInColumn(column)).toEqual([])
  })
})
