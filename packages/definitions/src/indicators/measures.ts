import { type Measure, measuresOfRegisters } from '@guatu/core/indicator'
import { registers } from '../registers/index.ts'
import { reading } from '../registers/reading.ts'
import { readingMeasures } from '../registers/reading-measures.ts'

/** 计量项: what the registers feed, and what is read. */
export const measures = measuresOfRegisters(registers, {
  cumulative: [
    'grossOutputYtd',
    'newFirmsOutputYtd',
    'parkingSupply',
    'parkingDemand',
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
    'stockMinimum',
  ],
  units: {
    grossOutputYtd: '万元',
    newFirmsOutputYtd: '万元',
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
  readings: readingMeasures.map(
    ({ value, label, unit }): Measure => ({
      id: value,
      label,
      unit,
      cumulative: false,
      about: true,
      register: reading.label,
    }),
  ),
})
