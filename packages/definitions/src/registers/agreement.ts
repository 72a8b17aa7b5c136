import {
  type Condition,
  choice,
  date,
  evidence,
  type Feed,
  longText,
  money,
  month,
  percentage,
  quantity,
  register,
  row,
  state,
  text,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { belonging, book1, provenance, say } from './common.ts'

const kinds = [
  ['hosting', '长期办展', 'Hosting of shows'],
  ['cooperation', '合作', 'Co-operation'],
  ['drainageHandover', '排水移交', 'Hand-over of drainage'],
  ['landPrep', '整备', 'Land preparation'],
  ['cleaningContract', '环卫保洁合同', 'Cleaning contract'],
  ['propertyService', '物业服务', 'Property service'],
] as const
const ofKind = (kind: (typeof kinds)[number][0]): Condition => ({ column: 'agreementKind', is: kind })
const binding = ['signed', 'inForce', 'ended', 'terminated']

const signedFor = (kind: (typeof kinds)[number][0], measure: string, zh: string, en: string): Feed => ({
  gives: 'one',
  datedBy: 'signedOn',
  serves: { measure },
  says: say(zh, en),
  when: { all: [ofKind(kind), { state: binding }] },
  anyOf: ['E1'],
})

/** 协议台账: one row is one agreement or contract between organisations. */
export const agreement = register({
  id: 'agreement',
  label: say('协议台账', 'Agreements'),
  prefix: 'XD',
  columns: {
    agreementNo: text(say('协议编号', 'Number'), 64, { required: true }),
    agreementKind: choice(say('协议类型', 'Kind'), kinds, { required: true }),
    title: text(say('协议名称', 'Title'), 120, { required: true }),
    parties: text(say('签约单位', 'Parties'), 200, { required: true }),
    ...belonging,
    project: row(say('项目', 'Project'), 'project'),
    object: row(say('管理单元', 'Place'), 'place', { requiredWhen: ofKind('drainageHandover') }),
    lead: row(say('招商线索', 'Lead'), 'investmentLead'),
    legalReviewOn: date(say('法制审核日期', 'Reviewed by the legal office on'), { notInFuture: true }),
    signedOn: date(say('签订日期', 'Signed on'), { notInFuture: true, requiredWhen: { state: binding } }),
    from: date(say('生效日期', 'In force from')),
    to: date(say('届满日期', 'In force to')),
    renewalDueOn: date(say('续签研究期限', 'Settle the renewal by')),
    endedOn: date(say('终止日期', 'Ended on'), { notInFuture: true, requiredWhen: { state: ['ended', 'terminated'] } }),
    keyTerms: longText(say('主要条款', 'Key terms'), 2000),
    amount: money(say('合同金额', 'Amount'), '万元'),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1']),
    ...provenance,
  },
  key: ['agreementNo'],
  rules: [
    { kind: 'inOrder', columns: ['legalReviewOn', 'signedOn', 'endedOn'] },
    { kind: 'inOrder', columns: ['from', 'to'] },
    { kind: 'inOrder', columns: ['renewalDueOn', 'to'] },
  ],
  lifecycle: {
    initial: 'draft',
    states: {
      draft: state('草拟', 'draft'),
      legalReviewed: state('已法审', 'reviewed'),
      signed: state('已签订', 'signed'),
      inForce: state('生效', 'in force'),
      ended: state('已届满', 'ended', { end: true }),
      terminated: state('已解除', 'terminated', { end: true }),
    },
    moves: {
      review: {
        label: say('法制审核', 'Review'),
        from: ['draft'],
        to: 'legalReviewed',
        by: ['unitHead'],
        needs: ['legalReviewOn'],
        decidedBy: say('司法所', 'the judicial office'),
      },
      sendBack: {
        label: say('退回修改', 'Send back'),
        from: ['legalReviewed'],
        to: 'draft',
        by: ['unitHead'],
        because: true,
      },
      sign: {
        label: say('签订', 'Sign'),
        from: ['legalReviewed'],
        to: 'signed',
        by: ['unitHead'],
        needs: ['signedOn', 'evidence'],
      },
      bringIntoForce: {
        label: say('生效', 'Bring into force'),
        from: ['signed'],
        to: 'inForce',
        by: ['handler'],
        needs: ['from'],
      },
      end: { label: say('届满', 'End'), from: ['inForce'], to: 'ended', by: ['handler'], needs: ['endedOn'] },
      terminate: {
        label: say('解除', 'Terminate'),
        from: ['signed', 'inForce'],
        to: 'terminated',
        by: ['unitHead'],
        because: true,
        needs: ['endedOn'],
      },
    },
  },
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    signedFor('hosting', 'hostingAgreements', '签订的办展协议', 'Hosting agreements signed'),
    signedFor('cooperation', 'cooperationAgreements', '签订的合作协议', 'Co-operation agreements signed'),
    signedFor('drainageHandover', 'drainageAgreements', '签订的排水移交协议', 'Drainage agreements signed'),
    signedFor('landPrep', 'landPrepAgreements', '签订的整备协议', 'Land-preparation agreements signed'),
  ],
  source: book1('§D R20、§C T01 T09 T15 T33 T34'),
})

/** 协议考核: one measure of a contract for a month, and what is taken off for it. */
export const agreementScore = register({
  id: 'agreementScore',
  label: say('协议考核', 'Scores of contracts'),
  prefix: 'XYKH',
  columns: {
    agreement: row(say('协议', 'Agreement'), 'agreement', { required: true }),
    month: month(say('月份', 'Month'), { required: true, notInFuture: true }),
    kpi: text(say('考核指标', 'Measure'), 120, { required: true }),
    weight: percentage(say('权重', 'Weight')),
    kpiTarget: text(say('指标要求', 'What is asked'), 120),
    deduction: quantity(say('扣分', 'Taken off'), {
      unit: '分',
      scale: 2,
      min: decimal(0),
      max: decimal(100),
      required: true,
    }),
    deductedFor: text(say('扣分原因', 'What for'), 200),
    scoredOn: date(say('考核日期', 'Scored on'), { required: true, notInFuture: true }),
    ...provenance,
  },
  key: ['agreement', 'month', 'kpi'],
  rules: [{ kind: 'inOrder', columns: ['month', 'scoredOn'] }],
  privacy: 'L2',
  access: everybody,
  feeds: [
    {
      gives: { quantity: 'deduction' },
      datedBy: 'month',
      serves: { measure: 'contractDeductions' },
      about: 'agreement',
      says: say('合同考核扣分', 'Points taken off contracts'),
    },
  ],
  source: book1('§D R20 kpi、§C T33'),
})
