import type { SourceSystems } from '@guatu/contract'

const unit = { id: '018f0000-0000-7000-8000-0000000000a1', name: '城管办' }
const at = '2023-08-01T01:00:00.000Z'
const series: SourceSystems['systems'][number]['series'][number] = {
  id: '018f0000-0000-7000-8000-0000000000a2',
  code: 'pm25',
  measure: 'pm25Daily',
  label: { zh: 'PM2.5 日均值', en: 'PM2.5 of a day' },
  community: '街道本级',
  place: '',
  periodType: 'day',
  unit: 'μg/m3',
  lagDays: 2,
  rhythmSource: '区生态环境局数据共享通知',
  from: '2023-01-01',
  state: 'current',
  last: '2023-08-14',
  due: '2023-08-12',
  gaps: null,
}
const key: SourceSystems['systems'][number]['keys'][number] = {
  id: '018f0000-0000-7000-8000-0000000000a3',
  state: 'inForce',
  issuedBy: '示例·安全管理员',
  issuedAt: at,
  until: null,
  lastSeenAt: at,
  revokedBy: null,
  revokedAt: null,
}
const numbered = (last: number): string => `018f0000-0000-7000-8000-0000000000b${last}`

/** A system in time, stale, silent and ended by turns, with keys in every state. */
export const sourceSystemAnswers: SourceSystems = {
  systems: [
    {
      id: '018f0000-0000-7000-8000-0000000000a4',
      name: '街道空气质量子站',
      unit: unit.name,
      basis: '区生态环境局〔2023〕5号',
      declaredBy: '示例·系统管理员',
      declaredAt: at,
      lastSeenAt: at,
      keys: [
        key,
        { ...key, id: numbered(1), state: 'followed', until: '2023-08-18T01:00:00.000Z' },
        { ...key, id: numbered(2), state: 'over', until: at },
        { ...key, id: numbered(3), state: 'revoked', revokedBy: '示例·安全管理员', revokedAt: at },
      ],
      series: [
        series,
        {
          ...series,
          id: numbered(4),
          code: 'pm25-east',
          community: '东岸社区',
          state: 'stale',
          last: '2023-07-31',
          gaps: { count: 3, periods: '2023-02-01、03、05' },
        },
        { ...series, id: numbered(5), code: 'aqi', state: 'stale', last: null },
        { ...series, id: numbered(6), code: 'o3', state: 'notDue', last: null, due: null },
        { ...series, id: numbered(7), code: 'no2', state: 'ended', last: '2023-05-31' },
      ],
      refused: [
        {
          series: 'pm25',
          period: '2023-08-13',
          value: '99999999',
          code: 'fact.implausible',
          says: {
            zh: '「PM2.5 日均值」的合理范围是0到500μg/m3，这里是99999999μg/m3。',
            en: '“PM2.5 of a day” is plausible from 0 to 500 μg/m3; it says 99999999 μg/m3.',
          },
          next: { zh: '请核对数字、小数点和单位。', en: 'Check the figure, its point and its unit.' },
          at,
        },
        {
          series: '',
          period: '',
          value: '',
          code: 'source_system.reading_misshapen',
          says: { zh: '这个读数的「series」不合要求。', en: '“series” of this reading is not valid.' },
          next: { zh: '请按说明改正后重发这一个。', en: 'Correct it and send this one again.' },
          at,
        },
      ],
    },
    {
      id: '018f0000-0000-7000-8000-0000000000a5',
      name: '水务平台',
      unit: unit.name,
      basis: '区水务局协议',
      declaredBy: '示例·系统管理员',
      declaredAt: at,
      lastSeenAt: null,
      keys: [],
      series: [{ ...series, id: numbered(8), state: 'notDue', last: null, due: null }],
      refused: [],
    },
  ],
  measures: [
    { id: 'pm25Daily', label: series.label, unit: 'ug/m3', every: ['day'], lowest: '0', highest: '500' },
    {
      id: 'cityAppearanceRank',
      label: { zh: '市容环境综合指数全区名次', en: 'Place of the city-appearance index' },
      unit: '',
      every: ['month', 'quarter'],
      lowest: '1',
      highest: null,
    },
  ],
  units: [unit],
  communities: ['东岸社区'],
  usualLagDays: { hour: 1, day: 2, month: 10, quarter: 20, year: 60 },
}
