import { type Condition, type Feed, register, state } from '@guatu/core/fact'
import { everybody } from './access.ts'
import { book1, book2, limit, say } from './common.ts'
import { issueColumns, ofKind } from './issue-columns.ts'

const workers = ['handler', 'communityStaff', 'gridWorker'] as const
const heads = ['unitHead', 'handler'] as const
const closed: Condition = { state: ['closed'] }
const inTime: Condition = { column: 'fixedOn', notAfter: 'deadlineOn' }
const isMajor: Condition = { column: 'level', is: 'major' }

const r07 = book2('§C R7 [A]')
const r14 = book1('§D R14 [T]')
const fixing = (id: string, value: number, unit: 'day' | 'hour', source: string, ...all: readonly Condition[]) => ({
  when: { all },
  limit: limit(`issue.${id}`, value, unit, source),
})
const isOf = (column: string, value: string): Condition => ({ column, is: value })

/** How long it may take to put something right, by kind and level (1–36, R14 and T28; 37–62, R7). */
const fixingLimits = [
  fixing('litter', 2, 'hour', r14, isOf('sanitationType', 'litter')),
  fixing('stain', 24, 'hour', r14, isOf('sanitationType', 'stain')),
  fixing('sanitation', 24, 'hour', book1('§C T33 [T]'), ofKind('sanitationIssue')),
  fixing('wheel_wash', 1, 'hour', `${r14}：立即`, isOf('dustType', 'wheelWash')),
  fixing('bare_soil', 24, 'hour', r14, isOf('dustType', 'bareSoil')),
  fixing('pothole', 48, 'hour', r14, isOf('defectType', 'pothole')),
  fixing('road_defect', 7, 'day', book1('§C T04 [A]'), ofKind('roadDefect')),
  fixing('drainage', 7, 'day', r14, isOf('hazardType', 'drainage')),
  fixing('civ', 48, 'hour', book1('§C T30 [A]'), ofKind('civIssue')),
  fixing('traffic_serious', 60, 'day', book1('§C T28 [T]'), ofKind('trafficHazard'), isOf('level', 'serious')),
  fixing('traffic_general', 15, 'day', book1('§C T28 [T]'), ofKind('trafficHazard')),
  fixing('sub_lease', 90, 'day', r14, ofKind('subLease')),
  fixing('scattered', 60, 'day', r14, ofKind('scatteredPolluting')),
  fixing('pollution', 7, 'day', book1('§C T34 [T]'), ofKind('pollutionSource')),
  fixing('hazard_general', 7, 'day', r07, ofKind('safetyHazard'), isOf('level', 'general')),
] as const

const closing = (measure: string, zh: string, en: string, ...conditions: readonly Condition[]): Feed => ({
  gives: 'one',
  datedBy: 'recheckOn',
  serves: { measure },
  says: say(zh, en),
  when: { all: [closed, ...conditions] },
})
/** One issue is one of those due, by the day on which it had to be fixed. */
const falling = (measure: string, zh: string, en: string, ...conditions: readonly Condition[]): Feed => ({
  gives: 'one',
  datedBy: 'deadlineOn',
  serves: { measure },
  says: say(zh, en),
  when: { all: [{ not: { state: ['invalid', 'transferred'] } }, ...conditions] },
})

const feeds: readonly Feed[] = [
  { ...closing('trafficHazardsClosed', '整改完成的交通隐患', 'Traffic hazards closed', ofKind('trafficHazard')) },
  falling('issuesDue', '到期应整改', 'Issues due'),
  falling('issuesFixedInTime', '按期整改', 'Issues fixed in time', closed, inTime),
  falling('hazardsDue', '到期应整改的安全隐患', 'Hazards due', ofKind('safetyHazard')),
  falling(
    'hazardsClosedInTime',
    '按期整改的安全隐患',
    'Hazards closed in time',
    ofKind('safetyHazard'),
    closed,
    inTime,
  ),
  falling('gasHazardsDue', '到期应整改的燃气隐患', 'Gas hazards due', { column: 'category', is: 'gas' }),
  falling('gasHazardsClosed', '整改的燃气隐患', 'Gas hazards closed', { column: 'category', is: 'gas' }, closed),
  falling('drugPlaceHazardsDue', '到期应整改的涉毒场所隐患', 'Hazards of drug places due', {
    column: 'category',
    is: 'drugPlace',
  }),
  falling(
    'drugPlaceHazardsClosed',
    '整改的涉毒场所隐患',
    'Hazards of drug places closed',
    { column: 'category', is: 'drugPlace' },
    closed,
  ),
  falling('roadDefectsDue', '到期应修复的道路病害', 'Road defects due', ofKind('roadDefect')),
  falling(
    'roadDefectsInTime',
    '按期修复的道路病害',
    'Road defects mended in time',
    ofKind('roadDefect'),
    closed,
    inTime,
  ),
  falling('pollutionDue', '到期应整治的污染源', 'Pollution sources due', ofKind('pollutionSource')),
  falling(
    'pollutionClosedInTime',
    '按期整治的污染源',
    'Pollution sources closed in time',
    ofKind('pollutionSource'),
    closed,
    inTime,
  ),
  falling('civIssuesDue', '到期应整改的创文问题', 'Civilised-city issues due', ofKind('civIssue')),
  falling(
    'civIssuesInTime',
    '按期整改的创文问题',
    'Civilised-city issues fixed in time',
    ofKind('civIssue'),
    closed,
    inTime,
  ),
  { ...closing('subLeasesClosed', '清理完成的二房东', 'Sub-leases cleared', ofKind('subLease')), anyOf: ['E1'] },
  {
    ...closing('scatteredClosed', '处置完成的散乱污危企业', 'Scattered firms handled', ofKind('scatteredPolluting')),
    anyOf: ['E1', 'E4'],
  },
]

/** 问题（隐患）台账: one row is one thing to be put right, from the day it is found to the day it is rechecked. */
export const issue = register({
  id: 'issue',
  label: say('问题隐患台账', 'Issues and hazards'),
  prefix: 'YH',
  columns: issueColumns,
  key: ['kind', 'object', 'address', 'foundAt', 'leadUnit'],
  rules: [
    { kind: 'oneNeeded', columns: ['place', 'object', 'address'] },
    { kind: 'inOrder', columns: ['foundAt', 'fixedOn', 'recheckOn'] },
    { kind: 'inOrder', columns: ['foundAt', 'deadlineOn'] },
    { kind: 'allOrNone', columns: ['recheckOn', 'recheckResult'] },
  ],
  lifecycle: {
    initial: 'found',
    states: {
      found: state('已发现', 'found'),
      classified: state('已分类', 'classified'),
      assigned: state('已交办', 'assigned'),
      fixing: state('整改中', 'being fixed'),
      fixed: state('已整改', 'fixed'),
      closed: state('已销号', 'closed'),
      transferred: state('已移交', 'transferred', { end: true }),
      longTerm: state('长期整改', 'long-term'),
      enforcement: state('执法中', 'in enforcement'),
      invalid: state('不属实', 'not borne out', { end: true }),
    },
    moves: {
      classify: {
        label: say('分类', 'Classify'),
        from: ['found'],
        to: 'classified',
        by: workers,
        when: { not: isMajor },
        within: { limit: limit('issue.classify', 3, 'workday', book1('§D R14')), after: 'foundAt' },
      },
      classifyMajor: {
        label: say('重大隐患上报', 'Report a major hazard'),
        from: ['found'],
        to: 'classified',
        by: workers,
        when: isMajor,
        within: { limit: limit('issue.classify_major', 24, 'hour', book1('§D R14')), after: 'foundAt' },
      },
      assign: {
        label: say('交办', 'Assign'),
        from: ['classified'],
        to: 'assigned',
        by: heads,
        within: { limit: limit('issue.notify', 1, 'workday', book2('§C R7')) },
        needs: ['deadlineOn'],
      },
      beginFixing: { label: say('开始整改', 'Begin fixing'), from: ['assigned'], to: 'fixing', by: workers },
      reportFixed: {
        label: say('报整改完成', 'Report as fixed'),
        from: ['assigned', 'fixing', 'longTerm', 'enforcement'],
        to: 'fixed',
        by: workers,
        within: { limit: limit('issue.general', 15, 'day', r07), cases: fixingLimits, after: 'foundAt' },
        needs: ['measure', 'fixedOn', 'evidence'],
      },
      recheckPassed: {
        label: say('复查合格', 'Recheck passed'),
        from: ['fixed'],
        to: 'closed',
        by: heads,
        within: {
          limit: limit('issue.recheck', 3, 'workday', `${book2('§C R7 三个工作日')}；${book1('§D R14 十个工作日')}`),
          after: 'fixedOn',
        },
        needs: ['recheckOn', 'recheckByPost', 'recheckResult'],
      },
      recheckFailed: {
        label: say('复查不合格', 'Recheck failed'),
        from: ['fixed'],
        to: 'fixing',
        by: heads,
        because: true,
      },
      transfer: {
        label: say('移交', 'Transfer'),
        from: ['classified', 'assigned'],
        to: 'transferred',
        by: heads,
        because: true,
        needs: ['transferredTo'],
        decidedBy: say('接收单位', 'the receiving unit'),
      },
      makeLongTerm: {
        label: say('转长期整改', 'Make long-term'),
        from: ['assigned', 'fixing'],
        to: 'longTerm',
        by: ['unitHead'],
        because: true,
        needs: ['interimMeasure'],
      },
      enforce: {
        label: say('逾期移交执法', 'Enforce'),
        from: ['assigned', 'fixing'],
        to: 'enforcement',
        by: heads,
        within: { limit: limit('issue.enforce', 1, 'workday', book2('§C R7')), after: 'deadlineOn' },
        needs: ['escalatedTo'],
      },
      dismiss: {
        label: say('不属实', 'Dismiss'),
        from: ['found', 'classified', 'assigned'],
        to: 'invalid',
        by: ['unitHead'],
        because: true,
      },
      reopen: {
        label: say('反复重开', 'Reopen'),
        from: ['closed'],
        to: 'fixing',
        by: heads,
        because: true,
        within: { limit: limit('issue.recurrence', 183, 'day', book1('§C T13 六个月内')), after: 'recheckOn' },
      },
    },
  },
  geometry: 'place',
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds,
  source: `${book1('§D R14、§C T04 T13 T28 T30 T34')}；${book2('§C R7、§A T47 T53 T54')}`,
})
