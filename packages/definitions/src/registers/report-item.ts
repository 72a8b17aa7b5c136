import {
  type Condition,
  choice,
  date,
  documentNumber,
  evidence,
  longText,
  moment,
  register,
  state,
  text,
  yesNo,
} from '@guatu/core/fact'
import { ofTheOffice } from './access.ts'
import { belonging, book2, countsOne, keptFor, limit, provenance, say } from './common.ts'

const handlers = ['handler'] as const
const t60 = book2('§A T60 [P]')
const kinds = [
  ['request', '请示', 'Request'],
  ['report', '报告', 'Report'],
  ['filing', '报备', 'Filing'],
  ['emergencyInfo', '紧急信息', 'Emergency'],
] as const
const ofKind = (kind: (typeof kinds)[number][0]): Condition => ({ column: 'kind', is: kind })
const emergency = ofKind('emergencyInfo')
const of = (matter: string): Condition => ({ column: 'matterClass', is: matter })
const sent: Condition = { state: ['sent', 'replied', 'acknowledged', 'closed'] }

const phoneLimit = limit('report_item.phone', 30, 'minute', t60)
const writtenLimit = limit('report_item.written', 60, 'minute', t60)

/**
 * 请示报告台账: one row is one matter that is reported upwards. What it says is for those who handle it alone; that it was
 * due and sent is for the office. Nothing classified stands in it.
 */
export const reportItem = register({
  id: 'reportItem',
  label: say('请示报告台账', 'Requests and reports'),
  prefix: 'QSBG',
  columns: {
    kind: choice(say('类别', 'Kind'), kinds, { required: true }),
    matterClass: choice(
      say('事项类型', 'Class of the matter'),
      [
        ['major', '重大事项', 'Major matter'],
        ['annual', '年度报告', 'Annual report'],
        ['halfYear', '半年报告', 'Half-year report'],
        ['instruction', '领导批示反馈', 'Feedback on an instruction'],
        ['floodPlan', '三防预案报备', 'Flood plan'],
        ['recruitment', '征兵任务报告', 'Recruitment'],
        ['militia', '民兵整组报告', 'Militia'],
        ['emergency', '突发事件', 'Emergency'],
        ['other', '其他', 'Other'],
      ],
      { required: true },
    ),
    title: text(say('事项', 'Matter'), 120, { required: true, privacy: 'L3' }),
    ...belonging,
    basis: text(say('报送依据', 'Basis'), 120),
    classified: yesNo(say('涉密件（按保密规定办理）', 'Classified: handled elsewhere'), { required: true }),
    happenedAt: moment(say('发生时间', 'Happened at'), { notInFuture: true, requiredWhen: emergency }),
    dueAt: moment(say('应报时间', 'Due at'), { required: true }),
    phonedAt: moment(say('电话报告时间', 'Phoned at'), { notInFuture: true, askedWhen: emergency }),
    sentAt: moment(say('书面报告时间', 'Sent at'), { notInFuture: true, requiredWhen: sent }),
    toBody: text(say('报送机关', 'Sent to'), 120, { required: true }),
    docNo: documentNumber(say('文号', 'Document number')),
    replyOn: date(say('批复日期', 'Replied on'), { notInFuture: true }),
    reply: longText(say('批复情况', 'Reply'), 500, { privacy: 'L3' }),
    followUp: longText(say('续报情况', 'Follow-ups'), 2000, { privacy: 'L3' }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E4']),
    ...provenance,
  },
  key: ['docNo', 'toBody', 'title', 'dueAt'],
  rules: [
    { kind: 'inOrder', columns: ['happenedAt', 'phonedAt', 'sentAt', 'replyOn'] },
    { kind: 'inOrder', columns: ['happenedAt', 'dueAt'] },
    {
      kind: 'must',
      column: 'reply',
      when: { column: 'classified', is: true },
      holds: {
        all: [
          { column: 'reply', filled: false },
          { column: 'followUp', filled: false },
          { column: 'docNo', filled: false },
        ],
      },
      says: say('涉密件只留登记，不填内容和文号', 'of a classified document only the stub is kept'),
    },
  ],
  lifecycle: {
    initial: 'draft',
    states: {
      draft: state('起草', 'draft'),
      phoned: state('已电话报告', 'phoned'),
      headChecked: state('科室已审', 'checked by the head'),
      leaderSigned: state('领导已签', 'signed by the leader'),
      sent: state('已报送', 'sent'),
      replied: state('已批复', 'replied'),
      acknowledged: state('已接收', 'acknowledged'),
      closed: state('已归档', 'closed', { end: true }),
    },
    moves: {
      phone: {
        label: say('电话报告', 'Phone'),
        from: ['draft'],
        to: 'phoned',
        by: handlers,
        when: emergency,
        within: { limit: phoneLimit, after: 'happenedAt' },
        needs: ['phonedAt'],
      },
      sendEmergency: {
        label: say('书面速报', 'Report in writing'),
        from: ['draft', 'phoned'],
        to: 'sent',
        by: handlers,
        when: emergency,
        within: { limit: writtenLimit, after: 'happenedAt' },
        needs: ['sentAt'],
      },
      check: {
        label: say('科室审核', 'Check'),
        from: ['draft'],
        to: 'headChecked',
        by: ['unitHead'],
        when: { not: emergency },
      },
      sign: {
        label: say('领导签发', 'Sign'),
        from: ['headChecked'],
        to: 'leaderSigned',
        by: handlers,
        decidedBy: say('分管领导', 'the leader in charge'),
      },
      send: {
        label: say('报送', 'Send'),
        from: ['leaderSigned'],
        to: 'sent',
        by: handlers,
        needs: ['sentAt', 'evidence'],
      },
      noteReply: {
        label: say('登记批复', 'Note the reply'),
        from: ['sent'],
        to: 'replied',
        by: handlers,
        when: ofKind('request'),
        within: { limit: limit('report_item.reply', 10, 'workday', book2('§A T60')), after: 'sentAt' },
        needs: ['replyOn', 'reply'],
        decidedBy: say('上级机关', 'the superior body'),
      },
      acknowledge: {
        label: say('对方接收', 'Acknowledge'),
        from: ['sent'],
        to: 'acknowledged',
        by: handlers,
        when: { not: ofKind('request') },
      },
      close: { label: say('归档', 'Close'), from: ['sent', 'replied', 'acknowledged'], to: 'closed', by: ['unitHead'] },
    },
  },
  privacy: 'L2',
  evidence: 'evidence',
  access: ofTheOffice,
  feeds: [
    countsOne('dueAt', 'reportsDue', '应报送的事项', 'Reports due'),
    countsOne('dueAt', 'reportsInTime', '按时报送的事项', 'Reports in time', sent, {
      column: 'sentAt',
      notAfter: 'dueAt',
    }),
    countsOne('happenedAt', 'emergencies', '紧急信息', 'Emergencies', emergency),
    countsOne(
      'happenedAt',
      'emergenciesInTime',
      '按时限电话和书面报告的紧急信息',
      'Emergencies phoned and written in time',
      emergency,
      { column: 'phonedAt', within: phoneLimit, after: 'happenedAt' },
      { column: 'sentAt', within: writtenLimit, after: 'happenedAt' },
    ),
    countsOne('sentAt', 'annualReportsSent', '报送的年度报告', 'Annual reports sent', sent, of('annual')),
    countsOne('sentAt', 'floodPlansReported', '报备的三防预案', 'Flood plans reported', sent, of('floodPlan')),
    // Only that the task of a half-year is done: how many is of no register (37–62, §0.5 L4).
    countsOne(
      'sentAt',
      'recruitmentReported',
      '报告完成的征兵任务',
      'Recruitment reported done',
      sent,
      of('recruitment'),
    ),
    countsOne('sentAt', 'militiaReported', '报告完成的民兵整组', 'Militia reported done', sent, of('militia')),
  ],
  retention: keptFor('reportItem', 10, 'sentAt'),
  source: book2('§C R12、§A T58 T59 T60'),
})
