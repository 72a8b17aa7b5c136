import {
  type Condition,
  choice,
  community,
  count,
  date,
  evidence,
  type Feed,
  longText,
  moment,
  register,
  row,
  state,
  text,
  unit,
  units,
  uscc,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { book1, countsOne, limit, parameter, provenance, say } from './common.ts'

const t24 = book1('§C T24、§A10 ALG-02 [T]')
const handlers = ['handler'] as const
const complexity = (of: string): Condition => ({ column: 'complexity', is: of })
const working = ['assigned', 'firstHandled', 'inProgress']
const inScope: Condition = { not: { state: ['rejectedScope', 'escalated'] } }

const by = (datedBy: string, measure: string, zh: string, en: string, ...conditions: readonly Condition[]): Feed =>
  countsOne(datedBy, measure, zh, en, inScope, ...conditions)

const resolving = (when: Condition, id: string, value: number, of: 'workday' | 'hour') =>
  ({
    label: say('办结', 'Resolve'),
    from: [...working, 'waitingEnterprise'],
    to: 'resolved',
    by: handlers,
    when,
    within: { limit: limit(id, value, of, t24), after: 'receivedAt' },
    needs: ['resolvedAt', 'result'],
  }) as const

/** 企业诉求台账: one row is one request of a firm. The dates it is due on are worked out when it comes in. */
export const appeal = register({
  id: 'appeal',
  label: say('企业诉求台账', 'Appeals of enterprises'),
  prefix: 'SQ',
  columns: {
    channelNo: text(say('渠道编号', 'Number of the channel'), 64, { required: true }),
    channel: choice(
      say('诉求渠道', 'Channel'),
      [
        ['platform', '服务平台', 'Platform'],
        ['hotline', '热线', 'Hotline'],
        ['visit', '走访', 'Visit'],
        ['gridStaff', '网格', 'Grid'],
        ['leaderVisit', '领导走访', 'Leader’s visit'],
        ['meeting', '座谈', 'Meeting'],
      ],
      { required: true },
    ),
    enterprise: row(say('企业', 'Enterprise'), 'enterprise'),
    uscc: uscc(say('统一社会信用代码', 'USCC')),
    community: community(say('所属社区', 'Community'), { required: true }),
    category: choice(
      say('诉求类别', 'Category'),
      [
        ['space', '空间', 'Space'],
        ['labour', '用工', 'Labour'],
        ['finance', '融资', 'Finance'],
        ['tax', '税务', 'Tax'],
        ['power', '用电', 'Power'],
        ['water', '用水', 'Water'],
        ['eia', '环评', 'EIA'],
        ['fire', '消防', 'Fire'],
        ['traffic', '交通', 'Traffic'],
        ['policy', '政策', 'Policy'],
        ['land', '用地', 'Land'],
        ['customs', '通关', 'Customs'],
        ['other', '其他', 'Other'],
      ],
      { required: true },
    ),
    urgency: choice(
      say('紧急程度', 'Urgency'),
      [
        ['urgent', '紧急', 'Urgent'],
        ['normal', '一般', 'Normal'],
      ],
      { required: true },
    ),
    complexity: choice(
      say('复杂程度', 'Complexity'),
      [
        ['consult', '咨询', 'Consultation'],
        ['other', '一般', 'Ordinary'],
        ['complex', '复杂', 'Complex'],
      ],
      { required: true },
    ),
    text: longText(say('诉求内容', 'What is asked'), 2000, { required: true, privacy: 'L3' }),
    receivedAt: moment(say('收到时间', 'Received'), { required: true, notInFuture: true }),
    firstDueAt: moment(say('首次办理时限', 'First handling due'), { required: true }),
    firstHandledAt: moment(say('首次办理', 'First handled'), { notInFuture: true }),
    finalDueAt: moment(say('办结时限', 'Final due'), { required: true }),
    resolvedAt: moment(say('办结时间', 'Resolved'), { notInFuture: true }),
    planText: longText(say('办理方案', 'Plan'), 2000, { requiredWhen: { state: ['firstHandled', 'inProgress'] } }),
    result: longText(say('办理结果', 'Result'), 2000),
    leadUnit: unit(say('承办单位', 'Unit in charge'), { required: true }),
    coUnits: units(say('协办单位', 'Supporting units')),
    extensionReason: text(say('延期原因', 'Reason of the extension'), 200, { askedWhen: complexity('complex') }),
    outOfScope: choice(say('不予受理情形', 'Why out of scope'), [
      ['jurisdiction', '不属本市职权', 'Outside the city’s powers'],
      ['procedure', '诉讼仲裁纪检复议', 'Before a court or review'],
      ['petition', '已在信访渠道', 'In the petition channel'],
      ['secret', '涉密或隐私', 'Secrets or privacy'],
      ['malicious', '恶意或无实质内容', 'Malicious or without substance'],
      ['repeated', '同一事项已在办或办结', 'The same matter again'],
    ]),
    rating: count(say('满意度', 'Rating'), '分', { min: decimal(1), max: decimal(5) }),
    reopenCount: count(say('重办次数', 'Times reopened'), '次'),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E2', 'E4']),
    ...provenance,
  },
  key: ['channel', 'channelNo'],
  rules: [
    { kind: 'inOrder', columns: ['receivedAt', 'firstHandledAt', 'resolvedAt'] },
    { kind: 'inOrder', columns: ['receivedAt', 'firstDueAt', 'finalDueAt'] },
    { kind: 'oneNeeded', columns: ['enterprise', 'uscc'] },
  ],
  lifecycle: {
    initial: 'received',
    states: {
      received: state('已收到', 'received'),
      triaged: state('已分办', 'triaged'),
      assigned: state('已交办', 'assigned'),
      firstHandled: state('已首次办理', 'first handled'),
      inProgress: state('办理中', 'in progress'),
      waitingEnterprise: state('待企业补充', 'waiting for the firm'),
      resolved: state('已办结', 'resolved'),
      confirmed: state('企业已确认', 'confirmed'),
      closed: state('已归档', 'closed', { end: true }),
      rejectedScope: state('不予受理', 'out of scope', { end: true }),
      escalated: state('已报区', 'escalated', { end: true }),
    },
    moves: {
      triage: {
        label: say('分办', 'Triage'),
        from: ['received'],
        to: 'triaged',
        by: handlers,
        within: { limit: limit('appeal.triage', 2, 'hour', t24), after: 'receivedAt' },
      },
      assign: { label: say('交办', 'Assign'), from: ['triaged'], to: 'assigned', by: handlers },
      handleFirst: {
        label: say('首次办理', 'First handling'),
        from: ['assigned'],
        to: 'firstHandled',
        by: handlers,
        needs: ['firstHandledAt', 'planText'],
      },
      goOn: {
        label: say('继续办理', 'Go on'),
        from: ['firstHandled', 'waitingEnterprise'],
        to: 'inProgress',
        by: handlers,
      },
      askFirm: {
        label: say('请企业补充', 'Ask the firm'),
        from: ['firstHandled', 'inProgress'],
        to: 'waitingEnterprise',
        by: handlers,
        because: true,
      },
      resolveConsult: resolving(complexity('consult'), 'appeal.consult', 24, 'hour'),
      resolveOrdinary: resolving(complexity('other'), 'appeal.ordinary', 3, 'workday'),
      resolveComplex: resolving(complexity('complex'), 'appeal.complex', 10, 'workday'),
      lapse: {
        label: say('企业未补充，建议办结', 'No answer of the firm'),
        from: ['waitingEnterprise'],
        to: 'resolved',
        by: 'system',
        within: { limit: limit('appeal.waiting', 5, 'workday', t24) },
      },
      confirm: {
        label: say('企业确认', 'Confirm'),
        from: ['resolved'],
        to: 'confirmed',
        by: handlers,
        needs: ['rating'],
        decidedBy: say('企业', 'the firm'),
      },
      close: { label: say('归档', 'Close'), from: ['resolved', 'confirmed'], to: 'closed', by: ['unitHead'] },
      reopen: {
        label: say('企业不满意重办', 'Reopen'),
        from: ['resolved', 'confirmed', 'closed'],
        to: 'inProgress',
        by: handlers,
        because: true,
        within: { limit: limit('appeal.reopen', 10, 'workday', t24), after: 'resolvedAt' },
      },
      reject: {
        label: say('不予受理', 'Reject'),
        from: ['received', 'triaged'],
        to: 'rejectedScope',
        by: ['unitHead'],
        because: true,
        needs: ['outOfScope'],
      },
      escalate: {
        label: say('报区', 'Escalate'),
        from: ['triaged', ...working],
        to: 'escalated',
        by: ['unitHead'],
        because: true,
        decidedBy: say('区级部门', 'the district'),
      },
    },
  },
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    by('firstDueAt', 'appealsFirstDue', '应首次办理的诉求', 'Appeals due for a first handling'),
    by('firstDueAt', 'appealsFirstInTime', '按时首次办理', 'Appeals handled in time', {
      column: 'firstHandledAt',
      notAfter: 'firstDueAt',
    }),
    by('finalDueAt', 'appealsFinalDue', '应办结的诉求', 'Appeals due'),
    by('finalDueAt', 'appealsResolvedInTime', '按时办结', 'Appeals resolved in time', {
      column: 'resolvedAt',
      notAfter: 'finalDueAt',
    }),
    by('resolvedAt', 'appealsRated', '已评价的诉求', 'Appeals rated', { column: 'rating', filled: true }),
    by('resolvedAt', 'appealsSatisfied', '满意的诉求', 'Appeals rated well', {
      column: 'rating',
      atLeast: parameter(
        'appeal.satisfied',
        say('满意的最低评分', 'Lowest rating that is well'),
        'point',
        4,
        book1('§C T24 [A]'),
      ),
    }),
  ],
  source: book1('§D R11、§C T24、§A10 ALG-02'),
})

/** 诉求暂停记录: when the clock of an appeal stood still, waiting for the firm. */
export const appealPause = register({
  id: 'appealPause',
  label: say('诉求暂停记录', 'Pauses of appeals'),
  prefix: 'SQZT',
  columns: {
    appeal: row(say('诉求', 'Appeal'), 'appeal', { required: true }),
    from: moment(say('暂停起', 'From'), { required: true, notInFuture: true }),
    to: moment(say('暂停止', 'To'), { notInFuture: true }),
    reason: text(say('等企业补充什么', 'What the firm has to add'), 200, { required: true }),
    notedOn: date(say('登记日期', 'Noted on'), { required: true, notInFuture: true }),
    ...provenance,
  },
  key: ['appeal', 'from'],
  rules: [{ kind: 'inOrder', columns: ['from', 'to'] }],
  privacy: 'L2',
  access: everybody,
  feeds: [],
  source: book1('§D R11 pauseLog、§A10 ALG-02'),
})
