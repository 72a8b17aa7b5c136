import {
  type Condition,
  choice,
  count,
  date,
  evidence,
  register,
  row,
  state,
  text,
  uscc,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { belonging, book1, provenance, say } from './common.ts'

const decided: Condition = { column: 'decidedOn', filled: true }
const corrected: Condition = { column: 'correctedInTime', is: true }

// 行政处罚法第三十三条 as the book has it (T25 [C*]): minor, corrected, no harm; or the first time, minor harm, corrected;
// or no fault. The program says what is lacking; it never decides.
const maySpare: Condition = {
  any: [
    { all: [corrected, { column: 'harm', is: 'none' }] },
    { all: [{ column: 'firstTime', is: true }, corrected, { column: 'harm', is: 'minor' }] },
    { column: 'noFault', is: true },
  ],
}

/** 轻微违法不予处罚台账: one minor offence that was put right instead of punished. Whose it was stands in its file. */
export const nonPenalty = register({
  id: 'nonPenalty',
  label: say('轻微违法不予处罚台账', 'Minor offences not punished'),
  prefix: 'BYCF',
  columns: {
    fileNo: text(say('案卷号', 'Case file'), 64, { required: true }),
    offence: row(say('轻微违法事项', 'Minor offence'), 'listEntry', { required: true }),
    ...belonging,
    partyKind: choice(
      say('当事人类型', 'Kind of party'),
      [
        ['enterprise', '企业', 'Enterprise'],
        ['selfEmployed', '个体工商户', 'Self-employed'],
        ['individual', '个人', 'Individual'],
      ],
      { required: true },
    ),
    uscc: uscc(say('统一社会信用代码', 'USCC'), { askedWhen: { column: 'partyKind', is: 'enterprise' } }),
    inspection: row(say('来自检查', 'Found by the inspection'), 'inspection'),
    foundOn: date(say('发现日期', 'Found on'), { required: true, notInFuture: true }),
    noticeOn: date(say('责令改正日期', 'Told to correct on'), { notInFuture: true }),
    correctionDays: count(say('改正期限', 'Days to correct'), '天', { min: decimal(1) }),
    firstTime: yesNo(say('首次违法', 'First time')),
    correctedInTime: yesNo(say('按期改正', 'Corrected in time')),
    correctedOn: date(say('改正日期', 'Corrected on'), {
      notInFuture: true,
      requiredWhen: corrected,
    }),
    harm: choice(say('危害后果', 'Harm'), [
      ['none', '没有', 'None'],
      ['minor', '轻微', 'Minor'],
      ['more', '较重', 'More'],
    ]),
    noFault: yesNo(say('证据足以证明无主观过错', 'Proved without fault')),
    majorHazard: yesNo(say('涉及重大隐患', 'A major hazard is concerned')),
    recheckOn: date(say('复查日期', 'Rechecked on'), { notInFuture: true }),
    recheckResult: choice(say('复查结果', 'Result of the recheck'), [
      ['pass', '合格', 'Passed'],
      ['fail', '不合格', 'Failed'],
    ]),
    legalReviewPost: text(say('法制审核岗位', 'Post of the legal review'), 60, { requiredWhen: decided }),
    decisionNo: text(say('决定文书号', 'Number of the decision'), 64, { requiredWhen: decided }),
    decidedOn: date(say('不予处罚决定日期', 'Decided on'), { notInFuture: true }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2']),
    ...provenance,
  },
  key: ['fileNo'],
  rules: [
    { kind: 'inOrder', columns: ['foundOn', 'noticeOn', 'correctedOn', 'recheckOn'] },
    { kind: 'inOrder', columns: ['foundOn', 'decidedOn'] },
    { kind: 'allOrNone', columns: ['recheckOn', 'recheckResult'] },
    {
      kind: 'must',
      column: 'decidedOn',
      when: decided,
      holds: maySpare,
      says: say(
        '不具备不予处罚的条件：按期改正且没有危害，或首违轻微且按期改正，或没有主观过错',
        'the conditions are not met: corrected without harm, first and minor and corrected, or without fault',
      ),
    },
    {
      kind: 'must',
      column: 'majorHazard',
      when: decided,
      holds: { not: { column: 'majorHazard', is: true } },
      says: say('涉及重大隐患的，请交法制部门研究', 'a major hazard goes to the legal office'),
    },
  ],
  lifecycle: {
    initial: 'found',
    states: {
      found: state('已发现', 'found'),
      noticed: state('已责令改正', 'told to correct'),
      corrected: state('已改正', 'corrected'),
      rechecked: state('已复查', 'rechecked'),
      spared: state('不予处罚', 'not punished', { end: true }),
      penalty: state('转处罚程序', 'in penalty procedure', { end: true }),
    },
    moves: {
      notice: {
        label: say('责令改正', 'Tell to correct'),
        from: ['found'],
        to: 'noticed',
        by: ['handler'],
        needs: ['noticeOn', 'correctionDays'],
      },
      correct: {
        label: say('改正', 'Corrected'),
        from: ['noticed'],
        to: 'corrected',
        by: ['handler'],
        needs: ['correctedOn'],
      },
      recheck: {
        label: say('复查', 'Recheck'),
        from: ['corrected'],
        to: 'rechecked',
        by: ['handler'],
        needs: ['recheckOn', 'recheckResult'],
      },
      spare: {
        label: say('决定不予处罚', 'Decide not to punish'),
        from: ['corrected', 'rechecked'],
        to: 'spared',
        by: ['unitHead'],
        needs: ['legalReviewPost', 'decisionNo', 'decidedOn', 'evidence'],
        decidedBy: say('法制审核', 'the legal review'),
      },
      punish: {
        label: say('转处罚程序', 'Go to penalty'),
        from: ['found', 'noticed', 'corrected', 'rechecked'],
        to: 'penalty',
        by: ['unitHead'],
        because: true,
      },
    },
  },
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'decidedOn',
      serves: { measure: 'nonPenaltyDecisions' },
      says: say('不予处罚决定', 'Decisions not to punish'),
      when: { state: ['spared'] },
      anyOf: ['E1'],
    },
    {
      gives: 'one',
      datedBy: 'decidedOn',
      serves: { measure: 'nonPenaltyRechecked' },
      says: say('复查合格的不予处罚', 'Decisions rechecked'),
      when: { all: [{ state: ['spared'] }, { column: 'recheckResult', is: 'pass' }] },
      anyOf: ['E1'],
    },
  ],
  source: book1('§D R15 nonPenalty、§C T25'),
})
