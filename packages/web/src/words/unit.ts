import { decimal, isDecimal, times } from '@guatu/core/shared'

// A printed unit carries its multiplier (万平方米, 亿元); stored values have it resolved (5000000 m2).
const multipliers: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['万', 4],
  ['千', 3],
]

const canonical: Readonly<Record<string, string>> = {
  平方米: 'm2',
  平米: 'm2',
  '㎡': 'm2',
  公顷: 'ha',
  公里: 'km',
  千米: 'km',
  平方公里: 'km2',
  立方米: 'm3',
  元: 'CNY',
  美元: 'USD',
  '％': '%',
  户: 'household',
  人: 'person',
  名: 'person',
  位: 'person',
  天: 'day',
  日: 'day',
  个月: 'month',
  月: 'month',
  年: 'year',
  小时: 'hour',
  分钟: 'minute',
  吨: 'ton',
  亩: 'mu',
  千瓦: 'kW',
  个百分点: 'percentage_point',
  百分点: 'percentage_point',
  'μg/m3': 'ug/m3',
  'μg/m³': 'ug/m3',
  '微克/立方米': 'ug/m3',
}

const printed: Readonly<Record<string, string>> = {
  m2: '平方米',
  ha: '公顷',
  km: '公里',
  km2: '平方公里',
  m3: '立方米',
  CNY: '元',
  USD: '美元',
  household: '户',
  person: '人',
  day: '天',
  month: '个月',
  year: '年',
  hour: '小时',
  minute: '分钟',
  ton: '吨',
  mu: '亩',
  kW: '千瓦',
  percentage_point: '个百分点',
  'ug/m3': 'μg/m³',
  ratio: '',
  degree_rank: '名',
}

export interface ReadUnit {
  /** The canonical unit, `CNY` of 亿元; a measure word stays itself. */
  readonly unit: string
  /** How many places the multiplier moves the point: 8 for 亿. */
  readonly places: number
}

/** What a printed unit means: `亿元` → `{ unit: 'CNY', places: 8 }`. */
export function readUnit(words: string): ReadUnit {
  const trimmed = words.trim()
  // The 千 of 千米 and 千瓦 belongs to the unit.
  const none = /^千[米瓦克]/.test(trimmed)
  const [multiplier, places] = (none ? undefined : multipliers.find(([word]) => trimmed.startsWith(word))) ?? ['', 0]
  const base = trimmed.slice(multiplier.length)
  return { unit: canonical[base] ?? base, places }
}

const tenTo = (places: number) => decimal(places < 0 ? `0.${'0'.repeat(-places - 1)}1` : `1${'0'.repeat(places)}`)

/** A stored value as the report printed it: `155000000000`, `亿元` → `1550`. What is no number stays as it is. */
export const shownValue = (value: string, printedUnit: string): string =>
  isDecimal(value) ? times(decimal(value), tenTo(-readUnit(printedUnit).places)) : value

/** A value typed in the printed unit as it is stored: `1550`, `亿元` → `155000000000`. */
export const storedValue = (typed: string, printedUnit: string): string =>
  isDecimal(typed) ? times(decimal(typed), tenTo(readUnit(printedUnit).places)) : typed

/** The unit to write behind a value: as printed, else the canonical one in words. */
export const unitWords = (unit: string, printedUnit = ''): string => printedUnit || (printed[unit] ?? unit)
