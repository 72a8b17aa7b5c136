import { checkRow, factsOf, limitFor, type OfficeContext, type Register, type RowValues } from '@guatu/core/fact'
import { day, decimal } from '@guatu/core/shared'
import { describe, expect, test } from 'vitest'
import { registers } from './index.ts'
import { stageTemplates } from './stage-templates.ts'

const today = day('2023-06-30')
const office: OfficeContext = {
  today,
  units: new Set(['城管办', '经济服务办', '应急办', '党建办', '城建办']),
  communities: new Set(['和平', '塘尾']),
  targets: new Set(['t1']),
  area: null,
  hasRow: (_, id) => id === 'r1',
}

const byId = new Map(registers.map((register) => [register.id, register]))
function registerOf(id: string): Register {
  const found = byId.get(id)
  if (!found) throw new Error(`no register ${id}`)
  return found
}

test('两本任务书的台账都在，眼下用的只有进展台账', () => {
  const books = [
    'event',
    'project',
    'facility',
    'reading',
    'place',
    'inspection',
    'issue',
    'organisation',
    'investmentLead',
    'enterprise',
    'enterpriseMetric',
    'space',
    'appeal',
  ]
  expect(books.filter((id) => !byId.has(id))).toEqual([])
  expect(registers[0].id).toBe('progress')
})

describe.each(registers)('$label.zh', (register) => {
  test('写明出处；每个门槛和时限都有出处', () => {
    expect(register.source).toMatch(/任务书 (?:1–36|37–62) §|执行引擎书 §/)
    const sources = JSON.stringify(register).match(/"source":"[^"]*"/g) ?? []
    expect(sources.filter((source) => !/§|统计法|国办发明电/.test(source) && !source.includes('"source":{'))).toEqual(
      [],
    )
  })

  test('不问个人：没有姓名、证件、手机、车牌、住址、账号', () => {
    const personal = /姓名|身份证|手机|车牌|户主|业主姓名|家庭住址|银行|账号/
    expect(Object.values(register.columns).filter(({ label }) => personal.test(label.zh))).toEqual([])
  })

  test('流程里的每个状态都走得到', () => {
    const { initial, moves, states } = register.lifecycle ?? { initial: '', moves: {}, states: {} }
    const reached = new Set([initial])
    for (let grown = true; grown; ) {
      const before = reached.size
      for (const { from, to } of Object.values(moves)) if (from.some((state) => reached.has(state))) reached.add(to)
      grown = reached.size > before
    }
    expect(Object.keys(states).filter((id) => !reached.has(id))).toEqual([])
  })

  test('是数据：存下来再读出来，一模一样', () => {
    expect(JSON.parse(JSON.stringify(register))).toEqual(register)
  })
})

const files = (...classes: readonly ('E1' | 'E2' | 'E3' | 'E4' | 'E5')[]) =>
  classes.map((one, at) => ({ id: `f${at}`, class: one }))

const at = (day: string, hour: string) => `${day}T${hour}:00:00Z`
const belonging = { community: '和平', leadUnit: '城管办' }
const spot = { system: 'CGCS2000', shape: 'point', points: [[decimal('113.77'), decimal('22.71')]] } as const

const show: RowValues = {
  ...belonging,
  title: '第二十五届礼品展',
  eventType: 'exhibition',
  startAt: at('2023-04-17', '01'),
  endAt: at('2023-04-20', '09'),
  venueText: '会展中心',
  organiser: '某展览公司',
  openFrom: '2023-04-17',
  openTo: '2023-04-20',
  plannedGrossArea: '380000',
  actualGrossArea: '381250.5',
  netArea: '200000',
  evidence: files('E1'),
}
const talk: RowValues = {
  ...belonging,
  title: '家长课堂第三期',
  eventType: 'parentCourse',
  startAt: at('2023-05-14', '02'),
  endAt: at('2023-05-14', '03'),
  minutes: '60',
  venueText: '社区党群服务中心',
  audience: 'parents',
  attendance: '15',
  attendanceBasis: 'signin',
  evidence: files('E4'),
}
const practice: RowValues = {
  ...belonging,
  title: '垃圾分类进校园',
  eventType: 'civPractice',
  startAt: at('2023-03-05', '02'),
  minutes: '30',
  venueText: '和平小学',
  attendance: '10',
  attendanceBasis: 'headcount',
  venueType: 'campus',
  evidence: files('E4'),
}
const road: RowValues = {
  ...belonging,
  name: '民富一路',
  projectType: 'roadLand',
  annualGoalText: '完成民富一路土地整备',
  annualGoalStage: '移交建设单位',
  roadName: '民富一路',
  unreleasedM2: '0',
  handedOverOn: '2023-06-20',
  evidence: files('E1'),
}
const parking: RowValues = {
  ...belonging,
  facilityType: 'parkingLot',
  name: '塘尾公共停车场',
  place: spot,
  operatorUnit: '某物业公司',
  openedOn: '2023-06-01',
  parkingKind: 'public',
  spacesBefore: '80',
  spacesAfter: '200',
  evidence: files('E1'),
}
const gasBuilding: RowValues = {
  ...belonging,
  facilityType: 'gasBuilding',
  name: '和平旧村12栋',
  serialNo: 'HP-012',
  place: spot,
  operatorUnit: '深圳燃气',
  lastCheckOn: '2023-06-25',
  gasState: 'ignited',
  householdsTotal: '48',
  householdsInstallable: '46',
  pipeInstalled: '44',
  accountOpened: '40',
  ignited: '40',
  bottlesFound: '48',
  bottlesCleared: '31',
  evidence: files('E2'),
}
const pm25: RowValues = {
  indicator: 'pm25Daily',
  community: 'street',
  periodType: 'day',
  periodStart: '2023-06-29',
  asOf: '2023-06-29',
  value: '17.5',
  unit: 'μg/m³',
  quality: 'valid',
  validHours: '22',
  sourceName: '街道站',
  revision: '1',
  evidence: files('E2'),
}
const slope: RowValues = {
  ...belonging,
  placeType: 'slope',
  name: '塘尾三号边坡',
  objectNo: 'BA-TW-003',
  place: spot,
  riskTier: 'orange',
  planYear: '2023',
  acceptedOn: '2023-05-10',
  writeOffDocNo: '深规划资源宝〔2023〕88号',
  writeOffOn: '2023-06-12',
  evidence: files('E1'),
}
const visit: RowValues = {
  ...belonging,
  checkKind: 'dustCheck',
  inspectType: 'daily',
  object: 'r1',
  startedAt: at('2023-06-05', '01'),
  endedAt: at('2023-06-05', '02'),
  teamUnit: '城管办',
  passed: true,
  evidence: files('E4'),
}
const hazard: RowValues = {
  ...belonging,
  kind: 'safetyHazard',
  level: 'general',
  description: '安全出口堵塞',
  source: 'inspection',
  foundAt: at('2023-06-01', '02'),
  object: 'r1',
  responsible: '某五金厂',
  category: 'fire',
  deadlineOn: '2023-06-16',
  measure: '清理通道',
  fixedOn: '2023-06-10',
  recheckOn: '2023-06-12',
  recheckByPost: '安全监管岗',
  recheckResult: 'pass',
  evidence: files('E4'),
}
const branch: RowValues = {
  ...belonging,
  leadUnit: '党建办',
  orgType: 'leagueBranch',
  name: '某科技公司团支部',
  approvalDocNo: '青团〔2023〕12号',
  approvedOn: '2023-04-20',
  memberCountBand: '3to9',
  evidence: files('E1'),
}
const investor: RowValues = {
  ...belonging,
  leadUnit: '经济服务办',
  subtype: 'general',
  orgName: '某激光公司',
  uscc: '91350100M000100Y43',
  sector: '激光',
  sourceType: 'park',
  foundOn: '2023-02-01',
  landedOn: '2023-05-08',
  keyProject: true,
  evidence: files('E1'),
}
const firm: RowValues = {
  ...belonging,
  leadUnit: '经济服务办',
  name: '某电子公司',
  uscc: '914403001922038216',
  industryCode: 'C3911',
  fourUp: 'industry',
  firstEnrolledOn: '2023-03-01',
  evidence: files('E2'),
}
const output: RowValues = {
  enterprise: 'r1',
  uscc: '914403001922038216',
  month: '2023-05',
  dataThrough: '2023-05-31',
  indicator: 'grossOutput',
  valueYtd: '128500.25',
  samePeriodLastYear: '117320',
  version: '1',
  evidence: files('E2'),
}
const unit: RowValues = {
  ...belonging,
  sitePlace: 'r1',
  building: 'A栋',
  floor: '3',
  room: '301',
  area: '1800',
  clearHeight: '4.5',
  floorLoad: '7.5',
  rent: '32',
  availableFrom: '2023-07-01',
  lastVerifiedOn: '2023-06-15',
  evidence: files('E4'),
}
const request: RowValues = {
  channelNo: '2023-0612',
  channel: 'platform',
  enterprise: 'r1',
  community: '和平',
  category: 'power',
  urgency: 'normal',
  complexity: 'other',
  text: '申请增容',
  receivedAt: '2023-04-28T09:40:00Z',
  firstDueAt: '2023-04-28T16:00:00Z',
  firstHandledAt: '2023-04-28T11:00:00Z',
  finalDueAt: '2023-05-06T10:00:00Z',
  resolvedAt: '2023-05-06T09:00:00Z',
  leadUnit: '经济服务办',
  rating: '5',
  evidence: files('E2'),
}
const stage: RowValues = {
  project: 'r1',
  stage: '竣工验收',
  position: '8',
  weight: '20',
  plannedEnd: '2023-06-30',
  actualStart: '2023-06-01',
  actualEnd: '2023-06-28',
  evidence: files('E1'),
}
const raised: RowValues = {
  project: 'r1',
  outputType: 'rentalUnit',
  nodeType: 'raised',
  quantity: '380',
  countedOn: '2023-05-20',
  raisedYear: '2023',
  certificateNo: '宝保租认字2023第7号',
  evidence: files('E1'),
}

type Case = [what: string, register: string, row: RowValues, state: string | null, facts: readonly string[]]

/** What a row says, as `measure quantity`, with what evidence it lacks behind it. */
const saidBy = (register: Register, values: RowValues, state: string | null): string[] =>
  factsOf(register, { values, state, today }).map(({ serves, quantity, lacks }) =>
    [Object.values(serves)[0], quantity, ...(lacks.length > 0 ? [`缺${lacks.join('、')}`] : [])].join(' '),
  )

describe('照两本书填的行，收得下，说出该说的事实', () => {
  test.each<Case>([
    ['办完的展会', 'event', show, 'recorded', ['exhibitionsHeld 1', 'exhibitionArea 381250.5']],
    ['还没开的展会不算', 'event', show, 'preparing', []],
    ['家长课堂满45分钟15人', 'event', talk, 'recorded', ['familyEduEvents 1']],
    ['少一个人就不计', 'event', { ...talk, attendance: '14' }, 'recorded', []],
    ['文明实践半小时十人', 'event', practice, 'held', ['practiceActivities 1']],
    [
      '只有照片，计数但缺凭证',
      'event',
      { ...practice, evidence: files('E3') },
      'held',
      ['practiceActivities 1 缺E1、E2、E4'],
    ],
    ['道路整备未移交面积为零', 'project', road, 'active', ['roadsPrepared 1']],
    ['还有十平方米没移交', 'project', { ...road, unreleasedM2: '10' }, 'active', []],
    ['节点完成', 'projectStage', stage, 'done', ['stagesPassed 1', 'stageWeightDone 20']],
    ['筹集不是竣工', 'projectOutput', raised, null, ['rentalUnitsRaised 380']],
    ['停车场只计净增', 'facility', parking, 'inUse', ['parkingSpacesAdded 200', 'parkingSpacesAdded -80']],
    ['路内车位不计入停车位', 'facility', { ...parking, parkingKind: 'onStreet' }, 'inUse', []],
    [
      '瓶改管的楼栋',
      'facility',
      gasBuilding,
      'inUse',
      ['gasPipesInstalled 44', 'gasIgnited 40', 'bottlesFound 48', 'bottlesCleared 31'],
    ],
    ['读数归它自己的指标', 'reading', pm25, null, ['pm25Daily 17.5']],
    ['无效的读数不算', 'reading', { ...pm25, quality: 'invalid' }, null, []],
    ['边坡核销才算，验收不算', 'place', slope, 'writtenOff', ['slopesWrittenOff 1']],
    ['只验收的边坡', 'place', slope, 'accepted', []],
    ['扬尘检查全部合格', 'inspection', visit, 'done', ['dustChecks 1', 'dustChecksPassed 1']],
    [
      '按期整改的隐患',
      'issue',
      hazard,
      'closed',
      ['issuesDue 1', 'issuesFixedInTime 1', 'hazardsDue 1', 'hazardsClosedInTime 1'],
    ],
    ['过期整改的隐患', 'issue', { ...hazard, deadlineOn: '2023-06-09' }, 'closed', ['issuesDue 1', 'hazardsDue 1']],
    ['新建团支部', 'organisation', branch, 'approved', ['leagueBranchesNew 1']],
    ['改名的团支部不是新建', 'organisation', { ...branch, predecessorOrg: 'r1' }, 'approved', []],
    [
      '重点项目落地',
      'investmentLead',
      investor,
      'registered',
      ['leadsFound 1', 'keyProjectsLanded 1', 'firmsRegistered 1'],
    ],
    ['新增规上工业', 'enterprise', firm, 'active', ['industryEnrolled 1', 'fourUpEnrolled 1']],
    [
      '企业产值是累计数',
      'enterpriseMetric',
      output,
      'checked',
      ['grossOutputYtd 128500.25', 'grossOutputLastYear 117320'],
    ],
    ['未经审核的产值不算', 'enterpriseMetric', output, 'reported', []],
    ['产业空间', 'space', unit, 'available', ['spaceRegistered 1800']],
    ['一千平方米以下的不登记入库', 'space', { ...unit, area: '999' }, 'available', []],
    [
      '按时办结的诉求',
      'appeal',
      request,
      'resolved',
      [
        'appealsFirstDue 1',
        'appealsFirstInTime 1',
        'appealsFinalDue 1',
        'appealsResolvedInTime 1',
        'appealsRated 1',
        'appealsSatisfied 1',
      ],
    ],
    [
      '首次办理过夜的诉求',
      'appeal',
      { ...request, firstHandledAt: '2023-04-28T16:00:01Z', rating: '3' },
      'resolved',
      ['appealsFirstDue 1', 'appealsFinalDue 1', 'appealsResolvedInTime 1', 'appealsRated 1'],
    ],
  ])('%s', (_, id, row, state, facts) => {
    const checked = checkRow(registerOf(id), row, office, state)
    expect(checked.ok ? [] : checked.problems.map(({ column, problem }) => `${column} ${problem.says.zh}`)).toEqual([])
    expect(saidBy(registerOf(id), row, state)).toEqual(facts)
  })
})

describe('填错的行，一栏一栏说出哪里错', () => {
  test.each<[string, string, RowValues, string | null, readonly string[]]>([
    [
      '展会没有展期',
      'event',
      { ...show, openFrom: null, openTo: null },
      null,
      ['openFrom fact.column_missing', 'openTo fact.column_missing'],
    ],
    ['净面积大于毛面积', 'event', { ...show, netArea: '400000' }, null, ['actualGrossArea fact.out_of_order']],
    ['讲座跨天', 'event', { ...talk, endAt: at('2023-05-15', '03') }, null, ['endAt fact.not_same_day']],
    ['家长课堂没有展馆', 'event', { ...talk, halls: '3号馆' }, null, ['halls fact.not_asked_here']],
    ['一场来了五千零一人', 'event', { ...talk, attendance: '5001' }, null, ['attendance fact.number_above']],
    [
      '我们的节日要写哪个节',
      'event',
      { ...talk, eventType: 'culture', audience: 'mixed', series: 'ourFestivals' },
      null,
      ['festivalKey fact.column_missing'],
    ],
    ['备注里有手机号', 'event', { ...talk, remark: '联系人13800138000' }, null, ['remark fact.personal_number']],
    [
      '项目代码少一位',
      'project',
      { ...road, projectCode: '2023-440306-48-01-01234' },
      null,
      ['projectCode fact.text_form'],
    ],
    [
      '年度投资大于总投资',
      'project',
      { ...road, planYear: '800', totalInvestment: '500' },
      null,
      ['totalInvestment fact.out_of_order'],
    ],
    [
      '竣工早于开工',
      'project',
      { ...road, startActual: '2023-05-01', endActual: '2023-04-30' },
      null,
      ['endActual fact.out_of_order'],
    ],
    ['筹集没有认定书', 'projectOutput', { ...raised, certificateNo: null }, null, ['certificateNo fact.needed_here']],
    ['点火多于开户', 'facility', { ...gasBuilding, ignited: '41' }, null, ['accountOpened fact.out_of_order']],
    ['清瓶多于存量', 'facility', { ...gasBuilding, bottlesCleared: '49' }, null, ['bottlesFound fact.out_of_order']],
    ['停车场越改越少', 'facility', { ...parking, spacesAfter: '79' }, null, ['spacesAfter fact.out_of_order']],
    [
      '分子大于分母',
      'reading',
      { ...pm25, numerator: '11', denominator: '10', base: '2023' },
      null,
      ['denominator fact.out_of_order'],
    ],
    ['有分母没有口径', 'reading', { ...pm25, numerator: '9', denominator: '10' }, null, ['base fact.needed_here']],
    ['日读数没有第几时', 'reading', { ...pm25, hour: '3' }, null, ['hour fact.not_asked_here']],
    [
      '园区编号304',
      'place',
      { ...slope, placeType: 'industrialPark', planYear: null, writeOffDocNo: null, writeOffOn: null, parkNo: '304' },
      null,
      ['parkNo fact.number_above'],
    ],
    ['核销早于验收', 'place', { ...slope, writeOffOn: '2023-05-09' }, null, ['writeOffOn fact.out_of_order']],
    [
      '移交了没有协议',
      'place',
      {
        ...belonging,
        placeType: 'drainageUnit',
        name: '和平花园',
        objectNo: 'D1',
        place: spot,
        registeredOn: '2023-01-05',
        handoverState: 'handedOver',
      },
      null,
      ['agreementNo fact.needed_here', 'handedOverOn fact.needed_here'],
    ],
    ['检查两分钟', 'inspection', { ...visit, endedAt: '2023-06-05T01:02:00Z' }, null, ['endedAt fact.too_short']],
    [
      '一个人执法',
      'inspection',
      { ...visit, lawEnforcement: true, inspectors: '1' },
      null,
      ['inspectors fact.rule_broken'],
    ],
    [
      '免查企业没有例外理由',
      'inspection',
      { ...visit, onNoInspectionList: true },
      null,
      ['exceptionReason fact.needed_here'],
    ],
    [
      '重大隐患没有方案',
      'issue',
      { ...hazard, level: 'major' },
      null,
      ['personPost fact.column_missing', 'plan fact.column_missing', 'emergencyPlan fact.column_missing'],
    ],
    ['延期三次', 'issue', { ...hazard, extensions: '3' }, null, ['extensions fact.number_above']],
    [
      '批复的组织没有文号',
      'organisation',
      { ...branch, approvalDocNo: null },
      'approved',
      ['approvalDocNo fact.needed_here'],
    ],
    [
      '团支部没有人数',
      'organisation',
      { ...branch, memberCountBand: null },
      'approved',
      ['memberCountBand fact.rule_broken'],
    ],
    [
      '实有多于核定',
      'organisation',
      { ...branch, postsApproved: '3', postsFilled: '4' },
      'approved',
      ['postsApproved fact.out_of_order'],
    ],
    ['注册了没有信用代码', 'investmentLead', { ...investor, uscc: null }, 'registered', ['uscc fact.needed_here']],
    [
      '展会线索不说哪个展',
      'investmentLead',
      { ...investor, sourceType: 'exhibition' },
      'registered',
      ['sourceEvent fact.needed_here'],
    ],
    ['校验位不对', 'enterprise', { ...firm, uscc: '914403001922038217' }, null, ['uscc fact.uscc_check']],
    [
      '联系电话写了手机',
      'enterprise',
      { ...firm, contactPhone: '13800138000' },
      null,
      ['contactPhone fact.phone_of_a_person'],
    ],
    ['规上没有纳统日期', 'enterprise', { ...firm, firstEnrolledOn: null }, null, ['firstEnrolledOn fact.needed_here']],
    [
      '第二版没说更正哪一行',
      'enterpriseMetric',
      { ...output, version: '2' },
      null,
      ['corrects fact.needed_here', 'reason fact.needed_here'],
    ],
    ['租金四元', 'space', { ...unit, rent: '4' }, null, ['rent fact.number_below']],
    ['不可分割没有最小分割', 'space', { ...unit, minDivision: '100' }, null, ['minDivision fact.not_asked_here']],
    [
      '办结早于收到',
      'appeal',
      { ...request, firstHandledAt: null, resolvedAt: '2023-04-28T09:00:00Z' },
      null,
      ['resolvedAt fact.out_of_order'],
    ],
  ])('%s', (_, id, row, state, problems) => {
    const checked = checkRow(registerOf(id), row, office, state)
    expect(checked.ok ? [] : checked.problems.map(({ column, problem }) => `${column} ${problem.code}`)).toEqual(
      problems,
    )
  })
})

describe('问题的整改时限，按类型和等级', () => {
  test.each<[string, RowValues, string]>([
    ['垃圾两小时', { kind: 'sanitationIssue', sanitationType: 'litter' }, '2 hour'],
    ['占道一天', { kind: 'sanitationIssue', sanitationType: 'occupation' }, '24 hour'],
    ['坑洼四十八小时', { kind: 'roadDefect', defectType: 'pothole' }, '48 hour'],
    ['其他病害七天', { kind: 'roadDefect', defectType: 'other' }, '7 day'],
    ['一般交通隐患十五天', { kind: 'trafficHazard', level: 'general' }, '15 day'],
    ['较大交通隐患六十天', { kind: 'trafficHazard', level: 'serious' }, '60 day'],
    ['二房东九十天', { kind: 'subLease', level: 'general' }, '90 day'],
    ['一般安全隐患七天', { kind: 'safetyHazard', level: 'general' }, '7 day'],
    ['没有另说的十五天', { kind: 'other', level: 'general' }, '15 day'],
  ])('%s', (_, values, within) => {
    const move = registerOf('issue').lifecycle?.moves.reportFixed
    const limit = move ? limitFor(move, { values, state: 'assigned', today }) : null
    expect([limit?.values[0]?.value, limit?.unit].join(' ')).toBe(within)
  })

  test('没有时限的步骤', () => {
    const move = registerOf('issue').lifecycle?.moves.beginFixing
    expect(move && limitFor(move, { values: {}, state: 'assigned', today })).toBeNull()
  })
})

describe('节点模板', () => {
  // The book works the chain of a co-operation out by hand: 430 days in all, 240 up to the agreement (1–36, T09).
  test('合作平台全程430天，到协议240天', () => {
    const gates = stageTemplates.find(({ id }) => id === 'ST-CO')?.gates ?? []
    const days = gates.map(({ typicalDays }) => typicalDays ?? 0)
    const upTo = gates.findIndex(({ name }) => name === '合作协议') + 1
    const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0)
    expect([sum(days), sum(days.slice(0, upTo))]).toEqual([430, 240])
  })

  test.each(stageTemplates)('$zh：每个节点有名有天数，名称不重，法定天数不长于通常天数', ({ gates }) => {
    expect(gates.length).toBeGreaterThan(3)
    expect(new Set(gates.map(({ name }) => name)).size).toBe(gates.length)
    for (const { name, typicalDays, statutoryDays } of gates) {
      expect(name).toMatch(/^[\u4e00-\u9fff]{2,}/)
      if (typicalDays !== null) expect(typicalDays).toBeGreaterThan(0)
      if (statutoryDays !== undefined) expect(statutoryDays).toBeLessThanOrEqual(typicalDays ?? 0)
    }
  })
})
