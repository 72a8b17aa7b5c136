import {
  type Condition,
  choice,
  coordinates,
  count,
  date,
  evidence,
  longText,
  moment,
  quantity,
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
import { belonging, book1, countsOne, limit, parameter, provenance, say } from './common.ts'

const t34 = book1('§C T34 [C/A]')
const kinds = [
  ['river', '巡河', 'River'],
  ['walkFrontline', '行走一线', 'Walk of the front line'],
  ['illegalBuilding', '查违', 'Illegal buildings'],
  ['dust', '扬尘', 'Dust'],
] as const
const ofKind = (kind: (typeof kinds)[number][0]): Condition => ({ column: 'patrolKind', is: kind })
const made: Condition = { state: ['done', 'validated'] }

/** Long enough, and a kilometre or the whole reach. */
const validRiver: readonly Condition[] = [
  ofKind('river'),
  made,
  {
    column: 'minutes',
    atLeast: parameter('patrol.river_minutes', say('有效巡河最短时长', 'Shortest valid patrol'), 'minute', 10, t34),
  },
  {
    any: [
      { column: 'wholeReach', is: true },
      {
        column: 'km',
        atLeast: parameter('patrol.river_km', say('有效巡河最短里程', 'Shortest way of a valid patrol'), 'km', 1, t34),
      },
    ],
  },
]

/**
 * 巡河巡线台账: one row is one patrol, planned for a period or made. Of where a patrol went only the simplified line is
 * kept, never its raw track; and nobody is ranked by it, only reaches and units (1–36, §A9.4).
 */
export const patrol = register({
  id: 'patrol',
  label: say('巡河巡线台账', 'Patrols'),
  prefix: 'XH',
  columns: {
    patrolKind: choice(say('巡线类型', 'Kind of patrol'), kinds, { required: true }),
    object: row(say('河段（对象）', 'Reach or object'), 'place', { requiredWhen: ofKind('river') }),
    areaText: text(say('区域', 'Area'), 120),
    ...belonging,
    chiefLevel: choice(
      say('河长层级', 'Level of the chief'),
      [
        ['city', '市级', 'City'],
        ['district', '区级', 'District'],
        ['street', '街道级', 'Street'],
        ['community', '社区级', 'Community'],
      ],
      { askedWhen: ofKind('river') },
    ),
    periodFrom: date(say('应巡周期起', 'Period from')),
    dueOn: date(say('应巡周期止', 'Due by')),
    startedAt: moment(say('开始时间', 'Started at'), {
      notInFuture: true,
      requiredWhen: { state: ['done', 'validated', 'rejected'] },
    }),
    endedAt: moment(say('结束时间', 'Ended at'), { notInFuture: true }),
    minutes: count(say('巡查时长', 'Minutes'), '分钟', {
      requiredWhen: { column: 'endedAt', filled: true },
    }),
    km: quantity(say('里程', 'Distance'), { unit: 'km', scale: 3, min: decimal(0) }),
    wholeReach: yesNo(say('走完全段', 'The whole reach')),
    teamUnit: unit(say('巡查单位', 'Team'), { required: true }),
    findings: count(say('发现问题数', 'Findings'), '个'),
    issues: rows(say('发现的问题', 'Issues found'), 'issue'),
    line: coordinates(say('路线（简化）', 'Line, simplified'), ['line']),
    note: longText(say('巡查情况', 'What was seen'), 2000),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E2', 'E4']),
    ...provenance,
  },
  key: ['patrolKind', 'object', 'areaText', 'teamUnit', 'dueOn', 'startedAt'],
  rules: [
    { kind: 'oneNeeded', columns: ['object', 'areaText'] },
    { kind: 'oneNeeded', columns: ['dueOn', 'startedAt'] },
    { kind: 'allOrNone', columns: ['periodFrom', 'dueOn'] },
    { kind: 'inOrder', columns: ['periodFrom', 'dueOn'] },
    { kind: 'inOrder', columns: ['startedAt', 'endedAt'] },
    { kind: 'sameDay', from: 'startedAt', to: 'endedAt' },
  ],
  lifecycle: {
    initial: 'planned',
    states: {
      planned: state('已计划', 'planned'),
      done: state('已完成', 'done'),
      validated: state('有效', 'valid', { end: true }),
      rejected: state('无效', 'not valid', { end: true }),
      missed: state('漏巡', 'missed'),
    },
    moves: {
      finish: {
        label: say('完成', 'Finish'),
        from: ['planned', 'missed'],
        to: 'done',
        by: ['handler', 'communitySecretary', 'communityStaff', 'gridWorker'],
        needs: ['startedAt', 'endedAt', 'minutes'],
      },
      validate: { label: say('认定有效', 'Validate'), from: ['done'], to: 'validated', by: ['unitHead'] },
      reject: { label: say('认定无效', 'Reject'), from: ['done'], to: 'rejected', by: ['unitHead'], because: true },
      miss: {
        label: say('逾期漏巡', 'Miss'),
        from: ['planned'],
        to: 'missed',
        by: 'system',
        within: { limit: limit('patrol.grace', 1, 'day', `${book1('§A10 ALG-15')}：周期内完成才算`), after: 'dueOn' },
      },
    },
  },
  geometry: 'line',
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    countsOne('dueOn', 'riverPatrolsDue', '应巡河次数', 'River patrols due', ofKind('river')),
    countsOne(
      'dueOn',
      'riverPatrolsInTime',
      '周期内有效巡河',
      'Valid river patrols in their period',
      ...validRiver,
      { column: 'periodFrom', notAfter: 'startedAt' },
      { column: 'startedAt', notAfter: 'dueOn' },
    ),
    countsOne('startedAt', 'riverPatrols', '有效巡河', 'Valid river patrols', ...validRiver),
    countsOne('startedAt', 'frontlineWalks', '行走一线', 'Walks of the front line', ofKind('walkFrontline'), made),
    countsOne(
      'startedAt',
      'illegalBuildingPatrols',
      '查违巡查',
      'Patrols for illegal buildings',
      ofKind('illegalBuilding'),
      made,
    ),
    countsOne('startedAt', 'dustPatrols', '扬尘巡查', 'Patrols for dust', ofKind('dust'), made),
  ],
  source: book1('§D R16、§A9.4、§A10 ALG-15、§C T33 T34 T36'),
})
