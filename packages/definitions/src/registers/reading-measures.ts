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
const amount = (section: string) => ({ least: nought(`量不会小于零，见${book1(section)}`) })
const concentration = (most: number) => ({ least: nought(air), most: { value: most, source: air } })
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
  read('vaccineFirst60', ['60 岁以上第一针接种率', 'First dose from 60'], '%', fromTimeToTime, share),
  read('vaccineFull60', ['60 岁以上全程接种率', 'Full course from 60'], '%', fromTimeToTime, share),
  read('vaccineFirst80', ['80 岁以上第一针接种率', 'First dose from 80'], '%', fromTimeToTime, share),
  read('vaccineFull80', ['80 岁以上全程接种率', 'Full course from 80'], '%', fromTimeToTime, share),
  read('keyGroupContacts', ['重点人群健康服务完成率', 'Contact rounds done'], '%', fromTimeToTime, share),
  read('benefitBatches', ['优抚待遇按时发放率', 'Benefit batches in time'], '%', fromTimeToTime, share),
  read('tenantServices', ['来深人员之家服务人次', 'Services of tenants’ homes'], '人次', ['month'], counted),
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
  read('pm10Daily', ['PM10 日均值', 'PM10 of a day'], 'μg/m3', ['day'], concentration(600)),
  read('o3Max8h', ['臭氧日最大 8 小时值', 'Ozone, highest 8 hours of a day'], 'μg/m3', ['day'], concentration(800)),
  read('no2Daily', ['二氧化氮日均值', 'NO2 of a day'], 'μg/m3', ['day'], concentration(940)),
  read('so2Daily', ['二氧化硫日均值', 'SO2 of a day'], 'μg/m3', ['day'], concentration(2620)),
  read('pm25MonthOfficial', ['PM2.5 月均值（官方通报）', 'PM2.5 of a month, as published'], 'μg/m3', ['month'], index),
  read('cityAppearanceIndex', ['市容环境综合指数', 'City-appearance index'], '分', ['month', 'quarter'], {
    least: nought(`按百分评分，见${book1('§A10 ALG-12')}`),
    most: { value: 100, source: `按百分评分，见${book1('§A10 ALG-12')}` },
  }),
  // What the police and the transport bureau publish of a month: totals, never a plate or a driver.
  read(
    'truckChecksOfficial',
    ['泥头车检查辆次（月报）', 'Muck trucks checked, by month'],
    '',
    ['month'],
    amount('§C T04'),
  ),
  read(
    'truckViolations',
    ['泥头车违规宗数（月报）', 'Muck-truck violations, by month'],
    '',
    ['month'],
    amount('§C T04'),
  ),
  read(
    'truckViolationsHandled',
    ['泥头车违规处理宗数（月报）', 'Muck-truck violations handled, by month'],
    '',
    ['month'],
    amount('§C T04'),
  ),
  read(
    'patrolPolicePosts',
    ['展会期间执勤岗位数', 'Posts of traffic police'],
    '个',
    ['day', 'month'],
    amount('§C T04'),
  ),
  read('metroHeadwayMin', ['地铁行车间隔', 'Headway of the metro'], '分钟', ['day'], amount('§C T04')),
  // Below ten the number would tell of persons: it is not reported (A9.3).
  read('hkResidentsCount', ['港人数（分社区）', 'Hong Kong residents'], '人', fromTimeToTime, {
    least: { value: 10, source: `少于十人不报数，见${book1('§A9.3')}` },
  }),
  read(
    'hkFirmsInZone',
    ['合作区港资企业数（市场监管部门导出）', 'Hong Kong firms in the zone, as exported'],
    '家',
    fromTimeToTime,
    amount('§C T08'),
  ),
  read('servicesDelivered', ['平台服务次数', 'Services of the platform'], '次', ['month'], amount('§C T09')),
  read('firmsServed', ['平台服务企业数', 'Firms that the platform served'], '家', ['month'], amount('§C T09')),
  read('wasteResidual', ['其他垃圾量', 'Residual waste'], '吨', ['month'], amount('§C T32')),
  read('wasteKitchen', ['厨余垃圾量', 'Kitchen waste'], '吨', ['month'], amount('§C T32')),
  read('wasteRecyclable', ['可回收物量', 'Recyclables'], '吨', ['month'], amount('§C T32')),
  read('wasteHazardous', ['有害垃圾量', 'Hazardous waste'], '吨', ['month'], amount('§C T32')),
  read('roadWashingRate', ['道路冲洗计划完成率', 'Washing of roads, done of planned'], '%', ['month'], share),
  read('contractorScore', ['环卫企业考核得分（最低）', 'Lowest score of the cleaning contractors'], '分', ['month'], {
    least: nought(`按百分评分，见${book1('§C T33')}`),
    most: { value: 100, source: `按百分评分，见${book1('§C T33')}` },
  }),
  read('ammoniaNitrogen', ['氨氮浓度', 'Ammonia nitrogen'], 'mg/L', ['month'], amount('§C T34')),
  read('totalPhosphorus', ['总磷浓度', 'Total phosphorus'], 'mg/L', ['month'], amount('§C T34')),
  read('chemicalOxygenDemand', ['化学需氧量', 'Chemical oxygen demand'], 'mg/L', ['month'], amount('§C T34')),
  read('dissolvedOxygen', ['溶解氧', 'Dissolved oxygen'], 'mg/L', ['month'], amount('§C T34')),
  read(
    'waterSectionsBelowClass',
    ['未达水质目标的断面数', 'Water sections below their class'],
    '个',
    ['month'],
    amount('§C T34'),
  ),
  read('oldEstateSatisfaction', ['旧房改造满意率', 'Satisfaction with the renewal'], '%', fromTimeToTime, share),
]
