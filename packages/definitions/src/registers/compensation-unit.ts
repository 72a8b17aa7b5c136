import { choice, coordinates, date, evidence, type Feed, quantity, register, row, state, text } from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { belonging, book1, limit, provenance, say } from './common.ts'

const zero = decimal(0)
const r03 = book1('§D R03 [T]')
const signed = ['signed', 'paid', 'vacated', 'demolished']
const unsigned = ['notContacted', 'contacted', 'valued', 'negotiating']
const legal = ['litigation', 'decision', 'enforcement']
const byLaw = say('法制部门、法院', 'the legal office or the court')

const counting = (datedBy: string, measure: string, zh: string, en: string, ...states: readonly string[]): Feed => ({
  gives: 'one',
  datedBy,
  serves: { measure },
  about: 'project',
  says: say(zh, en),
  ...(states.length > 0 && { when: { state: states } }),
})

/** 补偿签约单元: one building unit or land item to be compensated; no name, no amount, nothing of a person. */
export const compensationUnit = register({
  id: 'compensationUnit',
  label: say('补偿签约台账', 'Units to compensate'),
  prefix: 'BC',
  columns: {
    project: row(say('项目', 'Project'), 'project', { required: true }),
    unitNo: text(say('单元编号', 'Unit number'), 64, { required: true }),
    unitType: choice(
      say('类型', 'Kind'),
      [
        ['house', '住宅', 'House'],
        ['factory', '厂房', 'Factory'],
        ['shop', '商铺', 'Shop'],
        ['crop', '青苗', 'Crop'],
        ['pipe', '管线', 'Pipe'],
        ['other', '其他', 'Other'],
      ],
      { required: true },
    ),
    ...belonging,
    floorArea: quantity(say('建筑面积', 'Floor area'), { unit: 'm2', scale: 2, min: zero }),
    landArea: quantity(say('用地面积', 'Land area'), { unit: 'm2', scale: 2, min: zero }),
    legalClass: choice(say('权属认定', 'Legal class'), [
      ['legal', '合法', 'Legal'],
      ['historic', '历史遗留', 'Historic'],
      ['unlicensed', '未经许可', 'Unlicensed'],
    ]),
    blockedRoadM: quantity(say('影响道路长度', 'Length of road blocked'), { unit: '米', scale: 1, min: zero }),
    place: coordinates(say('位置', 'Position'), ['point', 'polygon']),
    listedOn: date(say('列入日期', 'Listed on'), { required: true, notInFuture: true }),
    decidedOn: date(say('征收决定日期', 'Expropriation decided on'), { notInFuture: true }),
    contactedOn: date(say('接触日期', 'Contacted on'), { notInFuture: true }),
    measuredOn: date(say('测绘日期', 'Measured on'), { notInFuture: true }),
    valuedOn: date(say('评估日期', 'Valued on'), { notInFuture: true }),
    signedOn: date(say('签约日期', 'Signed on'), { notInFuture: true, requiredWhen: { state: signed.slice(0, 2) } }),
    paidOn: date(say('支付日期', 'Paid on'), { notInFuture: true }),
    legalDocNo: text(say('法律文书号', 'Legal document'), 64, { requiredWhen: { state: legal } }),
    vacatedOn: date(say('腾空日期', 'Vacated on'), { notInFuture: true }),
    demolishedOn: date(say('拆除日期', 'Demolished on'), { notInFuture: true }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2']),
    ...provenance,
  },
  key: ['project', 'unitNo'],
  rules: [
    { kind: 'inOrder', columns: ['contactedOn', 'valuedOn', 'signedOn', 'vacatedOn', 'demolishedOn'] },
    { kind: 'inOrder', columns: ['measuredOn', 'valuedOn'] },
    { kind: 'inOrder', columns: ['signedOn', 'paidOn'] },
  ],
  lifecycle: {
    initial: 'notContacted',
    states: {
      notContacted: state('未接触', 'not contacted'),
      contacted: state('已接触', 'contacted'),
      valued: state('已评估', 'valued'),
      negotiating: state('洽谈', 'negotiating'),
      signed: state('已签约', 'signed'),
      paid: state('已支付', 'paid'),
      litigation: state('诉讼', 'in litigation'),
      decision: state('补偿决定', 'compensation decided'),
      enforcement: state('强制执行', 'in enforcement'),
      vacated: state('已腾空', 'vacated'),
      demolished: state('已拆除', 'demolished', { end: true }),
    },
    moves: {
      contact: {
        label: say('接触', 'Contact'),
        from: ['notContacted'],
        to: 'contacted',
        by: ['handler', 'communityStaff'],
        within: { limit: limit('compensation.contact', 30, 'day', r03), after: 'decidedOn' },
        needs: ['contactedOn'],
      },
      value: {
        label: say('评估', 'Value'),
        from: ['contacted'],
        to: 'valued',
        by: ['handler'],
        needs: ['measuredOn', 'valuedOn'],
      },
      negotiate: {
        label: say('洽谈', 'Negotiate'),
        from: ['contacted', 'valued', 'litigation', 'decision'],
        to: 'negotiating',
        by: ['handler'],
      },
      sign: {
        label: say('签约', 'Sign'),
        from: [...unsigned.slice(1), 'litigation', 'decision'],
        to: 'signed',
        by: ['handler'],
        needs: ['signedOn', 'evidence'],
      },
      pay: {
        label: say('支付', 'Pay'),
        from: ['signed'],
        to: 'paid',
        by: ['handler'],
        within: { limit: limit('compensation.pay', 10, 'workday', r03), after: 'signedOn' },
        needs: ['paidOn'],
      },
      litigate: {
        label: say('进入诉讼', 'Go to court'),
        from: unsigned.slice(1),
        to: 'litigation',
        by: ['unitHead'],
        because: true,
        needs: ['legalDocNo'],
        decidedBy: byLaw,
      },
      decide: {
        label: say('作出补偿决定', 'Decide the compensation'),
        from: ['negotiating', 'valued', 'litigation'],
        to: 'decision',
        by: ['unitHead'],
        needs: ['legalDocNo'],
        decidedBy: byLaw,
      },
      enforce: {
        label: say('申请强制执行', 'Enforce'),
        from: ['decision', 'litigation'],
        to: 'enforcement',
        by: ['unitHead'],
        because: true,
        needs: ['legalDocNo'],
        decidedBy: byLaw,
      },
      vacate: {
        label: say('腾空', 'Vacate'),
        from: ['signed', 'paid', 'enforcement'],
        to: 'vacated',
        by: ['handler'],
        needs: ['vacatedOn'],
      },
      demolish: {
        label: say('拆除', 'Demolish'),
        from: ['vacated'],
        to: 'demolished',
        by: ['unitHead'],
        needs: ['demolishedOn', 'evidence'],
      },
    },
  },
  geometry: 'place',
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    counting('listedOn', 'compensationUnitsListed', '应签约的单元', 'Units to sign'),
    {
      ...counting('signedOn', 'compensationUnitsSigned', '已签约的单元', 'Units signed', ...signed),
      anyOf: ['E1', 'E2'],
    },
    {
      ...counting('demolishedOn', 'compensationUnitsDemolished', '已拆除的单元', 'Units demolished', 'demolished'),
      anyOf: ['E1', 'E3'],
    },
  ],
  source: book1('§D R03、§A9.2、§A10 ALG-07、§C T12 T15 T16'),
})
