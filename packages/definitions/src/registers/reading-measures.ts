import type { Bounds, PeriodType } from '@guatu/core/fact'
import { day, decimal, type Threshold, threshold, type Words } from '@guatu/core/shared'
import { book1, book2, say } from './common.ts'

/** A number that comes in as a reading: an official figure, or one from a meter. */
export interface ReadingMeasure {
  readonly value: string
  readonly label: Words
  readonly unit: string
  /** 期间: of what periods its figures are; one that is of a day is no month's. */
  readonly every: readonly PeriodType[]
  /** 合理范围: a side that no paper gives is set with the series that reports it. */
  readonly bounds: Bounds
}

const from = day('2000-01-01')

interface Side {
  readonly value: number
  readonly source: string
}

const bound = (measure: string, side: 'least' | 'most', unit: string, { value, source }: Side): Threshold =>
  threshold({
    id: `reading.${measure}.${side}`,
    label:
      side === 'least'
        ? say('合理范围下限', 'Lowest plausible figure')
        : say('合理范围上限', 'Highest plausible figure'),
    unit: unit === '' ? 'one' : unit,
    values: [{ from, value: decimal(value), source }],
  })

const read = (
  value: string,
  [zh, en]: readonly [string, string],
  unit: string,
  every: readonly PeriodType[],
  { least, most }: { readonly least: Side; readonly most?: Side },
): ReadingMeasure => {
  const label = say(zh, en)
  const sides = { least: bound(value, 'least', unit, least), ...(most && { most: bound(value, 'most', unit, most) }) }
  return { value, label, unit, every, bounds: { label, unit, ...sides } }
}

const air = `HJ 633-2012 空气质量分指数表的量程，见${book1('§A7 ALG-10')} [C*]`
const index = { least: { value: 0, source: air }, most: { value: 500, source: air } }
const nought = (source: string) => ({ value: 0, source })
const share = {
  least: nought(`百分数记 0–100，见${book1('§A2')}`),
  most: { value: 100, source: `百分数记 0–100，见${book1('§A2')}` },
}
const counted = { least: nought(`起数、金额不会小于零，见${book2('§D')}`) }
const fromTimeToTime = ['month', 'quarter', 'year'] as const

/** 读数的计量项: what sheets and systems call by these names, and indicators are made of. */
export const readingMeasures: readonly ReadingMeasure[] = [
  read('pm25Daily', ['PM2.5 日均值', 'PM2.5 of a day'], 'μg/m3', ['day'], index),
  read('aqiDaily', ['空气质量指数', 'Air quality index of a day'], '', ['day'], index),
  // The city measures each quarter since 2023, the district each month.
  read(
    'cityAppearanceRank',
    ['市容环境综合指数全区名次', 'Place of the city-appearance index in the district'],
    '',
    ['month', 'quarter'],
    { least: { value: 1, source: `名次从第一名起，见${book1('§C T33')}` } },
  ),
  read(
    'advancedOutputShare',
    ['先进制造业占比（统计部门公布）', 'Share of advanced manufacturing, as published'],
    '%',
    fromTimeToTime,
    share,
  ),
  read(
    'clearanceRate',
    ['劳动仲裁清案率（系统导出）', 'Clearance rate of labour arbitration, as exported'],
    '%',
    fromTimeToTime,
    share,
  ),
  // These are added up: a quarter's figure beside those of its months would count twice.
  read(
    'seriousAccidents',
    ['重特大事故起数（官方通报）', 'Serious accidents, by official notice'],
    '',
    ['month'],
    counted,
  ),
  read('clueReplies', ['线索核查按时回复率', 'Clues answered in time'], '%', fromTimeToTime, share),
  read('vaccineBooster60', ['60 岁以上加强针接种率', 'Booster coverage from 60'], '%', fromTimeToTime, share),
  read('vaccineBooster80', ['80 岁以上加强针接种率', 'Booster coverage from 80'], '%', fromTimeToTime, share),
  read('fiveBasesScore', ['「五基」建设最低得分', 'Lowest of the five scores'], '分', fromTimeToTime, {
    least: nought(`按百分评分，见${book2('§D T51.1')}`),
    most: { value: 100, source: `按百分评分，见${book2('§D T51.1')} [A]` },
  }),
  read(
    'assistPurchases',
    ['消费帮扶金额（采购台账导出）', 'Purchases that help, as exported'],
    '万元',
    ['month'],
    counted,
  ),
]
