import { describe, expect, test } from 'vitest'
import { milestonesIn, thingNamedBy } from './read.ts'

/** What is read of a sentence, progress left out: `事件 事物` and, where a date is named, ` 时限`. */
const reads = (words: string, name: string | null = null): string[] =>
  milestonesIn(words, 2024, name)
    .filter(({ event }) => event !== 'progress')
    .map(({ event, subject, due }) => [event, subject, ...(due ? [due] : [])].join(' '))

describe('事情说在事物后面', () => {
  test.each([
    ['滨江商务楼三季度竣工。', ['complete 滨江商务楼 2024-Q3']],
    ['恒昌机电、远达包装二期6月底前投产', ['operate 恒昌机电 2024-06', 'operate 远达包装二期 2024-06']],
    [
      '确保云帆小学10月底前封顶、碧湖中学年底前交付、东风桥9月通车',
      ['complete 云帆小学 2024-10', 'complete 碧湖中学 2024-12', 'operate 东风桥 2024-09'],
    ],
    ['总投资8亿元的鼎盛冷链物流园建成投用', ['operate 鼎盛冷链物流园']],
    ['文澜阁修缮工程12月底前完工并对外开放', ['operate 文澜阁修缮工程 2024-12']],
    ['铁西旧厂片区更新计划立项并开工', ['approve 铁西旧厂片区更新计划', 'start 铁西旧厂片区更新计划']],
    ['甘棠里、双井巷3个小区改造收尾', ['complete 甘棠里', 'complete 双井巷']],
    ['邮电新村9月底前完成搬迁', ['complete 邮电新村 2024-09']],
    ['争取推动白鹭湖景区争创国家4A级旅游景区', ['award 白鹭湖景区']],
    ['老机场地块完成规划调整并挂牌出让', ['sell 老机场地块']],
    [
      '石化炼化项目(总投资320亿元)力争6月份取得核准批复、年底前开工',
      ['approve 石化炼化项目 2024-06', 'start 石化炼化项目 2024-12'],
    ],
    ['推动长岭县退出国家乡村振兴重点帮扶县', ['award 长岭县']],
    ['海西中医院晋升三级甲等医院', ['award 海西中医院']],
    ['街道退役军人服务中心挂牌成立', ['establish 街道退役军人服务中心']],
  ])('%s', (words, expected) => {
    expect(reads(words)).toEqual(expected)
  })
})

describe('事情说在事物前面', () => {
  test.each([
    ['建成望江绿道一期12千米', ['complete 望江绿道一期']],
    ['开工建设北环二路(全长3.1公里)', ['start 北环二路']],
    ['启动镇中心幼儿园北园区建设', ['start 镇中心幼儿园北园区']],
    ['完成石桥重建、柳河路大修4.2公里', ['complete 石桥重建']],
    ['完成向阳路、和顺路两条断头路清拆', ['remove 向阳路', 'remove 和顺路']],
    ['完成大桥社区片区更新规划编制', ['approve 大桥社区片区更新规划']],
    ['成立街道营商服务专班', ['establish 街道营商服务专班']],
    ['举办第三届梅花节、“龙舟杯”篮球赛', ['hold 第三届梅花节', 'hold “龙舟杯”篮球赛']],
    ['完成第五次全国经济普查', ['complete 第五次全国经济普查']],
    ['创建省级卫生镇', ['award 省级卫生镇']],
    ['投用桃源中学', ['operate 桃源中学']],
  ])('%s', (words, expected) => {
    expect(reads(words)).toEqual(expected)
  })
})

describe('一句接一句说同一件事物', () => {
  test.each([
    ['完成桃源中学新校区建设，9月1日前投入使用', ['operate 桃源中学新校区 2024-09-01']],
    ['卫生院住院楼一季度完成立项、三季度开工', ['approve 卫生院住院楼 2024-Q1', 'start 卫生院住院楼 2024-Q3']],
  ])('%s', (words, expected) => {
    expect(reads(words)).toEqual(expected)
  })

  test('说的是它的一部分', () => {
    expect(reads('望江路综合管廊3月份进场施工,确保年内完成主体施工')).toEqual([
      'start 望江路综合管廊 2024-03',
      'complete 望江路综合管廊 2024',
    ])
  })

  test('题目点了名，后面说的都是它', () => {
    expect(thingNamedBy('环湖快速路二期工程。年内主线贯通。')).toBe('环湖快速路二期工程')
    expect(reads('年内完成主线贯通，12月底前通车。', '环湖快速路二期工程')).toEqual([
      'complete 环湖快速路二期工程 2024',
      'operate 环湖快速路二期工程 2024-12',
    ])
    expect(thingNamedBy('优化营商环境。开展走访。')).toBeNull()
  })
})

// Nothing of this ends on a day for a thing with a name: counted things, campaigns, states of affairs, whole kinds.
describe('不是节点', () => {
  test.each([
    '改造老旧小区12个，新建口袋公园5处',
    '完成31条农村黑臭水体治理',
    '建成避难场所3.1万平方米',
    '新建公办幼儿园一所',
    '创建市级美丽庭院300户',
    '举办各类文体活动200场次',
    '举办文艺演出、全民阅读活动各12场',
    '在9个社区成立志愿者联合会',
    '指导商圈成立党支部30个',
    '建立产学研协同创新机制',
    '建立健全长效管理制度',
    '推进“百企技改”，实施安居工程',
    '完成年度征兵工作任务',
    '完成自建房等安全隐患排查整治工作',
    '引进生物医药、人工智能、通讯设备三类产业',
    '招引医疗器械、智能制造等企业及项目落地',
    '年内开工率达到60%',
    '建成后将新增学位1680个',
    '收储产业用地15公顷',
    '编制政府投资项目、社会投资项目清单',
    '全力办好民生实事，办好人民满意的教育',
    '统筹办好特殊教育、老年教育',
    '力争早日投产达效',
  ])('%s', (words) => {
    expect(reads(words)).toEqual([])
  })
})

test('推进而没有说到头的，另记一类', () => {
  const found = milestonesIn('加快推进云帆世纪园、安和福苑等房地产项目建设', 2024)
  expect(found.map(({ event, subject }) => [event, subject])).toEqual([
    ['progress', '云帆世纪园'],
    ['progress', '安和福苑'],
  ])
})

test('引文从头一个连着动词，到末一个连着事情，中间只是名字', () => {
  const words = '确保甲桥镇、乙桥镇、丙桥镇供水站年底前投用'
  const quotes = milestonesIn(words, 2024).map(({ start, end }) => words.slice(start, end))
  expect(quotes).toEqual(['确保甲桥镇', '乙桥镇', '丙桥镇供水站年底前投用'])
})
