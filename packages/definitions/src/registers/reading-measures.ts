import type { Words } from '@guatu/core/shared'
import { say } from './common.ts'

/** A number that comes in as a reading: an official figure, or one from a meter. */
export interface ReadingMeasure {
  readonly value: string
  readonly label: Words
  readonly unit: string
}

const read = (value: string, zh: string, en: string, unit: string): ReadingMeasure => ({
  value,
  label: say(zh, en),
  unit,
})

/** 读数的计量项: what sheets and systems call by these names, and indicators are made of. */
export const readingMeasures: readonly ReadingMeasure[] = [
  read('pm25Daily', 'PM2.5 日均值', 'PM2.5 of a day', 'ug/m3'),
  read('aqiDaily', '空气质量指数', 'Air quality index of a day', ''),
  read('cityAppearanceRank', '市容环境综合指数全区名次', 'Place of the city-appearance index in the district', ''),
  read('advancedOutputShare', '先进制造业占比（统计部门公布）', 'Share of advanced manufacturing, as published', '%'),
  read('clearanceRate', '劳动仲裁清案率（系统导出）', 'Clearance rate of labour arbitration, as exported', '%'),
  read('seriousAccidents', '重特大事故起数（官方通报）', 'Serious accidents, by official notice', ''),
  read('clueReplies', '线索核查按时回复率', 'Clues answered in time', '%'),
  read('vaccineBooster60', '60 岁以上加强针接种率', 'Booster coverage from 60', '%'),
  read('vaccineBooster80', '80 岁以上加强针接种率', 'Booster coverage from 80', '%'),
  read('fiveBasesScore', '「五基」建设最低得分', 'Lowest of the five scores', '分'),
  read('assistPurchases', '消费帮扶金额（采购台账导出）', 'Purchases that help, as exported', '万元'),
]
