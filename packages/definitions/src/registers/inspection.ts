import {
  type Condition,
  choice,
  choices,
  coordinates,
  count,
  date,
  evidence,
  type Feed,
  longText,
  moment,
  percentage,
  register,
  row,
  rows,
  state,
  text,
  unit,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { asked, belonging, book1, book2, type Columns, limit, parameter, provenance, say } from './common.ts'

const checkKinds = [
  ['dustCheck', '扬尘检查', 'Dust'],
  ['wasteCheck', '垃圾分类检查', 'Waste sorting'],
  ['sanitationCheck', '环卫检查', 'Sanitation'],
  ['cityAppearance', '市容检查', 'City appearance'],
  ['enterpriseCheck', '企业检查', 'Enterprise'],
  ['drainageCheck', '排水检查', 'Drainage'],
  ['truckCheck', '泥头车检查', 'Muck trucks'],
  ['gasCheck', '燃气检查', 'Gas'],
  ['safetyCheck', '安全生产检查', 'Work safety'],
  ['fireCheck', '消防检查', 'Fire'],
  ['constructionCheck', '建设领域检查', 'Construction'],
  ['labourCheck', '劳动监察', 'Labour'],
  ['keyPlaceCheck', '重点场所巡控', 'Key places'],
  ['antiDrugCheck', '涉毒隐患场所检查', 'Anti-drug checks of places'],
  ['facilityCheck', '设施检查', 'Facilities'],
  ['trafficOperation', '交通整治行动', 'Traffic operation'],
] as const

type CheckKind = (typeof checkKinds)[number][0]
const ofKind = (...kinds: readonly CheckKind[]): Condition => ({ column: 'checkKind', is: kinds })

const done: Condition = { state: ['done', 'reviewed'] }

const columns: Columns = {
  checkKind: choice(say('检查内容', 'What is checked'), checkKinds, { required: true }),
  inspectType: choice(
    say('巡查类型', 'Kind of visit'),
    [
      ['daily', '日常', 'Daily'],
      ['tierPlan', '分级计划', 'By tier'],
      ['expert', '专家', 'Expert'],
      ['special', '专项', 'Special'],
      ['followUp', '复查', 'Follow-up'],
      ['joint', '联合', 'Joint'],
      ['complaint', '投诉', 'Complaint'],
      ['order', '上级交办', 'By order'],
      ['selfCheck', '企业自查', 'Self-check'],
    ],
    { required: true },
  ),
  level: choice(say('巡查层级', 'Level'), [
    ['1', '一级（领导）', 'Level 1, leaders'],
    ['2', '二级（部门）', 'Level 2, departments'],
    ['3', '三级（社区网格）', 'Level 3, communities and grids'],
  ]),
  ...belonging,
  object: row(say('对象', 'Object'), 'place'),
  facility: row(say('设施', 'Facility'), 'facility'),
  enterprise: row(say('企业', 'Enterprise'), 'enterprise'),
  areaText: text(say('区域', 'Area'), 120),
  plannedOn: date(say('计划日期', 'Planned on')),
  dueOn: date(say('应巡日期', 'Due on')),
  startedAt: moment(say('开始时间', 'Started at'), { notInFuture: true, requiredWhen: done }),
  endedAt: moment(say('结束时间', 'Ended at'), { notInFuture: true }),
  teamUnit: unit(say('检查单位', 'Team'), { required: true }),
  team: text(say('队组', 'Group'), 40),
  inspectorPosts: text(say('检查岗位', 'Posts of the inspectors'), 120),
  inspectors: count(say('检查人数', 'Inspectors'), '人', { min: decimal(1) }),
  lawEnforcement: yesNo(say('执法检查', 'Law enforcement')),
  onNoInspectionList: yesNo(say('对象在免查名单', 'Object is on the no-inspection list')),
  exceptionReason: choice(
    say('例外检查理由', 'Reason for the exception'),
    [
      ['complaint', '投诉举报', 'Complaint'],
      ['accident', '事故', 'Accident'],
      ['superiorOrder', '上级部署', 'Order from above'],
      ['judicial', '司法要求', 'Judicial request'],
      ['statutory', '法定检查', 'Duty by law'],
    ],
    { requiredWhen: { column: 'onNoInspectionList', is: true } },
  ),
  checklist: text(say('检查表', 'Checklist'), 60),
  itemsChecked: count(say('检查项', 'Items checked'), '项'),
  itemsFailed: count(say('不合格项', 'Items failed'), '项'),
  passed: yesNo(say('全部合格', 'All passed')),
  score: percentage(say('得分', 'Score')),
  findings: count(say('发现问题（隐患）数', 'Findings'), '个'),
  issues: rows(say('问题（隐患）', 'Issues'), 'issue'),
  conclusion: choice(say('结论', 'Conclusion'), [
    ['normal', '正常', 'Normal'],
    ['hazard', '有隐患', 'Hazard'],
    ['stop', '责令停用', 'Stopped'],
    ['transfer', '移交', 'Transferred'],
  ]),
  ...asked(ofKind('trafficOperation'), {
    mode: choice(
      say('整治方式', 'Mode'),
      [
        ['video', '远程视频', 'Remote video'],
        ['mobile', '机动巡逻', 'Mobile patrol'],
        ['fixed', '定点执勤', 'Fixed point'],
      ],
      { required: true },
    ),
  }),
  ...asked(ofKind('wasteCheck'), {
    sampleSize: count(say('抽样数', 'Sample'), '袋'),
    mistakes: count(say('错投数', 'Mistakes'), '袋'),
    supervisorPresent: yesNo(say('督导在岗', 'Supervisor present')),
  }),
  ...asked(ofKind('dustCheck'), {
    dustFailed: choices(say('未达标的百分百', 'Of the seven, failed'), [
      ['hoarding', '围挡封闭', 'Hoarding'],
      ['hardened', '道路硬化', 'Hardened roads'],
      ['wheelWash', '车辆冲洗', 'Wheel wash'],
      ['wetWork', '湿法作业', 'Wet work'],
      ['covered', '裸土覆盖', 'Covered soil'],
      ['tsp', 'TSP 在线', 'TSP on line'],
    ]),
  }),
  place: coordinates(say('打卡位置', 'Checked in at'), ['point']),
  note: longText(say('检查情况', 'What was seen'), 2000),
  evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2', 'E4']),
  ...provenance,
}

const one = (measure: string, zh: string, en: string, ...conditions: readonly Condition[]): Feed => ({
  gives: 'one',
  datedBy: 'startedAt',
  serves: { measure },
  says: say(zh, en),
  when: { all: [done, ...conditions] },
})
const byTier: Condition = { column: 'inspectType', is: 'tierPlan' }
const ofType = (type: string): Condition => ({ column: 'inspectType', is: type })

const feeds: readonly Feed[] = [
  { ...one('tierInspectionsDue', '应巡次数', 'Inspections due', byTier), datedBy: 'dueOn' },
  one('tierInspectionsInTime', '按时巡查', 'Inspections in time', byTier, { column: 'startedAt', notAfter: 'dueOn' }),
  one('expertVisits', '专家检查', 'Expert visits', ofType('expert')),
  one('selfChecks', '企业自查', 'Self-checks', ofType('selfCheck')),
  one('labourInspections', '劳动监察检查', 'Labour inspections', ofKind('labourCheck')),
  { ...one('trafficOperations', '交通整治行动', 'Traffic operations', ofKind('trafficOperation')), about: 'mode' },
  {
    ...one('trafficSegments', '整治过的路段', 'Segments operated on', ofKind('trafficOperation')),
    about: 'object',
  },
  one('truckChecks', '泥头车检查', 'Truck checks', ofKind('truckCheck')),
  one('dustChecks', '扬尘检查', 'Dust checks', ofKind('dustCheck')),
  one('dustChecksPassed', '扬尘检查全部合格', 'Dust checks passed', ofKind('dustCheck'), {
    column: 'passed',
    is: true,
  }),
  { ...one('wasteSampled', '垃圾分类抽样', 'Waste sampled', ofKind('wasteCheck')), gives: { quantity: 'sampleSize' } },
  { ...one('wasteMistakes', '垃圾分类错投', 'Waste mistakes', ofKind('wasteCheck')), gives: { quantity: 'mistakes' } },
  one('keyPlacePatrols', '重点场所巡控', 'Patrols of key places', ofKind('keyPlaceCheck')),
  one('antiDrugChecks', '涉毒隐患场所检查', 'Anti-drug checks', ofKind('antiDrugCheck')),
  one('gasChecks', '燃气检查', 'Gas checks', ofKind('gasCheck')),
  one('constructionPatrols', '建设领域巡查', 'Construction patrols', ofKind('constructionCheck')),
  one('inspectionsOutsideExceptions', '免查企业违规检查', 'Inspections of listed firms without reason', {
    all: [
      { column: 'onNoInspectionList', is: true },
      { column: 'exceptionReason', filled: false },
    ],
  }),
]

/** 巡查检查台账: one row is one visit, check or operation. */
export const inspection = register({
  id: 'inspection',
  label: say('巡查检查台账', 'Inspections'),
  prefix: 'XC',
  columns,
  key: ['checkKind', 'object', 'facility', 'enterprise', 'areaText', 'plannedOn', 'startedAt', 'teamUnit', 'team'],
  rules: [
    { kind: 'oneNeeded', columns: ['object', 'facility', 'enterprise', 'areaText'] },
    { kind: 'oneNeeded', columns: ['plannedOn', 'startedAt'] },
    { kind: 'inOrder', columns: ['startedAt', 'endedAt'] },
    {
      kind: 'lasts',
      from: 'startedAt',
      to: 'endedAt',
      least: parameter('inspection.minutes_min', say('检查最短时长', 'Shortest visit'), 'minute', 3, book2('§C R6')),
      most: parameter('inspection.minutes_max', say('检查最长时长', 'Longest visit'), 'minute', 480, book2('§C R6')),
    },
    { kind: 'inOrder', columns: ['itemsFailed', 'itemsChecked'] },
    { kind: 'inOrder', columns: ['mistakes', 'sampleSize'] },
    {
      kind: 'must',
      column: 'inspectors',
      when: { column: 'lawEnforcement', is: true },
      holds: {
        column: 'inspectors',
        atLeast: parameter(
          'inspection.officers_min',
          say('执法检查最少人数', 'Fewest officers'),
          'person',
          2,
          book1('§D R13 [C*]'),
        ),
      },
      says: say('执法检查要有两名以上执法人员', 'a law-enforcement check takes two officers'),
    },
    {
      kind: 'must',
      column: 'passed',
      when: { column: 'dustFailed', filled: true },
      holds: { column: 'passed', is: false },
      says: say('有一项百分百未达标，就不是全部合格', 'a site that fails one of the seven has not passed'),
    },
  ],
  lifecycle: {
    initial: 'planned',
    states: {
      planned: state('已计划', 'planned'),
      dispatched: state('已派出', 'dispatched'),
      done: state('已完成', 'done'),
      reviewed: state('已抽查', 'reviewed', { end: true }),
      missed: state('漏巡', 'missed'),
      cancelled: state('已取消', 'cancelled', { end: true }),
    },
    moves: {
      dispatch: { label: say('派出', 'Dispatch'), from: ['planned'], to: 'dispatched', by: ['unitHead', 'handler'] },
      finish: {
        label: say('完成', 'Finish'),
        from: ['planned', 'dispatched', 'missed'],
        to: 'done',
        by: ['handler', 'communityStaff', 'gridWorker', 'expert'],
        needs: ['startedAt', 'endedAt'],
      },
      review: {
        label: say('抽查', 'Review'),
        from: ['done'],
        to: 'reviewed',
        by: ['unitHead'],
        within: { limit: limit('inspection.review', 5, 'workday', book2('§C R6')), after: 'endedAt' },
      },
      miss: {
        label: say('逾期漏巡', 'Miss'),
        from: ['planned', 'dispatched'],
        to: 'missed',
        by: 'system',
        within: { limit: limit('inspection.grace', 3, 'day', book2('§B B3 红级宽限 [A]')), after: 'dueOn' },
      },
      cancel: {
        label: say('取消', 'Cancel'),
        from: ['planned', 'dispatched'],
        to: 'cancelled',
        by: ['unitHead'],
        because: true,
      },
    },
  },
  geometry: 'place',
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds,
  source: `${book1('§D R13、§C T25 T31–T33')}；${book2('§C R6、§A T47 T53 T55–T57')}`,
})

/** 检查项: one item of a checklist, and how it was found. */
export const inspectionItem = register({
  id: 'inspectionItem',
  label: say('检查项', 'Items of inspections'),
  prefix: 'XCX',
  columns: {
    inspection: row(say('检查', 'Inspection'), 'inspection', { required: true }),
    item: text(say('检查项', 'Item'), 60, { required: true }),
    outcome: choice(
      say('结果', 'Outcome'),
      [
        ['ok', '合格', 'Passed'],
        ['no', '不合格', 'Failed'],
        ['na', '不适用', 'Not applicable'],
      ],
      { required: true },
    ),
    value: text(say('测得值', 'Value'), 40),
    checkedOn: date(say('检查日期', 'Checked on'), { required: true, notInFuture: true }),
    ...provenance,
  },
  key: ['inspection', 'item'],
  privacy: 'L2',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'checkedOn',
      serves: { measure: 'itemsPassed' },
      says: say('合格项', 'Items passed'),
      when: { column: 'outcome', is: 'ok' },
    },
    {
      gives: 'one',
      datedBy: 'checkedOn',
      serves: { measure: 'itemsFailed' },
      says: say('不合格项', 'Items failed'),
      when: { column: 'outcome', is: 'no' },
    },
  ],
  source: `${book1('§D R13 items')}；${book2('§C R6 items')}`,
})

/** 整治行动统计: violations by class, never by person or plate. */
export const operationCount = register({
  id: 'operationCount',
  label: say('整治行动统计', 'Counts of operations'),
  prefix: 'ZZXD',
  columns: {
    inspection: row(say('行动', 'Operation'), 'inspection', { required: true }),
    violation: choice(
      say('违法类别', 'Violation'),
      [
        ['overload', '超载', 'Overload'],
        ['spillage', '撒漏', 'Spillage'],
        ['unenclosed', '未密闭', 'Not enclosed'],
        ['route', '超线超时', 'Out of route or hours'],
        ['speeding', '超速', 'Speeding'],
        ['blindSpot', '盲区设备', 'Blind-spot equipment'],
        ['helmet', '未戴头盔', 'No helmet'],
        ['wrongWay', '逆行', 'Wrong way'],
        ['parking', '违停', 'Parking'],
        ['other', '其他', 'Other'],
      ],
      { required: true },
    ),
    number: count(say('宗数', 'Number'), '宗', { required: true }),
    countedOn: date(say('日期', 'Day'), { required: true, notInFuture: true }),
    ...provenance,
  },
  key: ['inspection', 'violation'],
  privacy: 'L2',
  access: everybody,
  feeds: [
    {
      gives: { quantity: 'number' },
      datedBy: 'countedOn',
      serves: { measure: 'violationsFound' },
      says: say('查处违法', 'Violations found'),
    },
  ],
  source: `${book1('§C T04')}；${book2('§C R6 counts、§A T56')}`,
})
