import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSignOf, decimal } from '../shared/index.ts'
import { choice, choices, yesNo } from './columns/choice.ts'
import { coordinates } from './columns/coordinates.ts'
import { documentNumber } from './columns/document-number.ts'
import { evidence } from './columns/evidence.ts'
import { type Column, checkValue, readValue } from './columns/index.ts'
import { count, money, percentage, quantity } from './columns/number.ts'
import { phone } from './columns/phone.ts'
import { communities, community, row, rows, target, unit, units } from './columns/reference.ts'
import { longText, text } from './columns/text.ts'
import { date, moment, month } from './columns/time.ts'
import { uscc } from './columns/uscc.ts'
import type { Value } from './columns/value.ts'
import { printed } from './printed.ts'
import { office } from './testing/office.ts'

const label = { zh: '栏', en: 'Column' }
const kinds = [
  ['call', '走访', 'Call'],
  ['drill', '演练、拉练', 'Drill'],
  ['visit', '慰问', 'Visit'],
] as const

/** What a column makes of typed text: the canonical value, or the code of the problem. */
function made(column: Column, typed: string): unknown {
  const read = readValue(column, typed)
  const checked = read.ok ? checkValue(column, read.value, office) : read
  return checked.ok ? checked.value : checked.problem.code
}

const inMap = (points: readonly (readonly [string, string])[], shape: 'point' | 'line' | 'polygon') => ({
  system: 'CGCS2000',
  shape,
  points,
})

describe('填的文字读成什么', () => {
  test.each<[Column, string, unknown]>([
    [date(label), '２０２３年６月３０日', '2023-06-30'],
    [date(label), '6月30日', 'fact.day_unreadable'],
    [month(label), '2023年6月', '2023-06'],
    [month(label), '2023/6', '2023-06'],
    [month(label), '2023-06-30', 'fact.month_unreadable'],
    [month(label), '2023-13', 'fact.month_unreadable'],
    [moment(label), '2023-06-30 14:30', '2023-06-30T06:30:00Z'],
    [moment(label), '2023年6月30日14时30分', '2023-06-30T06:30:00Z'],
    [moment(label), '2023/6/30 9点', '2023-06-30T01:00:00Z'],
    [moment(label), '2023-06-30 ０９：０５：０７', '2023-06-30T01:05:07Z'],
    [moment(label), '2023-06-30T06:30:00.000Z', '2023-06-30T06:30:00Z'],
    [moment(label), '2023-06-30', 'fact.moment_unreadable'],
    [moment(label), '2023-06-30 25:00', 'fact.moment_unreadable'],
    [moment(label), '2023-06-31 09:00', 'fact.moment_unreadable'],
    [quantity(label), '１，２３４．５', '1234.5'],
    [quantity(label), '12个', 'fact.quantity_unreadable'],
    [quantity(label, { unit: 'm2' }), '3.5万', '35000'],
    [quantity(label, { unit: 'm2' }), '3.5万平方米', '35000'],
    [quantity(label, { unit: 'm2' }), '120 平方米', '120'],
    [quantity(label, { unit: 'm2' }), '3公里', 'fact.unit_mismatch'],
    [count(label, '人'), '1.2万人', '12000'],
    [count(label, '人'), '十二', 'fact.quantity_unreadable'],
    [money(label, '元'), '3.5万元', '35000'],
    [money(label, '元'), '3.5万', '35000'],
    [money(label, '元'), '1,234.50元', '1234.5'],
    [money(label, '万元'), '3.5万', '3.5'],
    [money(label, '万元'), '2亿元', '20000'],
    [money(label, '万元'), '5000元', '0.5'],
    [money(label, '万元'), '50元', 'fact.number_too_fine'],
    [money(label, '万元'), '5吨', 'fact.unit_mismatch'],
    [percentage(label), '85.5％', '85.5'],
    [percentage(label), '85.5', '85.5'],
    [percentage(label), '101%', 'fact.number_above'],
    [choice(label, kinds), '演练、拉练', 'drill'],
    [choice(label, kinds), '演习', 'fact.choice_unknown'],
    [choices(label, kinds), '走访，慰问；走访', ['call', 'visit']],
    [choices(label, kinds), '演练、拉练', ['drill']],
    [choices(label, kinds), '走访、演习', 'fact.choice_unknown'],
    [yesNo(label), '√', true],
    [yesNo(label), '有', true],
    [yesNo(label), '无', false],
    [yesNo(label), '×', false],
    [yesNo(label), '可能', 'fact.yes_no_unreadable'],
    [units(label), '城管办,公共服务办', ['城管办', '公共服务办']],
    [community(label), '街道本级', 'street'],
    [communities(label), '和平、辖区外', ['和平', 'outside']],
    [communities(label), '和平、和乐', 'fact.community_unknown'],
    [rows(label, 'visit'), 'r1；r1', ['r1']],
    [row(label, 'visit'), 'r9', 'fact.row_unknown'],
    [documentNumber(label), '深宝府[2023]05号', '深宝府〔2023〕5号'],
    [phone(label), '（0755）27101234', '0755-27101234'],
    [coordinates(label, ['point']), '113.76，22.70', inMap([['113.76', '22.7']], 'point')],
    [coordinates(label, ['point']), '东经113.76° 北纬22.70°', inMap([['113.76', '22.7']], 'point')],
    [coordinates(label, ['point']), '高德 113.76,22.70', 'fact.place_shifted'],
    [coordinates(label, ['point']), '22.70,113.76', 'fact.place_swapped'],
    [coordinates(label, ['point']), '村口大榕树', 'fact.place_unreadable'],
    [
      coordinates(label, ['line']),
      '{"type":"LineString","coordinates":[[113.760,22.70],[113.7712345678,22.71]]}',
      inMap(
        [
          ['113.76', '22.7'],
          ['113.7712345678', '22.71'],
        ],
        'line',
      ), // prettier-ignore
    ],
    [coordinates(label, ['polygon']), '{"type":"Polygon","coordinates":[[[113.7,22.7]', 'fact.place_unreadable'],
    [
      coordinates(label, ['polygon']),
      '{"type":"Polygon","coordinates":[[[113.76,22.7],[113.77,22.7],[113.77,22.71],[113.76,22.7]],[[1,1],[2,2],[3,3]]]}',
      'fact.place_unreadable',
    ],
    [
      evidence(label, ['E1']),
      'E1:f1、f2（e4）',
      [
        { class: 'E1', id: 'f1' },
        { class: 'E4', id: 'f2' },
      ],
    ], // prettier-ignore
    [evidence(label, ['E1']), 'f1', 'fact.evidence_unreadable'],
  ])('%#「%s」', (column, typed, value) => {
    expect(made(column, typed)).toEqual(value)
  })
})

const twoDigits = (max: number, from = 0) => fc.integer({ min: from, max }).map((n) => String(n).padStart(2, '0'))
const figures = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }))
const figure = figures.map(([whole, part]) => decimal(`${whole}.${String(part).padStart(2, '0')}`))
const degree = (whole: number) => fc.integer({ min: 0, max: 5_999_999 }).map((n) => decimal(`${whole}.7${n}`))
const point = fc.tuple(degree(113), degree(22))
const shaped = (shape: 'point' | 'line' | 'polygon', min: number, max: number) =>
  fc
    .uniqueArray(point, { minLength: min, maxLength: max, selector: (one) => one.join() })
    .map((points): Value => ({ system: 'CGCS2000', shape, points }))
const day = fc.tuple(twoDigits(12, 1), twoDigits(28, 1)).map(([m, d]) => `2022-${m}-${d}`)
const clock = fc.tuple(day, twoDigits(23), twoDigits(59), twoDigits(59)).map(([on, h, m, s]) => `${on}T${h}:${m}:${s}Z`)
const someOf = (...names: readonly string[]) => fc.subarray([...names], { minLength: 1 })
const usccSigns = fc.array(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), { minLength: 17, maxLength: 17 })

/** Every kind of column, with values that it takes. */
const everyKind: readonly (readonly [string, Column, fc.Arbitrary<Value>])[] = [
  ['text', text(label, 60), fc.string({ minLength: 1, maxLength: 20 })],
  ['longText', longText(label, 200), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })],
  ['date', date(label), day],
  ['month', month(label), day.map((on) => on.slice(0, 7))],
  ['moment', moment(label), clock],
  ['quantity', quantity(label, { unit: 'm2' }), figure],
  ['money', money(label, '万元'), figure],
  ['percentage', percentage(label, { max: decimal(999_999_999_9) }), figure],
  ['choice', choice(label, kinds), fc.constantFrom('call', 'drill', 'visit')],
  ['choices', choices(label, kinds), someOf('call', 'drill', 'visit')],
  ['yesNo', yesNo(label), fc.boolean()],
  ['unit', unit(label), fc.constantFrom('城管办', '公共服务办')],
  ['units', units(label), someOf('城管办', '公共服务办')],
  ['target', target(label), fc.constant('t1')],
  ['community', community(label), fc.constantFrom('和平', 'street', 'outside')],
  ['communities', communities(label), someOf('和平', '塘尾', 'street', 'outside')],
  ['row', row(label, 'visit'), fc.constant('r1')],
  ['rows', rows(label, 'visit'), fc.constant(['r1'])],
  ['uscc', uscc(label), usccSigns.map((signs) => signs.join('') + checkSignOf(signs.join('')))],
  ['documentNumber', documentNumber(label), fc.integer({ min: 1, max: 9_999 }).map((n) => `深宝府〔2023〕${n}号`)],
  ['phone', phone(label), fc.integer({ min: 20_000_000, max: 89_999_999 }).map((n) => `0755-${n}`)],
  ['point', coordinates(label, ['point']), shaped('point', 1, 1)],
  ['line', coordinates(label, ['line']), shaped('line', 2, 6)],
  ['polygon', coordinates(label, ['polygon']), shaped('polygon', 3, 6)],
  [
    'evidence',
    evidence(label, ['E1']),
    fc.array(fc.record({ class: fc.constantFrom('E1', 'E4', 'E5'), id: fc.uuid() }), { minLength: 1, maxLength: 3 }),
  ],
]

describe('印出来的，读回去还是它', () => {
  const anywhere = { ...office, area: null }
  test.each(everyKind)('%s', (_, column, values) => {
    fc.assert(
      fc.property(values, fc.constantFrom('wire', 'people'), (value, reader) => {
        const kept = checkValue(column, value, anywhere)
        fc.pre(kept.ok)
        if (!kept.ok) return
        const read = readValue(column, printed(column, kept.value, reader))
        fc.pre(column.kind !== 'choices' || reader === 'wire' || !(value as string[]).includes('drill'))
        expect(read).toEqual({ ok: true, value: kept.value })
      }),
    )
  })
})
