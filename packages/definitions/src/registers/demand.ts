import {
  type Condition,
  choice,
  count,
  date,
  evidence,
  longText,
  percentage,
  quantity,
  register,
  row,
  state,
  text,
  uscc,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { asked, belonging, book1, countsOne, limit, provenance, say } from './common.ts'
import { clusters } from './lists.ts'

const zero = decimal(0)
const r05 = book1('§D R05')
const isTech: Condition = { column: 'demandType', is: 'techNeed' }
const forSpace: Condition = { column: 'demandType', is: ['planned', 'existing'] }
const open = ['registered', 'clarified', 'matched', 'visited', 'negotiating']
const metre = { unit: '米', scale: 2, min: zero } as const

/** 需求台账: one request for space, planned or of a firm that is here, or one technical need. */
export const demand = register({
  id: 'demand',
  label: say('空间与技术需求台账', 'Demands for space and technology'),
  prefix: 'XQ',
  columns: {
    demandType: choice(
      say('需求类型', 'Kind of demand'),
      [
        ['planned', '产业规划需求', 'Planned'],
        ['existing', '现有企业需求', 'Of a firm that is here'],
        ['techNeed', '技术需求', 'Technical need'],
      ],
      { required: true },
    ),
    orgName: text(say('企业（机构）名称', 'Organisation'), 120, { required: true }),
    uscc: uscc(say('统一社会信用代码', 'USCC'), {
      requiredWhen: { column: 'demandType', is: ['existing', 'techNeed'] },
    }),
    lead: row(say('招商线索', 'Lead'), 'investmentLead'),
    ...belonging,
    registeredOn: date(say('登记日期', 'Registered on'), { required: true, notInFuture: true }),
    industryCode: text(say('行业代码', 'Industry code'), 5, { forms: ['A99', 'A999', 'A9999'] }),
    cluster: choice(say('产业集群', 'Cluster'), clusters),
    ...asked(forSpace, {
      areaMin: quantity(say('最小面积', 'Least area'), { unit: 'm2', scale: 2, min: decimal(1), required: true }),
      areaMax: quantity(say('最大面积', 'Greatest area'), { unit: 'm2', scale: 2, min: decimal(1), required: true }),
      heightMin: quantity(say('最低净层高', 'Least clear height'), metre),
      loadMin: quantity(say('最小楼面荷载', 'Least floor load'), { unit: 'kN/m²', scale: 2, min: zero }),
      kvaMin: quantity(say('最小配电容量', 'Least power'), { unit: 'kVA', scale: 1, min: zero }),
      liftMinT: quantity(say('最小货梯载重', 'Least lift load'), { unit: 'ton', scale: 2, min: zero }),
      fireClass: choice(say('火灾危险性类别', 'Fire class'), [
        ['jia', '甲', 'A'],
        ['yi', '乙', 'B'],
        ['bing', '丙', 'C'],
        ['ding', '丁', 'D'],
        ['wu', '戊', 'E'],
      ]),
      groundFloorNeeded: yesNo(say('需要首层', 'Ground floor needed')),
      rentMax: quantity(say('租金上限', 'Highest rent'), { unit: '元/m²·月', scale: 2, min: zero }),
      neededBy: date(say('需求日期', 'Needed by'), { required: true }),
      eiaClass: choice(say('环评类别', 'EIA class'), [
        ['report', '报告书', 'Report'],
        ['form', '报告表', 'Form'],
        ['register', '登记表', 'Registration'],
        ['none', '不需要', 'None'],
      ]),
      staff: count(say('用工人数', 'Staff'), '人'),
      locationPrefs: text(say('区位要求', 'Wishes of location'), 200),
    }),
    ...asked(isTech, {
      techField: text(say('技术领域', 'Field'), 120, { required: true }),
      problemType: choice(
        say('技术问题类型', 'Kind of problem'),
        [
          ['automation', '自动化', 'Automation'],
          ['process', '工艺', 'Process'],
          ['testing', '检测', 'Testing'],
          ['dataSystem', '信息系统', 'Data system'],
        ],
        { required: true },
      ),
      readiness: text(say('成熟度', 'Readiness'), 60),
      confidential: yesNo(say('企业要求保密', 'The firm asks for confidence')),
      // What a firm tells of its technology is for those who handle it.
      techNeed: longText(say('技术需求内容', 'What is needed'), 2000, { privacy: 'L3' }),
      partner: text(say('对接机构', 'Research partner'), 120),
    }),
    answerDueOn: date(say('应答复日期', 'Answer due on'), { required: true }),
    answeredOn: date(say('答复日期', 'Answered on'), { notInFuture: true }),
    matchedOn: date(say('匹配日期', 'Matched on'), { notInFuture: true }),
    visitedOn: date(say('看场日期', 'Visited on'), { notInFuture: true }),
    closedOn: date(say('办结日期', 'Closed on'), {
      notInFuture: true,
      requiredWhen: { state: ['signed', 'withdrawn', 'unmatched'] },
    }),
    closeReason: longText(say('未匹配（撤回）原因', 'Why not matched'), 500, {
      requiredWhen: { state: ['withdrawn', 'unmatched'] },
    }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2', 'E4']),
    ...provenance,
  },
  key: ['demandType', 'orgName', 'registeredOn'],
  rules: [
    { kind: 'inOrder', columns: ['areaMin', 'areaMax'] },
    { kind: 'inOrder', columns: ['registeredOn', 'answeredOn'] },
    { kind: 'inOrder', columns: ['registeredOn', 'answerDueOn'] },
    { kind: 'inOrder', columns: ['registeredOn', 'matchedOn', 'visitedOn', 'closedOn'] },
  ],
  lifecycle: {
    initial: 'registered',
    states: {
      registered: state('已登记', 'registered'),
      clarified: state('已核清', 'clarified'),
      matched: state('已匹配', 'matched'),
      visited: state('已看场', 'visited'),
      negotiating: state('洽谈', 'negotiating'),
      signed: state('已签约', 'signed', { end: true }),
      withdrawn: state('已撤回', 'withdrawn', { end: true }),
      unmatched: state('未匹配', 'unmatched', { end: true }),
    },
    moves: {
      clarify: {
        label: say('核清需求', 'Clarify'),
        from: ['registered'],
        to: 'clarified',
        by: ['handler'],
        within: { limit: limit('demand.clarify', 3, 'workday', r05), after: 'registeredOn' },
      },
      match: {
        label: say('提出方案', 'Match'),
        from: ['registered', 'clarified'],
        to: 'matched',
        by: ['handler'],
        within: { limit: limit('demand.propose', 5, 'workday', r05), after: 'registeredOn' },
        needs: ['answeredOn', 'matchedOn'],
      },
      visit: {
        label: say('看场', 'Visit'),
        from: ['matched'],
        to: 'visited',
        by: ['handler'],
        within: { limit: limit('demand.visit', 10, 'workday', r05), after: 'matchedOn' },
        needs: ['visitedOn'],
      },
      negotiate: { label: say('洽谈', 'Negotiate'), from: ['matched', 'visited'], to: 'negotiating', by: ['handler'] },
      followUp: {
        label: say('另提方案', 'Propose again'),
        from: ['visited', 'negotiating'],
        to: 'matched',
        by: ['handler'],
        because: true,
        within: { limit: limit('demand.follow_up', 14, 'day', r05) },
      },
      sign: {
        label: say('签约', 'Sign'),
        from: ['matched', 'visited', 'negotiating'],
        to: 'signed',
        by: ['handler'],
        needs: ['closedOn', 'evidence'],
      },
      withdraw: {
        label: say('撤回', 'Withdraw'),
        from: open,
        to: 'withdrawn',
        by: ['handler'],
        needs: ['closedOn', 'closeReason'],
        decidedBy: say('企业', 'the firm'),
      },
      giveUp: {
        label: say('无法匹配', 'Not matched'),
        from: open,
        to: 'unmatched',
        by: ['unitHead'],
        needs: ['answeredOn', 'closedOn', 'closeReason'],
      },
    },
  },
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    countsOne('answerDueOn', 'demandsDue', '应答复的空间需求', 'Demands to answer', forSpace),
    countsOne('answerDueOn', 'demandsAnsweredInTime', '按时答复的空间需求', 'Demands answered in time', forSpace, {
      column: 'answeredOn',
      notAfter: 'answerDueOn',
    }),
    countsOne('closedOn', 'demandsClosed', '办结的空间需求', 'Demands closed', forSpace, {
      state: ['signed', 'withdrawn', 'unmatched'],
    }),
    countsOne('closedOn', 'demandsMatched', '签约的空间需求', 'Demands that were met', forSpace, { state: ['signed'] }),
    countsOne('matchedOn', 'techNeedsMatched', '匹配的技术需求', 'Technical needs matched', isTech, {
      state: ['matched', 'visited', 'negotiating', 'signed'],
    }),
  ],
  source: book1('§D R05、§C T09 T23'),
})

/** 需求匹配方案: one space proposed for one demand, ranked by what is needed and never by who asked. */
export const demandProposal = register({
  id: 'demandProposal',
  label: say('需求匹配方案', 'Proposals for demands'),
  prefix: 'XQFA',
  columns: {
    demand: row(say('需求', 'Demand'), 'demand', { required: true }),
    space: row(say('产业空间', 'Space'), 'space', { required: true }),
    score: percentage(say('匹配得分', 'Score'), { required: true }),
    nearMiss: text(say('差一项满足', 'The one thing it misses'), 120),
    sentOn: date(say('发出日期', 'Sent on'), { required: true, notInFuture: true }),
    outcome: choice(say('企业反馈', 'What the firm says'), [
      ['pending', '待反馈', 'Waiting'],
      ['visiting', '愿意看场', 'Will visit'],
      ['accepted', '接受', 'Accepted'],
      ['declined', '不接受', 'Declined'],
    ]),
    declineReason: text(say('不接受的原因', 'Why declined'), 200, {
      requiredWhen: { column: 'outcome', is: 'declined' },
    }),
    ...provenance,
  },
  key: ['demand', 'space'],
  privacy: 'L2',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'sentOn',
      serves: { measure: 'proposalsSent' },
      says: say('发出的方案', 'Proposals sent'),
    },
  ],
  source: book1('§D R05 proposal、§A10 ALG-08'),
})
