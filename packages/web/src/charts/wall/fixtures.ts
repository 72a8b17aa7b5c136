import type { Badge, Light, WallArea, WallChart, WallTask } from '@guatu/contract'

// Invented walls of several shapes, for tests, the kit and pictures. No office, no report stands behind them.

/** Whole thousandths as a decimal share: 620 → `0.62`. */
const share = (thousandths: number): string => String(thousandths / 1000)

interface Given {
  readonly title: string
  readonly light: Light
  readonly done?: number
  readonly planned?: number
  readonly months?: number
  readonly badges?: readonly Badge[]
  readonly goal?: string
}

const monthsUntil = (reported: number, gone: number): WallTask['months'] =>
  Array.from({ length: 12 }, (_, i) => (i < reported ? 'reported' : i < gone ? 'missed' : 'future'))

const idOf = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`

const taskOf = (given: Given, n: number): WallTask => ({
  id: given.light === 'missing' ? null : idOf(n),
  number: String(n),
  title: given.title,
  light: given.light,
  attainment: given.done === undefined ? null : share(given.done),
  planned: given.planned === undefined ? null : share(given.planned),
  months: given.months === undefined ? null : monthsUntil(given.months, 7),
  badges: [...(given.badges ?? [])],
  goal: given.goal ?? '',
})

interface GivenArea {
  readonly title: string
  readonly short: string
  readonly tasks: readonly Given[]
}

/** A chart of these areas as of 15 August 2023. */
export function chartOf(
  given: readonly GivenArea[],
  announced: WallChart['announced'] = { areas: null, tasks: null },
): WallChart {
  let n = 0
  const areas: WallArea[] = given.map((area, i) => ({
    number: i + 1,
    title: area.title,
    short: area.short,
    tasks: area.tasks.map((task) => taskOf(task, ++n)),
  }))
  const lights = areas.flatMap((area) => area.tasks.map((task) => task.light))
  const counts: WallChart['counts'] = {}
  for (const light of lights) counts[light] = (counts[light] ?? 0) + 1
  return {
    office: { id: idOf(9000), name: '云桥街道', sample: true, kind: 'sample' },
    year: 2023,
    planVersion: 1,
    on: '2023-08-15',
    knownAt: '2023-08-15T15:59:59.999Z',
    today: '2023-08-15',
    elapsed: { days: 227, of: 365 },
    announced,
    counts,
    areas,
  }
}

const t = (title: string, light: Light, done?: number, more: Partial<Given> = {}): Given => ({
  title,
  light,
  ...(done === undefined ? {} : { done }),
  ...more,
})
const late = (days: number): Badge => ({ kind: 'overdue', days })
const missing: Given = { title: '', light: 'missing' }

/** Eight areas, 62 tasks and eight numbers whose page is missing; the lights as in a summer that goes fairly well. */
export const sampleWall: WallChart = chartOf(
  [
    {
      title: '抓商贸聚人气',
      short: '商贸活街',
      tasks: [
        t('夜市街区提升', 'yellow', 500, { goal: '1/2处' }),
        t('节庆活动保障', 'green', 680, { goal: '41/60场' }),
        t('老字号回归', 'green', 600, { goal: '3/5家' }),
        t('接驳公交加密', 'orange', 430, { goal: '3/7条', badges: [{ kind: 'stale' }] }),
        t('门前市容整治', 'green', 710, { goal: '5/7处' }),
        t('首店招引', 'red', 350, { goal: '1/4家', badges: [late(46)] }),
      ],
    },
    {
      title: '抓协作促共赢',
      short: '协作共赢',
      tasks: [
        t('片区规划编制', 'green', 660),
        t('产业图谱绘制', 'green', 660, { planned: 600 }),
        t('共享实验室', 'yellow', 400, { planned: 520 }),
        t('人才公寓筹建', 'yellow', 550),
        t('邻里中心选址', 'red', 300, { badges: [late(15)] }),
      ],
    },
    {
      title: '抓空间强载体',
      short: '空间载体',
      tasks: [
        t('旧厂改造单元', 'yellow', 570),
        t('园区开工建设', 'green', 720),
        t('标准厂房入库', 'blue', 1000),
        t('产业用地整备', 'red', 380, { goal: '5.9/15.4公顷', badges: [late(31), { kind: 'unverified', count: 3 }] }),
        t('断头路打通', 'green', 670),
      ],
    },
    {
      title: '抓实业稳增长',
      short: '实业增长',
      tasks: [
        t('规上工业产值', 'yellow', 580, { badges: [{ kind: 'stretch' }] }),
        t('固定资产投资', 'green', 610),
        t('推介活动', 'green', 750),
        t('升规企业培育', 'yellow', 530),
        t('先进制造占比', 'green', undefined, { months: 7, goal: '68.4%' }),
        t('特色园区', 'orange', 400),
        t('厂房摸排', 'green', 900),
        t('企业诉求办理', 'standing', undefined, { months: 7 }),
        t('首违不罚清单', 'blue', 1000),
        t('服务业营收', 'noData'),
      ],
    },
    {
      title: '抓环境提品质',
      short: '环境品质',
      tasks: [
        t('燃气入户', 'yellow', 450),
        t('停车泊位增建', 'green', 710),
        t('老旧小区加梯', 'green', 830),
        t('文明实践', 'green', 730, { goal: '512/700场', badges: [{ kind: 'late' }] }),
        t('空气质量', 'red', undefined, { months: 5 }),
        t('分类投放点', 'green', 600),
        t('环卫测评', 'standing', undefined, { months: 6 }),
        t('雨污分流', 'green', 810),
        t('滨河绿道', 'green', 630),
        t('违建拆除', 'yellow', 480),
      ],
    },
    {
      title: '抓民生增福祉',
      short: '民生福祉',
      tasks: [
        t('托位建设', 'green', 600),
        t('社康扩容', 'red', 240, { badges: [late(46)] }),
        t('保障住房', 'green', 640),
        t('疫后健康管理', 'blue', 1000),
        t('工会建会', 'green', 860),
        t('家庭教育课堂', 'green', 660, { badges: [{ kind: 'opening' }] }),
        t('青年之家', 'green', 730),
        t('志愿服务站', 'blue', 1000),
        t('群众文体活动', 'green', 680),
        t('结对帮扶', 'notDue', 0),
      ],
    },
    {
      title: '抓治理保平安',
      short: '平安治理',
      tasks: [
        t('平安建设', 'standing', undefined, { months: 7 }),
        t('积案化解', 'yellow', 500),
        t('普法宣讲', 'green', 680),
        t('小区议事会', 'green', 570, { planned: 560 }),
        t('应急站达标', 'green', 570, { planned: 560 }),
        t('安全责任清单', 'standing', undefined, { months: 7 }),
        t('园区隐患整治', 'red', 440, { badges: [late(15)] }),
        t('消防排查', 'green', 660),
        t('工地安全', 'green', 630),
        t('交通劝导', 'standing', undefined, { months: 5 }),
        t('劳动仲裁结案', 'green', undefined, { months: 7 }),
        t('三防演练', 'green', 920),
        t('征兵宣传', 'unset'),
      ],
    },
    {
      title: '抓党建强队伍',
      short: '党建引领',
      tasks: [
        t('制度建设', 'uncheckable'),
        t('理论学习', 'green', 670),
        t('小区支部示范', 'yellow', 500),
        ...Array<Given>(8).fill(missing),
      ],
    },
  ],
  { areas: 8, tasks: 70 },
)

/** As it is on the first day: a plan adopted, not one fact. */
export const freshWall: WallChart = chartOf(
  sampleWall.areas.map((area) => ({
    title: area.title,
    short: area.short,
    tasks: area.tasks.map(
      (task): Given => ({
        title: task.title,
        light:
          task.light === 'missing' || task.light === 'standing' || task.light === 'uncheckable' ? task.light : 'noData',
        ...(task.light === 'standing' ? { months: 0 } : {}),
      }),
    ),
  })),
  { areas: 8, tasks: 70 },
)

const titles = [
  '产业用地',
  '河道清淤',
  '老旧小区改造',
  '文明实践活动',
  '消防安全隐患排查',
  '重点企业走访',
  '社区养老',
  '违建拆除',
]
const lights: readonly Light[] = ['green', 'green', 'yellow', 'green', 'blue', 'red', 'green', 'orange', 'noData']

const plain = (n: number, title = titles[n % titles.length] ?? ''): Given => {
  const light = lights[n % lights.length] ?? 'green'
  const done = light === 'blue' ? 1000 : light === 'green' ? 640 + ((n * 37) % 300) : 200 + ((n * 53) % 380)
  const overdue = light === 'red' ? [late(3 + ((n * 7) % 120))] : []
  return { title, light, ...(light === 'noData' ? {} : { done }), badges: overdue }
}

const areasOf = (areas: number, tasks: number, title?: string): GivenArea[] =>
  Array.from({ length: areas }, (_, a) => ({
    title: '抓重点促发展',
    short: '重点发展',
    tasks: Array.from({ length: tasks }, (__, i) => plain(a * tasks + i, title)),
  }))

export const smallWall: WallChart = chartOf(areasOf(1, 5))
export const largeWall: WallChart = chartOf(areasOf(15, 10))
export const oneLongArea: WallChart = chartOf(areasOf(1, 90))
/** Areas of a single task, whose names are wider than their slip. */
export const thinAreas: WallChart = chartOf([...areasOf(12, 1), ...areasOf(2, 6)])
export const longTitles: WallChart = chartOf(areasOf(7, 10, '老旧小区综合改造提升工程'))

/** Every light once, with and without badges. */
export const everyLight: WallChart = chartOf([
  {
    title: '十一种状态',
    short: '十一种状态',
    tasks: [
      t('已完成', 'blue', 1000),
      t('正常', 'green', 700, { planned: 650 }),
      t('黄灯', 'yellow', 550, { badges: [{ kind: 'late' }] }),
      t('橙灯', 'orange', 450, { badges: [{ kind: 'manual' }] }),
      t('红灯', 'red', 300, { badges: [late(9), { kind: 'unverified', count: 12 }, { kind: 'stale' }] }),
      t('未到期', 'notDue'),
      t('未定值', 'unset'),
      t('无数据', 'noData', undefined, { badges: [{ kind: 'stale' }] }),
      t('不可核', 'uncheckable'),
      t('常态', 'standing', undefined, { months: 5 }),
      missing,
    ],
  },
])

/** By name, for addresses such as `/kit?wall=large`. */
export const walls = {
  sample: sampleWall,
  fresh: freshWall,
  small: smallWall,
  large: largeWall,
  long: oneLongArea,
  thin: thinAreas,
  titles: longTitles,
  lights: everyLight,
  december: { ...sampleWall, on: '2023-12-20', elapsed: { days: 354, of: 365 } },
} satisfies Record<string, WallChart>
