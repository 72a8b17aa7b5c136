import {
  type Condition,
  choice,
  coordinates,
  date,
  evidence,
  type Feed,
  type Lifecycle,
  longText,
  money,
  register,
  row,
  state,
  text,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { asked, belonging, book2, keptFor, provenance, say } from './common.ts'

const kinds = [
  ['purchase', '消费帮扶', 'Purchase'],
  ['villageVisit', '驻村回访', 'Visit of a village'],
  ['project', '帮扶项目', 'Project'],
  ['fund', '帮扶资金', 'Funds'],
  ['labour', '劳务协作', 'Labour'],
] as const
const ofKind = (...wanted: readonly (typeof kinds)[number][0][]): Condition => ({ column: 'kind', is: wanted })
const purchase = ofKind('purchase')
const visit = ofKind('villageVisit')
const handlers = ['handler'] as const

const moves: Lifecycle['moves'] = {
  pay: {
    label: say('付款', 'Pay'),
    from: ['recorded'],
    to: 'paid',
    by: handlers,
    when: purchase,
    needs: ['paidOn', 'amount', 'evidence'],
  },
  refund: {
    label: say('退款', 'Refund'),
    from: ['paid'],
    to: 'refunded',
    by: handlers,
    when: purchase,
    needs: ['refund', 'refundedOn'],
  },
  visit: {
    label: say('回访', 'Visit'),
    from: ['recorded'],
    to: 'visited',
    by: handlers,
    when: visit,
    needs: ['visitedOn'],
  },
  listProblems: {
    label: say('列出问题', 'List the problems'),
    from: ['visited'],
    to: 'problemsListed',
    by: handlers,
    needs: ['problems'],
  },
  help: {
    label: say('落实帮扶', 'Help'),
    from: ['problemsListed'],
    to: 'helped',
    by: handlers,
    needs: ['helpedOn', 'help'],
  },
  carryOut: {
    label: say('实施', 'Carry out'),
    from: ['recorded'],
    to: 'carriedOut',
    by: handlers,
    when: ofKind('project', 'fund', 'labour'),
    needs: ['doneOn'],
  },
  close: {
    label: say('办结', 'Close'),
    from: ['helped', 'carriedOut', 'paid', 'refunded'],
    to: 'closed',
    by: ['unitHead'],
  },
}

const bought: Condition = { all: [purchase, { column: 'originListed', is: true }] }
const one = (
  measure: string,
  zh: string,
  en: string,
  datedBy: string,
  more: Partial<Feed>,
  ...conditions: readonly Condition[]
): Feed => ({ gives: 'one', datedBy, serves: { measure }, says: say(zh, en), when: { all: conditions }, ...more })

/** 帮扶台账: one row is one purchase, visit or other help. Villages and counties are the office's own, by code and name. */
export const assistance = register({
  id: 'assistance',
  label: say('帮扶台账', 'Assistance'),
  prefix: 'BF',
  columns: {
    kind: choice(say('帮扶类别', 'Kind of help'), kinds, { required: true }),
    ...belonging,
    enteredOn: date(say('登记日期', 'Noted on'), { required: true, notInFuture: true }),
    village: text(say('帮扶村编号', 'Village'), 20, { requiredWhen: { not: ofKind('purchase', 'labour') } }),
    villagePoint: coordinates(say('村位置', 'Position of the village'), ['point']),
    ...asked(purchase, {
      buyerType: choice(
        say('采购单位类型', 'Kind of buyer'),
        [
          ['gov', '机关事业单位', 'Government'],
          ['soe', '国企', 'State company'],
          ['enterprise', '企业', 'Enterprise'],
          ['union', '工会', 'Union'],
          ['resident', '居民（按日合计）', 'Residents, by the day'],
        ],
        { required: true },
      ),
      buyer: text(say('采购单位', 'Buyer'), 120, { requiredWhen: { not: { column: 'buyerType', is: 'resident' } } }),
      supplier: text(say('供应商', 'Supplier'), 120, { required: true }),
      originCounty: text(say('产地县', 'County of origin'), 60, { required: true }),
      originListed: yesNo(say('产地在结对名单内', 'Origin is one of those assisted'), { required: true }),
      productCategory: text(say('品类', 'Category'), 60),
      amount: money(say('金额', 'Amount'), '元', { min: decimal('0.01'), required: true }),
      refund: money(say('退款', 'Refund'), '元'),
      refundedOn: date(say('退款日期', 'Refunded on'), { notInFuture: true }),
      invoiceNo: text(say('发票号（批次号）', 'Invoice or batch'), 64, { required: true }),
      paidOn: date(say('付款日期', 'Paid on'), { notInFuture: true }),
      purchaseChannel: text(say('采购渠道', 'Channel'), 60),
    }),
    ...asked(visit, {
      visitedOn: date(say('回访日期', 'Visited on'), { notInFuture: true }),
      problems: longText(say('发现问题', 'Problems found'), 2000),
      help: longText(say('后续帮扶措施', 'Help that followed'), 2000),
      helpedOn: date(say('帮扶落实日期', 'Helped on'), { notInFuture: true }),
    }),
    ...asked(ofKind('project', 'fund', 'labour'), {
      what: text(say('事项名称', 'What'), 120, { required: true }),
      project: row(say('项目', 'Project'), 'project'),
      funds: money(say('资金', 'Funds'), '万元'),
      doneOn: date(say('完成日期', 'Done on'), { notInFuture: true }),
    }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E4']),
    ...provenance,
  },
  key: ['kind', 'invoiceNo', 'village', 'visitedOn', 'leadUnit', 'what'],
  rules: [
    { kind: 'inOrder', columns: ['refund', 'amount'] },
    { kind: 'inOrder', columns: ['paidOn', 'refundedOn'] },
    { kind: 'inOrder', columns: ['visitedOn', 'helpedOn'] },
    { kind: 'allOrNone', columns: ['refund', 'refundedOn'] },
  ],
  lifecycle: {
    initial: 'recorded',
    states: {
      recorded: state('已登记', 'recorded'),
      paid: state('已付款', 'paid'),
      refunded: state('已退款', 'refunded'),
      visited: state('已回访', 'visited'),
      problemsListed: state('已列问题', 'problems listed'),
      helped: state('已帮扶', 'helped'),
      carriedOut: state('已实施', 'carried out'),
      closed: state('已办结', 'closed', { end: true }),
    },
    moves,
  },
  geometry: 'villagePoint',
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    one(
      'purchasesPaid',
      '消费帮扶净额',
      'Purchases, net',
      'paidOn',
      { gives: { quantity: 'amount' }, anyOf: ['E1'] },
      bought,
    ),
    one(
      'purchasesPaid',
      '消费帮扶退款',
      'Refunds',
      'refundedOn',
      { gives: { quantity: 'refund' }, sign: 'minus', anyOf: ['E1'] },
      bought,
    ),
    one('villagesLookedBack', '回访的村', 'Villages visited', 'visitedOn', { about: 'village' }, visit),
    // Both: a visit, and help that followed it and is closed.
    one(
      'villagesHelped',
      '回头看、回头帮的村',
      'Villages visited and helped',
      'helpedOn',
      { about: 'village' },
      visit,
      {
        column: 'visitedOn',
        filled: true,
      },
      { state: ['helped', 'closed'] },
    ),
  ],
  retention: keptFor('assistance', 10, 'enteredOn'),
  source: book2('§C R15、§A T46'),
})
