/** A number with its measure word inside a thing: 12条道路, 两座, 3.1万平方米. Names such as 一期, 8号线, 第四次 are none. */
const counted =
  /(?<![第\dA-Za-z.+])(?:\d[\d.]*|[一二两三四五六七八九十百千]{1,4})(?:余|多)?[万亿]?(?:平方公里|平方米|立方米|公里|千米|米|公顷|亩|亿元|万元|元|吨|个|家|所|条|处|座|栋|幢|户|项|台|套|宗|件|辆|名|张|间|批|片|块|场|次(?!全国)|人|支|对|类|份|艘|株|种|层|%)/

export interface Count {
  readonly at: number
  readonly end: number
  /** A length or an area, which sizes a thing and does not count several. */
  readonly sizes: boolean
  /** A weight or a size, which may stand inside a name (某厂5万吨加工项目). */
  readonly amount: boolean
}

export function countIn(words: string): Count | null {
  const found = counted.exec(words)
  if (!found) return null
  return {
    at: found.index,
    end: found.index + found[0].length,
    sizes: /(?:米|公里|公顷|亩)$/.test(found[0]),
    amount: /(?:米|公顷|亩|吨)$/.test(found[0]),
  }
}

const heads =
  '路 街 桥 道 大道 隧道 铁路 高速 公路 线 站 所 中心 园 区 校区 院区 医院 学院 大学 学校 中学 小学 幼儿园 馆 场 厅 楼 大厦 基地 平台 厂 库 闸 泵站 渠 工程 项目 地块 用地 片区 小区 花园 公园 广场 市场 酒店 期 综合体 街区 系统 井 码头 机场 港 电站 枢纽 管廊 管网 总部 实验室 研究院 公司 集团 社区医院 社康站 卫生院 门诊部 养老院 福利院 安置房 公寓 碧道 绿道 湿地 水库 堤 坝 河 湖 村 镇 城 塔 墙 岛 湾 府 苑 里 阁 汇 天地 坊 台 阵地 驿站 会客厅 食堂 书房 书屋 礼堂 殡仪馆 客厅 门户 长廊 走廊 带 环 段 单元 旧改 综合开发 支队 分局 院 校 店 家园 旧址 遗址 动迁 搬迁 改造 大修 重建 扩建 迁建 新建 封顶 主体 综合开发 转型'.split(
    ' ',
  )
const documents = '规划 方案 预案 可行性研究 可研 可研报告 条例 办法 计划 图则 导则 白皮书 志 名录 设计'.split(' ')
const bodies =
  '专班 小组 领导小组 指挥部 委员会 工委 中心 协会 联盟 联合会 商会 服务队 大队 中队 支队 突击队 队 团 工作室 资源库 培育库 数据库 专家库 人才库 库 基金 基金会 公司 集团 学院 学校 研究院 党委 党支部 党总支 支部 总支 站 所 院 局 会 室 社 法庭 分会 实验室 平台 基地 乐团 合作社 驿站 俱乐部 办公室'.split(
    ' ',
  )
const events =
  '节 展 会 展会 赛 大赛 联赛 运动会 论坛 博览会 大会 峰会 交易会 马拉松 文化周 艺术节 文化节 旅游节 电影节 晚会 庙会 展销会 展览 锦标赛 杯 月 周'.split(
    ' ',
  )

const endsWith = (words: readonly string[]): RegExp =>
  new RegExp(`(?:${[...words].sort((a, b) => b.length - a.length).join('|')})(?:[”"'’》)]|\\d)*$`)
const facility = endsWith(heads)
const document = endsWith(documents)
const body = endsWith(bodies)
const event = endsWith(events)

/** Heads of programmes, of states of affairs and of kinds of thing: nothing that happens on a day. */
const abstract =
  /(?:机制|体系|格局|模式|能力|水平|环境|氛围|活力|质效|力度|行动|活动|措施|举措|政策|标准|服务|保障|秩序|清单|台账|档案|图谱|网络|渠道|目标|责任|队伍|问题|隐患|案件|资源|产业|企业|人才|指标|比例|工作|任务|战略|理念|生态圈|生态|机构|品牌|行业|领域|业态|要素|产品|技术|空间|建设|发展|融合|治理|管理|监管|排查|整治|培训|宣传|教育|讲座|演出|实事|事项|设施|基础设施|条件|覆盖|创新|合作|联动|违建|成果|需求|供给|数据|业务|手续|关系|集群|群|体制|制度|方式|办法|经济|生活|精神|作风|面积|长度|规模|总量|总额|产值|营收|环节|进度|签约)$/

/** Words that any office may say of its own: a thing made of them alone has no name. */
const generic = new RegExp(
  [
    '全域|全市|全区|全县|全镇|全街道|辖区|区域|各级|各类|所有|部分|相关|有关|一批|一个|若干|多个|新增|新型|现有|剩余|其他|周边|沿线|内部',
    '农村|城市|城镇|城区|老城区|老旧|旧村|旧城|小区|社区|乡村|行政村|自然村|集镇|村庄|村组|村级|社区级|街巷|背街小巷|楼宇|楼栋|住宅|既有|家庭',
    '道路|公路|主干道|干道|支路|断头路|路网|路灯|管网|管道|管线|雨污|污水|排水|供水|供热|供电|供气|燃气|天然气|电力|通信|桥梁|隧道|边坡|堤防|河道|水库|水利|灌区|沟渠|农田|耕地|水系',
    '公共|基础|设施|配套|服务|交通|停车场|停车位|停车|泊位|充电桩|充电站|充电|公厕|厕所|户厕|垃圾分类|垃圾|中转站|收运|处理厂|处理|回收点|站点|网点|点位',
    '学校|中小学|幼儿园|公办|民办|普惠|托育|托位|学位|床位|养老|敬老院|老年人|老年|长者|食堂|助餐|医院|卫生院|卫生室|卫生站|卫生|医疗|文化|体育|健身|场馆|场所|场地|图书|书屋|广场|公园|口袋|游园|绿道|绿地|绿化',
    '中心|平台|基地|园区|产业园|产业|工业|企业|标准化|标准|厂房|高标准|智慧|智能|数字化|数字|信息化|信息|系统|网络|数据|基站|线上|线下',
    '安置房|保障性|租赁|住房|人才|公寓|棚户区|危房|危旧房|危旧|危桥|城中村|自建房|改造|提升|升级|建设|新建|改建|扩建|续建|项目|工程|重点|重大|示范|综合|特色|精品|先进|优质|高品质|一流',
    '应急|避难|消防|防汛|安全|监控|视频|市场|农贸|商业|商圈|街区|酒店|星级|群众|居民|党员|党建|志愿者|志愿|团队|队伍|组织|人员|管理|治理|机制|制度|年度|任务|工作|计划|方案|实施|专项|行动|活动',
    '主线|内部|施工|招标|前期|手续|结构|装饰|外立面|设备|装修|基坑|桩基|路基|主厂房|初步|可研|立项|审批|土地|首批|标段|环境|景观|全部|面积|主体',
    // 万和 is a name; behind its first character 和 joins nothing.
    '(?<!^.)和|[的及与、等内外大中小新老各全]',
  ].join('|'),
  'g',
)

const ownOffice =
  /^(?:[省市区县镇乡]|街道|园区|中心|[\u4e00-\u9fff]{1,3}(?:省|市|区|县|镇|乡|街道|村|社区))(?=[\u4e00-\u9fffA-Z])/
const ordinalName = /第[\d一二三四五六七八九十百]+[届次批期]|[一二三四五六七八九十\d]+(?:期|区|号)|[“"'‘《]/

/** What is left of a thing when every word that names no one thing is taken out. */
const nameLeft = (thing: string): string => thing.replace(generic, '')

/** Whether words name one thing: by a name, a number in a row, or as the office's own. */
export function isNamed(thing: string): boolean {
  if (thing.length < 2 || /^(?:各|全部|所有|一批|部分|若干|多|更多|相关|等)/.test(thing)) return false
  return nameLeft(thing).length >= 2 || ordinalName.test(thing) || (thing.length >= 4 && ownOffice.test(thing))
}

/** A sector (智能制造, 电子科技), listed as examples of what kind of firm is wanted. */
export const isSector = (thing: string): boolean =>
  /(?:制造|科技|器械|装备|材料|信息|生物|经济|能源|技术|金融|物流|智造|智能|医药|电子|服务业|通讯|软件|健康|食品)$/.test(
    thing,
  )

export const isAbstract = (thing: string): boolean => abstract.test(thing)
export const isFacility = (thing: string): boolean => facility.test(thing)
export const isDocument = (thing: string): boolean => document.test(thing)
export const isBody = (thing: string): boolean => body.test(thing)
export const isHeldEvent = (thing: string): boolean => event.test(thing)
export const hasQuotes = (thing: string): boolean => /[“"‘《]/.test(thing)
