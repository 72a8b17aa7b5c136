import { choice, community, count, date, evidence, percentage, quantity, register, row, text } from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { book1, book2, provenance, say } from './common.ts'
import { readingMeasures } from './reading-measures.ts'

const zero = decimal(0)

/** 指标读数台账: one number from outside or from a meter; never edited, only superseded. */
export const reading = register({
  id: 'reading',
  label: say('指标读数台账', 'Readings'),
  prefix: 'DS',
  columns: {
    indicator: text(say('指标', 'Indicator'), 60, {
      required: true,
      named: readingMeasures.map(({ value, label }) => ({ value, label })),
    }),
    place: row(say('对象', 'Object'), 'place'),
    community: community(say('社区', 'Community'), { required: true }),
    periodType: choice(
      say('期间类型', 'Kind of period'),
      [
        ['hour', '小时', 'Hour'],
        ['day', '日', 'Day'],
        ['month', '月', 'Month'],
        ['quarter', '季', 'Quarter'],
        ['year', '年', 'Year'],
      ],
      { required: true },
    ),
    periodStart: date(say('期间起', 'Period from'), { required: true, notInFuture: true }),
    hour: count(say('时', 'Hour'), '时', {
      max: decimal(23),
      askedWhen: { column: 'periodType', is: 'hour' },
      required: true,
    }),
    asOf: date(say('截止日期', 'As of'), { required: true, notInFuture: true }),
    value: quantity(say('数值', 'Value'), { required: true }),
    unit: text(say('单位', 'Unit'), 20, { required: true }),
    numerator: quantity(say('分子', 'Numerator'), { min: zero }),
    denominator: quantity(say('分母', 'Denominator'), { min: zero }),
    base: text(say('口径版本', 'Version of the base'), 40, {
      requiredWhen: { column: 'denominator', filled: true },
    }),
    quality: choice(
      say('质量', 'Quality'),
      [
        ['valid', '有效', 'Valid'],
        ['invalid', '无效', 'Invalid'],
        ['provisional', '初步', 'Provisional'],
        ['corrected', '更正', 'Corrected'],
      ],
      { required: true },
    ),
    validHours: count(say('有效小时', 'Valid hours'), '小时', {
      max: decimal(24),
      askedWhen: { column: 'periodType', is: 'day' },
    }),
    siteScore: percentage(say('现场考察指数', 'Score of the site')),
    satisfaction: percentage(say('满意度指数', 'Score of satisfaction')),
    subClean: percentage(say('干净指数', 'Score of clean')),
    subTidy: percentage(say('整洁指数', 'Score of tidy')),
    subOrder: percentage(say('有序指数', 'Score of order')),
    subGreen: percentage(say('绿美指数', 'Score of green')),
    subToilet: percentage(say('公厕指数', 'Score of public toilets')),
    rankDistrict: count(say('全区排名', 'Rank in the district'), '名', { min: decimal(1) }),
    rankCity: count(say('全市排名', 'Rank in the city'), '名', { min: decimal(1) }),
    grade: choice(say('等级', 'Grade'), [
      ['A+', 'A+', 'A+'],
      ['A', 'A级', 'A'],
      ['B', 'B级', 'B'],
      ['C', 'C级', 'C'],
    ]),
    sourceName: text(say('来源', 'Source'), 120, { required: true }),
    sourceDoc: text(say('来源文件', 'Source document'), 120),
    revision: count(say('版本', 'Revision'), '版', { min: decimal(1), required: true }),
    revises: row(say('更正的是', 'Supersedes'), 'reading', {
      requiredWhen: { column: 'revision', atLeast: decimal(2) },
    }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2']),
    ...provenance,
  },
  key: ['indicator', 'place', 'community', 'periodType', 'periodStart', 'hour', 'base', 'revision'],
  rules: [
    { kind: 'inOrder', columns: ['periodStart', 'asOf'] },
    { kind: 'allOrNone', columns: ['numerator', 'denominator'] },
    { kind: 'inOrder', columns: ['numerator', 'denominator'] },
    {
      kind: 'plausible',
      column: 'value',
      by: 'indicator',
      unitIn: 'unit',
      bounds: Object.fromEntries(readingMeasures.map(({ value, bounds }) => [value, bounds])),
    },
  ],
  privacy: 'L1',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    {
      gives: { quantity: 'value' },
      datedBy: 'asOf',
      serves: { measureIn: 'indicator' },
      about: 'place',
      unitIn: 'unit',
      says: say('读数', 'Reading'),
      when: { column: 'quality', is: ['valid', 'corrected', 'provisional'] },
    },
  ],
  source: `${book1('§D R19、§C T31 T33 T34、§A4')}；${book2('§C R16、§A T40')}`,
})
