import { type Condition, choice, count, date, evidence, text, yesNo } from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { asked, belonging, type Columns, provenance, say } from './common.ts'

const caseKinds = [
  ['mediation', '调解', 'Mediation'],
  ['petition', '信访', 'Petition'],
  ['leaderReception', '领导接访', 'Leader’s reception'],
  ['backlog', '积案', 'Backlog'],
] as const

type CaseKind = (typeof caseKinds)[number][0]
export const ofKind = (...kinds: readonly CaseKind[]): Condition => ({ column: 'caseKind', is: kinds })
export const petitions = ofKind('petition', 'backlog')
export const mediations = ofKind('mediation', 'leaderReception')

const head: Columns = {
  caseKind: choice(say('案件类型', 'Kind of case'), caseKinds, { required: true }),
  sourceSystemNo: text(say('原系统编号', 'Number in its own system'), 64, { required: true }),
  channel: choice(
    say('渠道', 'Channel'),
    [
      ['window', '窗口', 'Window'],
      ['hotline', '热线', 'Hotline'],
      ['online', '网上', 'On line'],
      ['visit', '走访', 'Visit'],
      ['transfer', '转办', 'Transfer'],
    ],
    { required: true },
  ),
  category: choice(
    say('纠纷类别', 'Category'),
    [
      ['labour', '劳资', 'Labour'],
      ['property', '物业', 'Property management'],
      ['neighbours', '邻里', 'Neighbours'],
      ['tenancy', '租赁', 'Tenancy'],
      ['consumer', '消费', 'Consumer'],
      ['contract', '合同', 'Contract'],
      ['medical', '医疗', 'Medical'],
      ['traffic', '交通', 'Traffic'],
      ['family', '婚姻家庭', 'Family'],
      ['demolition', '征拆', 'Demolition'],
      ['noise', '噪声', 'Noise'],
      ['other', '其他', 'Other'],
    ],
    { required: true },
  ),
  ...belonging,
  severity: choice(say('程度', 'Severity'), [
    ['general', '一般', 'General'],
    ['major', '重大', 'Major'],
    ['complex', '疑难复杂', 'Complex'],
  ]),
  partiesBand: choice(
    say('涉及人数', 'People concerned'),
    [
      ['2', '2人', '2'],
      ['3to9', '3–9人', '3 to 9'],
      ['10to29', '10–29人', '10 to 29'],
      ['30up', '30人及以上', '30 and more'],
    ],
    { required: true },
  ),
  amountBand: choice(say('涉及金额', 'Amount concerned'), [
    ['under1', '1万元以下', 'Under 10,000'],
    ['1to10', '1–10万元', '10,000 to 100,000'],
    ['10to50', '10–50万元', '100,000 to 500,000'],
    ['50up', '50万元及以上', '500,000 and more'],
  ]),
  // An estate or a firm: never a person.
  cluster: text(say('关联小区（企业）', 'Estate or firm of the cluster'), 60),
  handlerOrg: text(say('承办组织', 'Body that handles it'), 120),
  method: choice(say('办理方式', 'Method'), [
    ['mediation', '调解', 'Mediation'],
    ['admin', '行政办理', 'Administrative'],
    ['litigationGuide', '引导诉讼', 'Guided to the court'],
  ]),
}

const days: Columns = {
  receivedOn: date(say('收到日期', 'Received on'), { required: true, notInFuture: true }),
  acceptedOn: date(say('受理日期', 'Accepted on'), { notInFuture: true }),
  ...asked(petitions, {
    noticeDueOn: date(say('告知期限', 'Notice due on'), { required: true }),
    noticeOn: date(say('告知日期', 'Notice given on'), { notInFuture: true }),
    opinionDueOn: date(say('答复期限', 'Opinion due on')),
    extendedOn: date(say('延期告知日期', 'Extension told on'), { notInFuture: true }),
    opinionOn: date(say('处理意见日期', 'Opinion given on'), { notInFuture: true }),
    reviewRequestedOn: date(say('申请复查日期', 'Review asked for on'), { notInFuture: true }),
    reviewedOn: date(say('复查意见日期', 'Reviewed on'), { notInFuture: true }),
    rereviewRequestedOn: date(say('申请复核日期', 'Re-review asked for on'), { notInFuture: true }),
    rereviewedOn: date(say('复核意见日期', 'Re-reviewed on'), { notInFuture: true }),
    repeatedOn: date(say('重复信访日期', 'Repeated on'), { notInFuture: true }),
  }),
  ...asked(ofKind('backlog'), {
    signedOffOn: date(say('区级销案日期', 'Signed off by the district on'), { notInFuture: true }),
  }),
  ...asked(ofKind('leaderReception'), {
    receptionPost: text(say('接访岗位', 'Post that received'), 60, { required: true }),
  }),
}

const outcome: Columns = {
  result: choice(say('结果', 'Result'), [
    ['agreed', '达成协议', 'Agreed'],
    ['failed', '调解不成', 'Failed'],
    ['withdrawn', '撤回', 'Withdrawn'],
    ['transferred', '转送', 'Transferred'],
    ['opinionIssued', '出具意见', 'Opinion given'],
  ]),
  agreementNo: text(say('协议书号', 'Agreement number'), 64),
  agreementKind: choice(say('协议形式', 'Form of the agreement'), [
    ['oral', '口头', 'Oral'],
    ['written', '书面', 'Written'],
  ]),
  agreedOn: date(say('协议生效日期', 'Agreement in effect on'), { notInFuture: true }),
  performedOnSpot: yesNo(say('当场履行', 'Performed on the spot')),
  confirmRoute: choice(say('确认途径', 'Route of confirmation'), [
    ['none', '不确认', 'None'],
    ['judicial', '司法确认', 'Judicial'],
    ['notary', '赋强公证', 'Notary'],
  ]),
  confirmAppliedOn: date(say('申请确认日期', 'Confirmation applied for on'), { notInFuture: true }),
  confirmedOn: date(say('确认日期', 'Confirmed on'), { notInFuture: true }),
  performedOn: date(say('履行日期', 'Performed on'), { notInFuture: true }),
  // 办结 is that an opinion was given, 化解 that the matter is settled and performed.
  closedOn: date(say('办结日期', 'Closed on'), { notInFuture: true }),
  resolvedOn: date(say('化解日期', 'Resolved on'), { notInFuture: true }),
  satisfaction: count(say('满意度', 'Satisfaction'), '分', { min: decimal(1), max: decimal(5) }),
}

export const disputeColumns: Columns = {
  ...head,
  ...days,
  ...outcome,
  evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2', 'E4']),
  ...provenance,
}
