import {
  type Condition,
  choice,
  count,
  date,
  evidence,
  type Feed,
  type Lifecycle,
  register,
  row,
  state,
  text,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { caseHandlersOnly } from './access.ts'
import { belonging, book2, type Columns, countsOne, keptFor, limit, parameter, provenance, say } from './common.ts'

const handlers = ['handler'] as const
const b5 = book2('§B B5、§A T57 [C]')
const t57 = book2('§A T57 [A]')

const tracks = [
  ['complaint', '投诉', 'Complaint'],
  ['windowMediation', '窗口调解', 'Mediation at the window'],
  ['inspection', '劳动监察', 'Labour inspection'],
  ['arbitration', '仲裁', 'Arbitration'],
] as const
type Track = (typeof tracks)[number][0]
const onTrack = (...wanted: readonly Track[]): Condition => ({ column: 'track', is: wanted })
const extended: Condition = { column: 'extensionApprovedOn', filled: true }
const closed: Condition = { state: ['closed'] }
const endedBy = (...kinds: readonly string[]): Condition => ({ column: 'closeKind', is: kinds })

const groupMin = parameter(
  'labour_case.group',
  say('群体性案件人数', 'People of a group case'),
  'person',
  10,
  book2('§A T57 [P]'),
)

const columns: Columns = {
  track: choice(say('办理途径', 'Track'), tracks, { required: true }),
  sourceSystemNo: text(say('原系统编号', 'Number in its own system'), 64, { required: true }),
  ...belonging,
  employer: row(say('用人单位（企业库）', 'Employer'), 'enterprise'),
  employerName: text(say('用人单位', 'Name of the employer'), 120, { required: true }),
  employerPlace: row(say('用工地点（监管对象）', 'Place of work'), 'place'),
  // Workers are counted and never named.
  workers: count(say('涉及人数', 'Workers concerned'), '人', { min: decimal(1), required: true }),
  groupCase: yesNo(say('群体性案件', 'Group case')),
  claimKind: choice(
    say('请求类型', 'Claim'),
    [
      ['wage', '工资', 'Wages'],
      ['overtime', '加班费', 'Overtime'],
      ['termination', '解除合同', 'Termination'],
      ['socialInsurance', '社会保险', 'Social insurance'],
      ['injury', '工伤', 'Injury'],
      ['contract', '劳动合同', 'Contract'],
      ['other', '其他', 'Other'],
    ],
    { required: true },
  ),
  amountBand: choice(say('金额段', 'Amount'), [
    ['under1', '1万元以下', 'Under 10,000'],
    ['1to10', '1–10万元', '10,000 to 100,000'],
    ['10to50', '10–50万元', '100,000 to 500,000'],
    ['50up', '50万元及以上', '500,000 and more'],
  ]),
  receivedOn: date(say('收到日期', 'Received on'), { required: true, notInFuture: true }),
  registeredOn: date(say('登记日期', 'Registered on'), { notInFuture: true }),
  acceptedOn: date(say('受理日期', 'Accepted on'), { notInFuture: true }),
  filedOn: date(say('立案日期', 'Filed on'), { notInFuture: true, askedWhen: onTrack('inspection') }),
  dueOn: date(say('办结期限', 'Due on'), { required: true }),
  extensionApprovedOn: date(say('延期批准日期', 'Extension approved on'), { notInFuture: true }),
  suspendedDays: count(say('中止天数', 'Days suspended'), '天'),
  suspendedFor: choice(
    say('中止原因', 'Reason of the suspension'),
    [
      ['injuryDecision', '等待工伤认定', 'Waiting for a decision on injury'],
      ['criminalCase', '涉刑事案件', 'Criminal case'],
      ['announcement', '公告送达', 'Service by announcement'],
      ['other', '其他情形', 'Other'],
    ],
    { requiredWhen: { column: 'suspendedDays', atLeast: decimal(1) } },
  ),
  hearingOn: date(say('开庭日期', 'Hearing on'), { notInFuture: true, askedWhen: onTrack('arbitration') }),
  closedOn: date(say('结案日期', 'Closed on'), { notInFuture: true }),
  closeKind: choice(
    say('结案方式', 'How it ended'),
    [
      ['award', '裁决', 'Award'],
      ['mediation', '调解', 'Mediation'],
      ['failed', '调解不成', 'Not agreed'],
      ['withdrawal', '撤回', 'Withdrawal'],
      ['notMediable', '不宜调解', 'Not to be mediated'],
      ['termination', '终止', 'Termination'],
      ['order', '责令改正', 'Order'],
      ['transferred', '移送', 'Transferred'],
    ],
    { requiredWhen: closed },
  ),
  jointRoute: choice(say('联合调解', 'Joint mediation'), [
    ['none', '无', 'None'],
    ['inspectionArbitration', '监察＋仲裁', 'Inspection and arbitration'],
    ['unionLabourCourt', '工会＋劳动＋法庭', 'Union, labour and court'],
  ]),
  handlerPost: text(say('承办岗位', 'Post that handles it'), 60),
  plannedCloseOn: date(say('计划结案日期', 'To be closed on')),
  evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2']),
  ...provenance,
}

const accepting = { label: say('受理', 'Accept'), from: ['received'], to: 'accepted', by: handlers } as const
const closing = { label: say('结案', 'Close'), to: 'closed', by: handlers, needs: ['closedOn', 'closeKind'] } as const
const lawful = (id: string, value: number) => limit(`labour_case.${id}`, value, 'legalDay', b5)
const inWorkdays = (id: string, value: number, source = b5) => limit(`labour_case.${id}`, value, 'workday', source)

const moves: Lifecycle['moves'] = {
  acceptForArbitration: {
    ...accepting,
    when: onTrack('arbitration'),
    within: { limit: lawful('accept', 5), after: 'receivedOn' },
    needs: ['acceptedOn'],
  },
  accept: { ...accepting, when: onTrack('complaint', 'windowMediation'), needs: ['acceptedOn', 'registeredOn'] },
  file: {
    label: say('立案', 'File'),
    from: ['received'],
    to: 'filed',
    by: handlers,
    when: onTrack('inspection'),
    within: { limit: inWorkdays('file', 5), after: 'receivedOn' },
    needs: ['filedOn'],
  },
  refuse: {
    label: say('不予受理', 'Refuse'),
    from: ['received'],
    to: 'refused',
    by: ['unitHead'],
    because: true,
  },
  notifyPanel: {
    label: say('通知组庭', 'Notify the panel'),
    from: ['accepted'],
    to: 'panelNotified',
    by: handlers,
    when: onTrack('arbitration'),
    within: { limit: lawful('panel', 5), after: 'acceptedOn' },
  },
  hear: {
    label: say('开庭', 'Hear'),
    from: ['panelNotified'],
    to: 'hearing',
    by: handlers,
    needs: ['hearingOn'],
  },
  suspend: {
    label: say('中止', 'Suspend'),
    from: ['accepted', 'panelNotified', 'hearing', 'filed'],
    to: 'suspended',
    by: handlers,
    because: true,
    needs: ['suspendedFor'],
  },
  resumeArbitration: {
    label: say('恢复审理', 'Resume'),
    from: ['suspended'],
    to: 'hearing',
    by: handlers,
    when: onTrack('arbitration'),
    needs: ['suspendedDays'],
  },
  resume: {
    label: say('恢复办理', 'Resume'),
    from: ['suspended'],
    to: 'accepted',
    by: handlers,
    when: { not: onTrack('arbitration') },
    needs: ['suspendedDays'],
  },
  closeArbitration: {
    ...closing,
    from: ['panelNotified', 'hearing'],
    within: {
      limit: lawful('award', 45),
      cases: [{ when: extended, limit: lawful('award_extended', 60) }],
      after: 'acceptedOn',
      suspended: 'suspendedDays',
    },
  },
  closeInspection: {
    ...closing,
    from: ['filed', 'accepted'],
    when: onTrack('inspection'),
    within: {
      limit: inWorkdays('inspection', 60),
      cases: [{ when: extended, limit: inWorkdays('inspection_extended', 90) }],
      after: 'filedOn',
    },
  },
  closeComplaint: {
    ...closing,
    from: ['accepted'],
    when: onTrack('complaint'),
    within: { limit: inWorkdays('complaint', 15, t57), after: 'receivedOn' },
  },
  closeMediation: {
    ...closing,
    from: ['accepted'],
    when: onTrack('windowMediation'),
    within: { limit: lawful('mediation', 15), after: 'receivedOn' },
  },
  withdraw: {
    ...closing,
    label: say('撤回（终止）', 'Withdraw or end'),
    from: ['received', 'accepted', 'filed', 'panelNotified', 'hearing', 'suspended'],
    because: true,
  },
}

const one = (datedBy: string, measure: string, zh: string, en: string, ...conditions: readonly Condition[]): Feed =>
  countsOne(datedBy, measure, zh, en, { not: { state: ['refused'] } }, ...conditions)
const atWindow = onTrack('windowMediation')
const ofUnionAndCourt: Condition = { column: 'jointRoute', is: 'unionLabourCourt' }

/** 劳动案件台账: one row is one case by its number elsewhere, on one of four tracks. */
export const labourCase = register({
  id: 'labourCase',
  label: say('劳动案件台账', 'Labour cases'),
  prefix: 'LDAJ',
  columns,
  key: ['track', 'sourceSystemNo'],
  rules: [
    { kind: 'inOrder', columns: ['receivedOn', 'acceptedOn', 'hearingOn', 'closedOn'] },
    { kind: 'inOrder', columns: ['receivedOn', 'registeredOn'] },
    { kind: 'inOrder', columns: ['receivedOn', 'filedOn', 'closedOn'] },
    { kind: 'inOrder', columns: ['receivedOn', 'dueOn'] },
    {
      kind: 'must',
      column: 'groupCase',
      when: { column: 'workers', atLeast: groupMin },
      holds: { column: 'groupCase', is: true },
      says: say('人数达到群体性案件，要标明', 'so many workers make a group case; say so'),
    },
  ],
  lifecycle: {
    initial: 'received',
    states: {
      received: state('已收到', 'received'),
      accepted: state('已受理', 'accepted'),
      filed: state('已立案', 'filed'),
      panelNotified: state('已组庭', 'panel notified'),
      hearing: state('审理中', 'being heard'),
      suspended: state('中止', 'suspended'),
      closed: state('已结案', 'closed', { end: true }),
      refused: state('不予受理', 'refused', { end: true }),
    },
    moves,
  },
  privacy: 'L3',
  evidence: 'evidence',
  access: caseHandlersOnly,
  feeds: [
    one('acceptedOn', 'arbitrationAccepted', '受理的仲裁案件', 'Arbitration cases accepted', onTrack('arbitration')),
    one('closedOn', 'arbitrationClosed', '办结的仲裁案件', 'Arbitration cases closed', onTrack('arbitration'), closed),
    one('acceptedOn', 'windowMediationsEligible', '可调解的窗口案件', 'Cases to mediate at the window', atWindow, {
      not: endedBy('withdrawal', 'notMediable'),
    }),
    one('acceptedOn', 'windowMediationsAgreed', '窗口调解成功', 'Agreed at the window', atWindow, endedBy('mediation')),
    one('closedOn', 'jointMediations', '联合调解的案件', 'Cases mediated jointly', closed, {
      column: 'jointRoute',
      is: ['inspectionArbitration', 'unionLabourCourt'],
    }),
    one(
      'closedOn',
      'jointCasesClosed',
      '「工会＋劳动＋法庭」办结',
      'Closed by union, labour and court',
      closed,
      ofUnionAndCourt,
    ),
    one(
      'closedOn',
      'jointCasesAgreed',
      '「工会＋劳动＋法庭」调成',
      'Agreed by union, labour and court',
      closed,
      ofUnionAndCourt,
      endedBy('mediation'),
    ),
    one('receivedOn', 'complaintsReceived', '收到的劳动投诉', 'Complaints received', onTrack('complaint')),
    one(
      'receivedOn',
      'complaintsSameDay',
      '当日登记的劳动投诉',
      'Complaints registered the same day',
      onTrack('complaint'),
      {
        column: 'registeredOn',
        notAfter: 'receivedOn',
      },
    ),
    one('dueOn', 'complaintsDue', '到期应办结的劳动投诉', 'Complaints due', onTrack('complaint')),
    one('dueOn', 'complaintsInTime', '按期办结的劳动投诉', 'Complaints closed in time', onTrack('complaint'), {
      column: 'closedOn',
      notAfter: 'dueOn',
    }),
    one(
      'acceptedOn',
      'labourCasesAccepted',
      '受理的劳动争议',
      'Labour disputes accepted',
      onTrack('windowMediation', 'arbitration'),
    ),
    one(
      'acceptedOn',
      'labourCasesMediated',
      '调解结案的劳动争议',
      'Labour disputes mediated',
      onTrack('windowMediation', 'arbitration'),
      endedBy('mediation'),
    ),
  ],
  retention: keptFor('labourCase', 2, 'closedOn', 'anonymise'),
  source: book2('§C R10、§A T41 T48 T57、§B B4 B5'),
})
