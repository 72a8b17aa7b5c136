import {
  type Condition,
  choice,
  count,
  date,
  documentNumber,
  evidence,
  type Feed,
  longText,
  moment,
  register,
  row,
  state,
  text,
  yesNo,
} from '@guatu/core/fact'
import { everybody } from './access.ts'
import { asked, belonging, book2, type Columns, keptFor, limit, provenance, say } from './common.ts'

const handlers = ['handler'] as const
const r14 = book2('§C R14、§A T58')
const t47 = book2('§A T47')

/** 预警信号: what the weather service has issued for zones; a response is an order of its own and no function of it. */
export const warningSignal = register({
  id: 'warningSignal',
  label: say('预警信号', 'Warning signals'),
  prefix: 'YJ',
  columns: {
    kind: choice(
      say('信号种类', 'Kind of signal'),
      [
        ['typhoon', '台风', 'Typhoon'],
        ['rainstorm', '暴雨', 'Rainstorm'],
        ['thunderGale', '雷雨大风', 'Thunder and gale'],
        ['heat', '高温', 'Heat'],
        ['cold', '寒冷', 'Cold'],
        ['other', '其他', 'Other'],
      ],
      { required: true },
    ),
    level: choice(
      say('信号级别', 'Level of the signal'),
      [
        ['white', '白色', 'White'],
        ['blue', '蓝色', 'Blue'],
        ['yellow', '黄色', 'Yellow'],
        ['orange', '橙色', 'Orange'],
        ['red', '红色', 'Red'],
      ],
      { required: true },
    ),
    areaScope: text(say('信号范围', 'Zones'), 200, { required: true }),
    coversUs: yesNo(say('含本街道', 'Covers this sub-district'), { required: true }),
    // When it began is sometimes not known: it is left empty and never guessed.
    issuedAt: moment(say('发布时间', 'Issued at'), { notInFuture: true }),
    liftedAt: moment(say('解除时间', 'Lifted at'), { notInFuture: true }),
    notedOn: date(say('登记日期', 'Noted on'), { required: true, notInFuture: true }),
    sourceName: text(say('发布单位', 'Issued by'), 120, { required: true }),
    ...provenance,
  },
  key: ['kind', 'level', 'areaScope', 'issuedAt', 'notedOn'],
  rules: [
    { kind: 'inOrder', columns: ['issuedAt', 'liftedAt'] },
    {
      kind: 'must',
      column: 'level',
      when: { column: 'kind', is: 'rainstorm' },
      holds: { column: 'level', is: ['yellow', 'orange', 'red'] },
      says: say('暴雨信号只有黄、橙、红三级', 'rainstorm signals are yellow, orange or red'),
    },
  ],
  privacy: 'L2',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'issuedAt',
      serves: { measure: 'warningSignals' },
      says: say('预警信号', 'Warning signals'),
      when: { column: 'coversUs', is: true },
    },
  ],
  retention: keptFor('warningSignal', 10, 'notedOn'),
  source: r14,
})

const responseKinds = [
  ['typhoon', '防台风', 'Typhoon'],
  ['flood', '防汛', 'Flood'],
  ['drought', '抗旱', 'Drought'],
  ['fire', '消防', 'Fire'],
  ['safety', '安全事故', 'Accident'],
  ['protectionPeriod', '特别防护期', 'Protection period'],
  ['other', '其他', 'Other'],
] as const
const ofKind = (...kinds: readonly (typeof responseKinds)[number][0][]): Condition => ({ column: 'kind', is: kinds })
const protection = ofKind('protectionPeriod')
const begun: Condition = { state: ['ordered', 'active', 'adjusted', 'ended', 'reviewed'] }

const counting = (
  measure: string,
  zh: string,
  en: string,
  gives: Feed['gives'],
  datedBy: string,
  ...conditions: readonly Condition[]
): Feed => ({ gives, datedBy, serves: { measure }, says: say(zh, en), when: { all: [begun, ...conditions] } })

/** 应急响应台账: one row is one order of one level, or one protection period. Another level is another row. */
export const response = register({
  id: 'response',
  label: say('应急响应台账', 'Responses'),
  prefix: 'YJXY',
  columns: {
    kind: choice(say('响应类别', 'Kind of response'), responseKinds, { required: true }),
    name: text(say('名称', 'Name'), 80, { required: true }),
    ...belonging,
    level: choice(
      say('响应级别', 'Level of the response'),
      [
        ['attention', '关注', 'Attention'],
        ['4', 'Ⅳ级', 'Level IV'],
        ['3', 'Ⅲ级', 'Level III'],
        ['2', 'Ⅱ级', 'Level II'],
        ['1', 'Ⅰ级', 'Level I'],
      ],
      { requiredWhen: { not: protection } },
    ),
    protectionLevel: choice(
      say('防护级别', 'Level of protection'),
      [
        ['1', '一级', 'First'],
        ['2', '二级', 'Second'],
      ],
      { askedWhen: protection, required: true },
    ),
    signal: row(say('依据信号', 'On which signal'), 'warningSignal'),
    follows: row(say('由哪次响应调整而来', 'Adjusted from'), 'response'),
    areaScope: text(say('响应范围', 'Area'), 200, { required: true }),
    orderedBy: text(say('启动机关（岗位）', 'Ordered by'), 120, { required: true }),
    docNo: documentNumber(say('启动文号', 'Document number')),
    startAt: moment(say('启动时间', 'From'), { required: true }),
    endAt: moment(say('结束时间', 'To')),
    dead: count(say('死亡人数', 'Deaths'), '人'),
    majorIncidents: count(say('重大事件数', 'Major incidents'), '起'),
    reviewedOn: date(say('复盘日期', 'Reviewed on'), { notInFuture: true }),
    lessons: longText(say('复盘情况', 'Review'), 2000),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2', 'E4']),
    ...provenance,
  },
  key: ['kind', 'level', 'protectionLevel', 'startAt'],
  rules: [{ kind: 'inOrder', columns: ['startAt', 'endAt', 'reviewedOn'] }],
  lifecycle: {
    initial: 'suggested',
    states: {
      suggested: state('建议启动', 'suggested'),
      ordered: state('已下令', 'ordered'),
      active: state('响应中', 'active'),
      adjusted: state('已调整级别', 'adjusted', { end: true }),
      ended: state('已结束', 'ended'),
      reviewed: state('已复盘', 'reviewed', { end: true }),
      notOrdered: state('未启动', 'not ordered', { end: true }),
    },
    moves: {
      order: {
        label: say('下令启动', 'Order'),
        from: ['suggested'],
        to: 'ordered',
        by: handlers,
        needs: ['orderedBy', 'evidence'],
        decidedBy: say('指挥机构', 'the command'),
      },
      dismiss: { label: say('不启动', 'Dismiss'), from: ['suggested'], to: 'notOrdered', by: handlers, because: true },
      begin: { label: say('进入响应', 'Begin'), from: ['ordered'], to: 'active', by: handlers },
      adjust: { label: say('调整级别', 'Adjust'), from: ['active'], to: 'adjusted', by: handlers, needs: ['endAt'] },
      end: {
        label: say('结束响应', 'End'),
        from: ['active'],
        to: 'ended',
        by: handlers,
        needs: ['endAt', 'dead', 'majorIncidents'],
      },
      review: {
        label: say('复盘', 'Review'),
        from: ['ended'],
        to: 'reviewed',
        by: ['unitHead'],
        within: { limit: limit('response.review', 10, 'workday', book2('§C R14')), after: 'endAt' },
        needs: ['reviewedOn', 'lessons'],
      },
    },
  },
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    counting('responsesOrdered', '启动的应急响应', 'Responses ordered', 'one', 'startAt', { not: protection }),
    counting('protectionPeriods', '特别防护期', 'Protection periods', 'one', 'startAt', protection),
    counting(
      'protectionIncidents',
      '防护期重大事件',
      'Major incidents',
      { quantity: 'majorIncidents' },
      'endAt',
      protection,
    ),
    counting(
      'floodDeaths',
      '汛期死亡人数',
      'Deaths of floods',
      { quantity: 'dead' },
      'endAt',
      ofKind('typhoon', 'flood'),
    ),
  ],
  retention: keptFor('response', 10, 'endAt'),
  source: `${r14}；${t47}`,
})

const b13 = book2('§B B13 [A]')
const minutes = (id: string, value: number) => limit(`duty_shift.${id}`, value, 'minute', b13)
const roles = [
  ['leader', '带班领导', 'Leader on duty'],
  ['officer', '值班人员', 'Duty officer'],
  ['team', '救援队', 'Rescue team'],
  ['community', '社区值守', 'Community'],
] as const
const isRole = (role: (typeof roles)[number][0]): Condition => ({ column: 'role', is: role })
const arrivals = [
  [isRole('community'), minutes('arrive_community', 15)],
  [{ not: isRole('community') }, minutes('arrive', 30)],
] as const
const acknowledging = minutes('acknowledge', 15)
const reporting = minutes('first_report', 60)

const arrivedInTime: Condition = {
  any: arrivals.map(([role, within]) => ({
    all: [role, { column: 'inPlaceAt', within, after: 'orderedAt' }],
  })),
}
const called: Condition = { column: 'orderedAt', filled: true }
const isCalledOff: Condition = { state: ['calledOff'] }

const shift = (
  datedBy: string,
  measure: string,
  zh: string,
  en: string,
  ...conditions: readonly Condition[]
): Feed => ({
  gives: 'one',
  datedBy,
  serves: { measure },
  says: say(zh, en),
  when: { all: [{ not: isCalledOff }, ...conditions] },
})
const during = (occasion: string): Condition => ({ column: 'occasion', is: occasion })

const clock: Columns = {
  startsAt: moment(say('班次起', 'Shift from'), { required: true }),
  endsAt: moment(say('班次止', 'Shift to'), { required: true }),
  orderedAt: moment(say('下令时间', 'Called at'), { notInFuture: true, requiredWhen: during('response') }),
  acknowledgedAt: moment(say('应答时间', 'Acknowledged at'), { notInFuture: true }),
  inPlaceAt: moment(say('到岗时间', 'In place at'), { notInFuture: true }),
  firstReportAt: moment(say('首次报告时间', 'First report at'), { notInFuture: true }),
  handedOverAt: moment(say('交班时间', 'Handed over at'), { notInFuture: true }),
  ...asked(during('protectionPeriod'), {
    zeroReportDueAt: moment(say('零报告时限', 'Zero report due at'), { required: true }),
    zeroReportAt: moment(say('零报告时间', 'Zero report at'), { notInFuture: true }),
  }),
}

/** 值班班次: one shift of one post. Who may be excused, and that he is, stands in it; why does not. */
export const dutyShift = register({
  id: 'dutyShift',
  label: say('值班班次', 'Shifts on duty'),
  prefix: 'ZB',
  columns: {
    occasion: choice(
      say('值班事由', 'Occasion'),
      [
        ['response', '应急响应', 'Response'],
        ['protectionPeriod', '特别防护期', 'Protection period'],
        ['routine', '日常值班', 'Routine'],
      ],
      { required: true },
    ),
    response: row(say('响应（防护期）', 'Response'), 'response', { requiredWhen: { not: during('routine') } }),
    ...belonging,
    post: text(say('值班岗位', 'Post on duty'), 60, { required: true }),
    role: choice(say('值班角色', 'Role'), roles, { required: true }),
    ...clock,
    substitutePost: text(say('替班岗位', 'Post that stood in'), 60),
    notAvailable: yesNo(say('不能值班', 'Not available')),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E2', 'E4']),
    ...provenance,
  },
  key: ['response', 'leadUnit', 'post', 'startsAt'],
  rules: [
    { kind: 'inOrder', columns: ['startsAt', 'endsAt'] },
    { kind: 'inOrder', columns: ['orderedAt', 'acknowledgedAt', 'inPlaceAt'] },
    { kind: 'inOrder', columns: ['inPlaceAt', 'handedOverAt'] },
    { kind: 'lasts', from: 'startsAt', to: 'endsAt', most: minutes('longest', 720) },
    {
      kind: 'must',
      column: 'substitutePost',
      when: { column: 'notAvailable', is: true },
      holds: { column: 'substitutePost', filled: true },
      says: say('不能值班的，要写明替班岗位', 'whoever is not available has a post that stands in'),
    },
  ],
  lifecycle: {
    initial: 'planned',
    states: {
      planned: state('已排班', 'planned'),
      acknowledged: state('已应答', 'acknowledged'),
      inPlace: state('已到岗', 'in place'),
      handedOver: state('已交班', 'handed over', { end: true }),
      absent: state('缺岗', 'absent', { end: true }),
      calledOff: state('已取消', 'called off', { end: true }),
    },
    moves: {
      acknowledge: {
        label: say('应答', 'Acknowledge'),
        from: ['planned'],
        to: 'acknowledged',
        by: ['handler', 'communityStaff'],
        within: { limit: acknowledging, after: 'orderedAt' },
        needs: ['acknowledgedAt'],
      },
      arrive: {
        label: say('到岗', 'Arrive'),
        from: ['planned', 'acknowledged'],
        to: 'inPlace',
        by: ['handler', 'communityStaff'],
        within: {
          limit: arrivals[1][1],
          cases: [{ when: arrivals[0][0], limit: arrivals[0][1] }],
          after: 'orderedAt',
        },
        needs: ['inPlaceAt'],
      },
      handOver: {
        label: say('交班', 'Hand over'),
        from: ['inPlace'],
        to: 'handedOver',
        by: ['handler', 'communityStaff'],
        needs: ['handedOverAt'],
      },
      noteAbsent: {
        label: say('登记缺岗', 'Note as absent'),
        from: ['planned', 'acknowledged'],
        to: 'absent',
        by: ['handler', 'unitHead'],
        because: true,
      },
      callOff: {
        label: say('取消班次', 'Call off'),
        from: ['planned', 'acknowledged'],
        to: 'calledOff',
        by: ['handler', 'unitHead'],
        because: true,
      },
    },
  },
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    shift(
      'startsAt',
      'protectionShiftsDue',
      '防护期应到岗班次',
      'Shifts of protection periods',
      during('protectionPeriod'),
    ),
    shift(
      'startsAt',
      'protectionShiftsInPlace',
      '防护期按时到岗班次',
      'Shifts in place in time',
      during('protectionPeriod'),
      { column: 'inPlaceAt', notAfter: 'startsAt' },
    ),
    shift('zeroReportDueAt', 'zeroReportsDue', '应报的零报告', 'Zero reports due'),
    shift('zeroReportDueAt', 'zeroReportsInTime', '按时的零报告', 'Zero reports in time', {
      column: 'zeroReportAt',
      notAfter: 'zeroReportDueAt',
    }),
    shift('orderedAt', 'shiftsCalled', '响应下令的班次', 'Shifts called', called),
    shift('orderedAt', 'shiftsAcknowledged', '按时应答的班次', 'Shifts acknowledged in time', {
      column: 'acknowledgedAt',
      within: acknowledging,
      after: 'orderedAt',
    }),
    shift('orderedAt', 'shiftsArrived', '按时到岗的班次', 'Shifts in place in time', called, arrivedInTime),
    shift(
      'orderedAt',
      'shiftsOnTime',
      '应答、到岗、首报都按时的班次',
      'Shifts in time in all three',
      called,
      { column: 'acknowledgedAt', within: acknowledging, after: 'orderedAt' },
      arrivedInTime,
      { column: 'firstReportAt', within: reporting, after: 'orderedAt' },
    ),
  ],
  retention: keptFor('dutyShift', 10, 'endsAt'),
  source: `${r14}；${t47}；${b13}`,
})

/** 处置措施: one thing that was done in a response; people are counted and never named. */
export const responseAction = register({
  id: 'responseAction',
  label: say('响应处置措施', 'Actions of responses'),
  prefix: 'YJCZ',
  columns: {
    response: row(say('响应（防护期）', 'Response'), 'response', { required: true }),
    action: choice(
      say('措施', 'Action'),
      [
        ['evacuate', '转移人员', 'People moved to safety'],
        ['openShelter', '开放避难场所', 'Shelter opened'],
        ['manPoint', '值守点位', 'Point manned'],
        ['clearTree', '清理树木', 'Tree cleared'],
        ['close', '停工停业', 'Closed'],
        ['shiftReport', '情况报告', 'Report of the shift'],
        ['other', '其他', 'Other'],
      ],
      { required: true },
    ),
    ...belonging,
    doneAt: moment(say('完成时间', 'Done at'), { required: true, notInFuture: true }),
    number: count(say('数量（人次、处）', 'How many'), '个'),
    shelter: row(say('避难场所', 'Shelter'), 'facility', { askedWhen: { column: 'action', is: 'openShelter' } }),
    description: longText(say('情况', 'What was done'), 2000, { required: true }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2', 'E4']),
    ...provenance,
  },
  key: ['response', 'action', 'leadUnit', 'doneAt'],
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    {
      gives: { quantity: 'number' },
      datedBy: 'doneAt',
      serves: { measure: 'peopleMoved' },
      says: say('转移人员', 'People moved to safety'),
      when: { column: 'action', is: 'evacuate' },
    },
    {
      gives: 'one',
      datedBy: 'doneAt',
      serves: { measure: 'sheltersOpened' },
      about: 'shelter',
      says: say('开放的避难场所', 'Shelters opened'),
      when: { column: 'action', is: 'openShelter' },
    },
  ],
  retention: keptFor('responseAction', 10, 'doneAt'),
  source: r14,
})
