import { type Measure, measuresOfRegisters } from '@guatu/core/indicator'
import { registers } from '../registers/index.ts'
import { say } from '../registers/common.ts'
import { reading } from '../registers/reading.ts'

/** A number that comes in as a reading under this name: an official figure, or one from a meter. */
const read = (id: string, zh: string, en: string, unit: string, cumulative = false): Measure => ({
  id,
  label: say(zh, en),
  unit,
  cumulative,
  about: true,
  register: reading.label,
})

/** 计量项: what the registers feed, and what is read. */
export const measures = measuresOfRegisters(registers, {
  cumulative: [
    'grossOutputYtd',
    'serviceRevenueYtd',
    'salesValueYtd',
    'turnoverYtd',
    'grossOutputLastYear',
    'serviceRevenueLastYear',
    'salesValueLastYear',
    'turnoverLastYear',
    'governmentInvested',
    'socialInvested',
    'crossStreetInvested',
    'soilFilled',
    'groundTreated',
    'dykeBuilt',
  ],
  units: {
    grossOutputYtd: '万元',
    serviceRevenueYtd: '万元',
    salesValueYtd: '万元',
    turnoverYtd: '万元',
    grossOutputLastYear: '万元',
    serviceRevenueLastYear: '万元',
    salesValueLastYear: '万元',
    turnoverLastYear: '万元',
    soilFilled: '立方米',
    groundTreated: '平方米',
    dykeBuilt: '米',
    techDevices: '套',
  },
  readings: [
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
  ],
})
