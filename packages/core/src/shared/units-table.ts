/**
 * What a unit measures, as far as reading depends on it. `count` and `people` are counted nouns; `kind` are words that
 * sort and do not count (三类, 两大, 八个方面); `order` are numbers of a row (三期, 2号, 四级).
 */
export type UnitKind =
  | 'count'
  | 'people'
  | 'money'
  | 'size'
  | 'rate'
  | 'points'
  | 'duration'
  | 'calendar'
  | 'age'
  | 'kind'
  | 'order'
  | 'rank'
  | 'none'

const words = (text: string): readonly string[] => text.split(' ')

/** Units that have a canonical name of their own; the first of its words is how it is written. */
const named: readonly (readonly [UnitKind, string, string])[] = [
  ['rate', '%', '% 个%'],
  ['rate', '‰', '‰'],
  ['points', 'percentage_point', '个百分点 百分点'],
  ['size', 'm2', '平方米 平米 ㎡ m2 m²'],
  ['size', 'km2', '平方公里 平方千米 km2 km² k㎡'],
  ['size', 'm3', '立方米 方 m3 m³'],
  ['size', 'ha', '公顷'],
  ['size', 'mu', '亩'],
  ['size', 'km', '公里 千米 km KM'],
  ['size', 'ton', '吨 公吨 吨标准煤 吨标煤'],
  ['size', 'kW', '千瓦 kW KW kw'],
  ['size', 'ug/m3', 'μg/m³ 微克/立方米 微克/m3 微克每立方米 μg/m3 µg/m3 ug/m3 µg/m³ ug/m³ μg/立方米'],
  ['size', 'm3/s', '立方米/秒 立方米每秒 m3/s m³/s'],
  ['size', 'ton/day', '吨/日 吨/天 吨每日 吨每天'],
  ['money', 'CNY', '元 元人民币 块钱'],
  ['money', 'USD', '美元'],
  ['duration', 'day', '天 个工作日 工作日 日'],
  ['duration', 'month', '个月'],
  ['duration', 'year', '年'],
  ['duration', 'hour', '小时 个小时 个钟头'],
  ['duration', 'minute', '分钟'],
  ['people', 'person', '人 名 位'],
  ['people', 'household', '户'],
]

/** Units whose canonical name is the word as printed. */
const asPrinted: readonly (readonly [UnitKind, string])[] = [
  ['people', '人次 册次 户次 家次 场次 批次 轮次 期次 件次 台次 车次 班次 架次 列次 亩次 条次 例次 客'],
  [
    'count',
    '个 家 场 套 条 宗 处 项 件 栋 幢 座 间 所 台 部 辆 艘 架 张 块 片 棵 株 头 只 羽 匹 尾 口 眼 根 枚 份 本 册 篇 首 集 轮 遍 ' +
      '趟 班 盏 节 课 学时 课时 学分 分 对 双 副 桶 箱 袋 瓶 包 盆 床 桌 门 起 例 桩 批 次 期 款 道 段 列 幅 面 杆 具 顶 组 支 队 ' +
      '席 座位 车位 泊位 床位 学位 标段 标箱 村 镇 乡 县 社区 国 站 倍 工日 届 番 TEU',
  ],
  [
    'size',
    '米 厘米 毫米 克 千克 公斤 斤 担 升 毫升 瓦 兆瓦 吉瓦 MW GW MWh GWh kWh 千瓦时 千瓦小时 度 兆瓦时 千伏安 伏 千伏 kV 分贝 ℃ 摄氏度 立方 ' +
      '毫克/升 mg/L 毫克/立方米 Mbps Gbps 兆 P PFLOPS EFLOPS PFlops EFlops 海里 马力',
  ],
  ['money', '欧元 日元 港元 港币 英镑'],
  ['duration', '秒 秒钟 周 星期 季度 学年 学期'],
  ['calendar', '月 月份 周年 时'],
  ['age', '岁 周岁'],
  ['kind', '大 类 方面 个方面 种 层 维'],
  ['order', '号 楼 版 号线 号楼 号院 号地块 级'],
]

export interface Unit {
  readonly unit: string
  readonly kind: UnitKind
}

function tableOf(): ReadonlyMap<string, Unit> {
  const table = new Map<string, Unit>()
  for (const [kind, list] of asPrinted)
    for (const word of words(list)) if (!table.has(word)) table.set(word, { unit: word, kind })
  for (const [kind, unit, list] of named) for (const word of words(list)) table.set(word, { unit, kind })
  return table
}

export const unitsTable = tableOf()

const written = new Map(named.map(([, unit, list]) => [unit, words(list)[0] ?? unit]))
written.set('ratio', '').set('degree_rank', '名')

/** The unit to write behind a value: as printed, else the canonical one in words. */
export const unitWords = (unit: string, printedUnit = ''): string => printedUnit || (written.get(unit) ?? unit)

export const longestUnit = Math.max(...Array.from(unitsTable.keys(), (word) => word.length))
