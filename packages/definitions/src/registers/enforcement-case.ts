import {
  type Condition,
  choice,
  choices,
  coordinates,
  count,
  date,
  documentNumber,
  evidence,
  type Feed,
  money,
  register,
  row,
  state,
  text,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { asked, belonging, book2, countsOne, limit, provenance, say } from './common.ts'

const handlers = ['handler'] as const
const filed: Condition = { state: ['filed', 'investigated', 'notified', 'decided', 'executed', 'closed'] }
const decided: Condition = { state: ['decided', 'executed', 'closed'] }

/** Ninety days from filing to decision, the days in which the clock stood still added. */
const decision = {
  limit: limit('enforcement_case.decision', 90, 'legalDay', book2('§B B5、§C R8 [C]')),
  after: 'filedOn',
  suspended: 'suspendedDays',
}

// What is fed is that cases are filed and decided in time. Fines are nobody's target (37–62, T54).
const one = (datedBy: string, measure: string, zh: string, en: string, ...conditions: readonly Condition[]): Feed =>
  countsOne(datedBy, measure, zh, en, filed, ...conditions)

/** 执法案件台账: one row is one case. The name of a private person is not kept, only that it is one. */
export const enforcementCase = register({
  id: 'enforcementCase',
  label: say('执法案件台账', 'Enforcement cases'),
  prefix: 'ZF',
  columns: {
    caseNo: text(say('案号（线索编号）', 'Case number'), 64, { required: true }),
    lawArea: choice(
      say('执法领域', 'Area of law'),
      [
        ['safety', '安全生产', 'Work safety'],
        ['fire', '消防', 'Fire'],
        ['construction', '建设', 'Construction'],
        ['gas', '燃气', 'Gas'],
        ['cityMgmt', '城市管理', 'City management'],
        ['labour', '劳动', 'Labour'],
      ],
      { required: true },
    ),
    ...belonging,
    object: row(say('监管对象', 'Object'), 'place'),
    enterprise: row(say('当事企业', 'Enterprise'), 'enterprise', {
      askedWhen: { column: 'partyKind', is: 'enterprise' },
    }),
    issue: row(say('来自隐患', 'Of which hazard'), 'issue'),
    partyKind: choice(
      say('当事人类型', 'Kind of party'),
      [
        ['enterprise', '单位', 'Organisation'],
        ['individual', '个人', 'Individual'],
      ],
      { required: true },
    ),
    clueSource: choice(
      say('线索来源', 'Source of the clue'),
      [
        ['inspection', '检查', 'Inspection'],
        ['complaint', '投诉举报', 'Complaint'],
        ['transfer', '移送', 'Transfer'],
        ['upper', '上级交办', 'From above'],
        ['patrol', '巡查', 'Patrol'],
      ],
      { required: true },
    ),
    foundOn: date(say('发现日期', 'Found on'), { required: true, notInFuture: true }),
    filedOn: date(say('立案日期', 'Filed on'), { notInFuture: true, requiredWhen: filed }),
    decisionDueOn: date(say('决定期限', 'Decision due on'), { requiredWhen: filed }),
    officers: count(say('执法人数', 'Officers'), '人', { min: decimal(2), requiredWhen: filed }),
    suspendedDays: count(say('中止天数', 'Days suspended'), '天'),
    suspendedFor: text(say('中止原因', 'Reason of the suspension'), 200, {
      requiredWhen: { column: 'suspendedDays', atLeast: decimal(1) },
    }),
    noticeOn: date(say('告知日期', 'Notice given on'), { notInFuture: true }),
    hearing: yesNo(say('举行听证', 'Hearing held')),
    decisionOn: date(say('决定日期', 'Decided on'), { notInFuture: true }),
    decisionNo: documentNumber(say('决定书文号', 'Decision number')),
    measures: choices(say('处罚（处理）种类', 'Measures'), [
      ['warning', '警告', 'Warning'],
      ['fine', '罚款', 'Fine'],
      ['order', '责令改正', 'Order to correct'],
      ['stop', '责令停产停业', 'Order to stop'],
      ['none', '不予处罚', 'No penalty'],
    ]),
    ...asked(
      { column: 'measures', is: 'fine' },
      { amount: money(say('罚款金额', 'Amount of the fine'), '元', { required: true }) },
    ),
    reconsidered: yesNo(say('申请复议（诉讼）', 'Reconsideration or suit')),
    executedOn: date(say('执行日期', 'Executed on'), { notInFuture: true }),
    closedOn: date(say('结案日期', 'Closed on'), { notInFuture: true }),
    point: coordinates(say('位置', 'Position'), ['point']),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E4']),
    ...provenance,
  },
  key: ['caseNo'],
  rules: [
    { kind: 'inOrder', columns: ['foundOn', 'filedOn', 'noticeOn', 'decisionOn', 'executedOn', 'closedOn'] },
    { kind: 'inOrder', columns: ['filedOn', 'decisionDueOn'] },
    { kind: 'allOrNone', columns: ['decisionOn', 'decisionNo'] },
    {
      kind: 'must',
      column: 'measures',
      when: decided,
      holds: { column: 'measures', filled: true },
      says: say('已作决定，要填处理种类', 'a decision says its measure'),
    },
  ],
  lifecycle: {
    initial: 'clue',
    states: {
      clue: state('线索', 'clue'),
      filed: state('已立案', 'filed'),
      investigated: state('已调查', 'investigated'),
      notified: state('已告知', 'notified'),
      decided: state('已决定', 'decided'),
      executed: state('已执行', 'executed'),
      closed: state('已结案', 'closed', { end: true }),
      withdrawn: state('已撤销', 'withdrawn', { end: true }),
    },
    moves: {
      file: {
        label: say('立案', 'File'),
        from: ['clue'],
        to: 'filed',
        by: ['unitHead'],
        needs: ['filedOn', 'officers', 'decisionDueOn'],
      },
      investigate: {
        label: say('调查终结', 'Investigate'),
        from: ['filed'],
        to: 'investigated',
        by: handlers,
        within: decision,
        needs: ['evidence'],
      },
      notify: {
        label: say('告知', 'Give notice'),
        from: ['investigated'],
        to: 'notified',
        by: handlers,
        within: decision,
        needs: ['noticeOn'],
      },
      decide: {
        label: say('作出决定', 'Decide'),
        from: ['notified'],
        to: 'decided',
        by: ['unitHead'],
        within: decision,
        needs: ['decisionOn', 'decisionNo', 'measures'],
      },
      execute: {
        label: say('执行', 'Execute'),
        from: ['decided'],
        to: 'executed',
        by: handlers,
        needs: ['executedOn'],
      },
      close: {
        label: say('结案', 'Close'),
        from: ['decided', 'executed'],
        to: 'closed',
        by: ['unitHead'],
        needs: ['closedOn'],
      },
      withdraw: {
        label: say('撤销案件', 'Withdraw'),
        from: ['clue', 'filed', 'investigated', 'notified'],
        to: 'withdrawn',
        by: ['unitHead'],
        because: true,
      },
    },
  },
  geometry: 'point',
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    one('filedOn', 'fireCases', '立案的消防案件', 'Fire cases filed', { column: 'lawArea', is: 'fire' }),
    one('filedOn', 'casesFiled', '立案的执法案件', 'Cases filed'),
    one('decisionDueOn', 'caseDecisionsDue', '到期应决定的案件', 'Decisions due'),
    one('decisionDueOn', 'caseDecisionsInTime', '按期决定的案件', 'Decisions in time', {
      column: 'decisionOn',
      notAfter: 'decisionDueOn',
    }),
  ],
  source: book2('§C R8、§A T54、§B B5'),
})
