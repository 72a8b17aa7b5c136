import type { ParkingRules, RetainedLandRules } from '@guatu/core/indicator'
import { type Day, type Decimal, day, decimal, inForce, type Threshold, threshold } from '@guatu/core/shared'

const from = day('2000-01-01')
const figure = (id: string, zh: string, en: string, unit: string, value: string, source: string): Threshold =>
  threshold({ id, label: { zh, en }, unit, values: [{ from, value: decimal(value), source }] })

const alg13 = '任务书 1–36 §A10 ALG-13 [T]，以2018年市级办法为准'
const alg16 = '任务书 1–36 §A10 ALG-16 [A]'

const figures = {
  emptyShare: figure('land.empty_share', '空地共享比例', 'Share of empty land', 'percent', '20', alg13),
  sharePerFar: figure('land.share_per_far', '每一容积率增加比例', 'More for each one of FAR', 'percent', '20', alg13),
  farMax: figure('land.far_max', '比例随容积率增加的上限', 'FAR up to which the share grows', 'ratio', '1.5', alg13),
  denseShare: figure('land.dense_share', '高容积率共享比例', 'Share of dense land', 'percent', '50', alg13),
  cap: figure('land.cap', '留用地占规划建设用地上限', 'Most of the planned land', 'percent', '55', alg13),
  mechanicalUse: figure('parking.mechanical_use', '机械车位可用率', 'Use of a mechanical space', 'ratio', '0.9', alg16),
  fullFrom: figure('parking.full_from', '视为停满的占用率', 'Occupancy that counts as full', 'percent', '90', alg16),
  otherwise: figure('parking.otherwise', '未停满时缺口的权重', 'Weight of a gap below that', 'ratio', '0.5', alg16),
} as const

type Figure = keyof typeof figures

/** Those of the figures that somebody asks for, as they stand on a day. */
function figuresOn<Asked extends Figure>(on: Day, ...asked: readonly Asked[]): Readonly<Record<Asked, Decimal>> {
  const standing = asked.map((id) => {
    const value = inForce(figures[id], on)
    if (value === null) throw new Error(`threshold ${figures[id].id}: no value is in force on ${on}`)
    return [id, value] as const
  })
  return Object.fromEntries(standing) as Record<Asked, Decimal>
}

/** 留用地的比例和上限。 */
export const retainedLandRulesOn = (on: Day): RetainedLandRules =>
  figuresOn(on, 'emptyShare', 'sharePerFar', 'farMax', 'denseShare', 'cap')

/** 停车缺口的参数。 */
export const parkingRulesOn = (on: Day): ParkingRules => figuresOn(on, 'mechanicalUse', 'fullFrom', 'otherwise')
