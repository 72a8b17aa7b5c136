import { curve, curveOfWeights } from '@guatu/core/indicator'
import { decimal } from '@guatu/core/shared'
import { book1, book2, say } from '../registers/common.ts'

/** 累计曲线 of A5: shares of the year by the end of each month. */
const cumulative = (id: string, zh: string, en: string, ...shares: readonly (number | string)[]) =>
  curve({ id, label: say(zh, en), cumulative: shares.map(decimal), source: `${book1('§A5')}[A]，每年按前两年实绩重订` })

/** 季节权数 of 0.8: a hundred over twelve months. */
const weights = (id: string, zh: string, en: string, ...each: readonly number[]) =>
  curveOfWeights({ id, label: say(zh, en), weights: each.map(decimal), source: `${book2('§0.8')}[A]` })

export const curves = {
  industry: cumulative(
    'C-IND',
    '工业总产值',
    'Industrial output',
    '6.9',
    '13.5',
    '21.5',
    '29.5',
    '37.8',
    '46.5',
    '54.5',
    '62.8',
    '71.8',
    '80.2',
    '89.6',
    100,
  ),
  investment: cumulative(
    'C-FAI',
    '固定资产投资',
    'Fixed-asset investment',
    4,
    10,
    19,
    27,
    35,
    45,
    53,
    62,
    72,
    80,
    89,
    100,
  ),
  exhibition: cumulative('C-EXH', '展览面积', 'Exhibition area', 1, 4, 14, 28, 40, 50, 54, 62, 74, 83, 93, 100),
  practice: cumulative('C-CIV', '文明实践活动', 'Practice activities', 5, 11, 21, 29, 38, 47, 55, 63, 73, 82, 92, 100),
  promotion: cumulative('C-INV', '招商', 'Investment promotion', 3, 8, 17, 26, 35, 45, 53, 61, 71, 80, 90, 100),
  parking: cumulative('C-PARK', '停车设施', 'Parking', 2, 4, 9, 15, 23, 34, 44, 55, 66, 78, 90, 100),
  illegalBuildings: cumulative('C-DEM', '违建面积', 'Illegal buildings', 4, 9, 18, 27, 36, 47, 56, 65, 75, 84, 93, 100),
  badDays: cumulative('bad-days', '污染日', 'Days of bad air', 2, 3, 6, 11, 15, 17, 22, 34, 58, 82, 95, 100),
  culture: weights('culture', '文体活动', 'Culture', 6, 5, 8, 8, 9, 8, 7, 7, 9, 9, 13, 11),
  law: weights('law', '法治宣传', 'Law publicity', 6, 5, 8, 10, 12, 8, 7, 7, 8, 7, 8, 14),
  mental: weights('mental', '心理健康', 'Mental health', 4, 5, 14, 8, 12, 9, 6, 6, 9, 12, 8, 7),
  family: weights('family', '家庭教育', 'Family education', 0, 5, 12, 10, 14, 14, 12, 10, 8, 7, 5, 3),
  readingMonth: weights('readingMonth', '读书月', 'Reading month', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 0),
  youthOrg: weights('youthOrg', '团组织建设', 'Youth organisations', 2, 3, 10, 14, 14, 10, 8, 8, 10, 9, 8, 4),
  backEnd: weights('backEnd', '建设验收', 'Works accepted', 0, 2, 4, 6, 8, 10, 10, 12, 14, 14, 12, 8),
} as const
