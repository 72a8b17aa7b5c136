import { type Condition, type Feed, type Lifecycle, register, state } from '@guatu/core/fact'
import { caseHandlersOnly } from './access.ts'
import { book2, countsOne, keptFor, limit, say } from './common.ts'
import { disputeColumns, mediations, ofKind, petitions } from './dispute-columns.ts'

const handlers = ['handler'] as const
const b5 = book2('§B B5 [C]')
const lawful = (id: string, value: number, source = b5) => limit(`dispute_case.${id}`, value, 'legalDay', source)

/** 信访: from receipt to opinion, and whoever is not content asks for a review and a re-review. */
const petitionMoves: Lifecycle['moves'] = {
  acceptPetition: {
    label: say('受理告知', 'Accept and tell'),
    from: ['received'],
    to: 'accepted',
    by: handlers,
    when: petitions,
    within: { limit: lawful('notice', 15), after: 'receivedOn' },
    needs: ['acceptedOn', 'noticeOn', 'opinionDueOn'],
  },
  refuse: {
    label: say('不予受理', 'Refuse'),
    from: ['received'],
    to: 'notAccepted',
    by: ['unitHead'],
    when: petitions,
    because: true,
    needs: ['noticeOn'],
  },
  handle: { label: say('开始办理', 'Handle'), from: ['accepted'], to: 'handling', by: handlers, when: petitions },
  giveOpinion: {
    label: say('出具处理意见', 'Give the opinion'),
    from: ['handling'],
    to: 'opinion',
    by: handlers,
    when: petitions,
    within: {
      limit: lawful('opinion', 60),
      cases: [{ when: { column: 'extendedOn', filled: true }, limit: lawful('opinion_extended', 90) }],
      after: 'acceptedOn',
    },
    needs: ['opinionOn', 'result'],
  },
  askReview: {
    label: say('申请复查', 'Ask for a review'),
    from: ['opinion'],
    to: 'review',
    by: handlers,
    because: true,
    within: { limit: lawful('ask_review', 30), after: 'opinionOn' },
    needs: ['reviewRequestedOn'],
    decidedBy: say('信访人', 'the petitioner'),
  },
  review: {
    label: say('复查', 'Review'),
    from: ['review'],
    to: 'reviewed',
    by: handlers,
    within: { limit: lawful('review', 30), after: 'reviewRequestedOn' },
    needs: ['reviewedOn'],
    decidedBy: say('复查机关', 'the reviewing body'),
  },
  askRereview: {
    label: say('申请复核', 'Ask for a re-review'),
    from: ['reviewed'],
    to: 'rereview',
    by: handlers,
    because: true,
    within: { limit: lawful('ask_rereview', 30), after: 'reviewedOn' },
    needs: ['rereviewRequestedOn'],
    decidedBy: say('信访人', 'the petitioner'),
  },
  rereview: {
    label: say('复核终结', 'Re-review'),
    from: ['rereview'],
    to: 'closed',
    by: handlers,
    within: { limit: lawful('rereview', 30), after: 'rereviewRequestedOn' },
    needs: ['rereviewedOn', 'closedOn'],
    decidedBy: say('复核机关', 'the re-reviewing body'),
  },
  closePetition: {
    label: say('办结', 'Close'),
    from: ['opinion', 'reviewed'],
    to: 'closed',
    by: ['unitHead'],
    needs: ['closedOn'],
  },
}

/** 调解: from the window to an agreement, which a court or a notary may confirm, and its performance. */
const mediationMoves: Lifecycle['moves'] = {
  acceptMediation: {
    label: say('受理调解', 'Accept'),
    from: ['received'],
    to: 'accepted',
    by: handlers,
    when: mediations,
    needs: ['acceptedOn'],
  },
  assign: {
    label: say('指派', 'Assign'),
    from: ['accepted'],
    to: 'assigned',
    by: handlers,
    when: mediations,
    within: { limit: limit('dispute_case.assign', 3, 'workday', book2('§C R9')), after: 'acceptedOn' },
    needs: ['handlerOrg'],
  },
  mediate: { label: say('开始调解', 'Mediate'), from: ['assigned'], to: 'mediating', by: handlers },
  agree: {
    label: say('达成协议', 'Agree'),
    from: ['mediating'],
    to: 'agreed',
    by: handlers,
    within: { limit: limit('dispute_case.mediation', 30, 'day', book2('§B B5 [P]')), after: 'acceptedOn' },
    needs: ['agreedOn', 'agreementKind', 'performedOnSpot', 'result'],
  },
  fail: { label: say('调解不成', 'Fail'), from: ['mediating'], to: 'failed', by: handlers, because: true },
  applyForConfirmation: {
    label: say('申请司法确认', 'Apply to the court'),
    from: ['agreed'],
    to: 'confirming',
    by: handlers,
    when: { column: 'confirmRoute', is: 'judicial' },
    within: { limit: lawful('confirmation', 30), after: 'agreedOn' },
    needs: ['confirmAppliedOn'],
  },
  confirm: {
    label: say('裁定确认', 'Confirm'),
    from: ['confirming'],
    to: 'confirmed',
    by: handlers,
    within: { limit: lawful('court', 30, book2('§B B5 [P]')), after: 'confirmAppliedOn' },
    needs: ['confirmedOn'],
    decidedBy: say('法院', 'the court'),
  },
  notarise: {
    label: say('赋强公证', 'Notarise'),
    from: ['agreed'],
    to: 'confirmed',
    by: handlers,
    when: { column: 'confirmRoute', is: 'notary' },
    needs: ['confirmedOn'],
    decidedBy: say('公证处', 'the notary'),
  },
  perform: {
    label: say('履行', 'Perform'),
    from: ['agreed', 'confirmed'],
    to: 'performed',
    by: handlers,
    needs: ['performedOn'],
  },
  closeMediation: {
    label: say('结案', 'Close'),
    from: ['failed', 'performed'],
    to: 'closed',
    by: ['unitHead'],
    needs: ['closedOn'],
  },
}

const lifecycle: Lifecycle = {
  initial: 'received',
  states: {
    received: state('已收到', 'received'),
    accepted: state('已受理', 'accepted'),
    assigned: state('已指派', 'assigned'),
    mediating: state('调解中', 'in mediation'),
    agreed: state('已达成协议', 'agreed'),
    confirming: state('申请确认中', 'before the court'),
    confirmed: state('已确认', 'confirmed'),
    performed: state('已履行', 'performed'),
    failed: state('调解不成', 'failed'),
    handling: state('办理中', 'being handled'),
    opinion: state('已出意见', 'opinion given'),
    review: state('复查中', 'in review'),
    reviewed: state('已复查', 'reviewed'),
    rereview: state('复核中', 'in re-review'),
    closed: state('已办结', 'closed'),
    resolved: state('已化解', 'resolved', { end: true }),
    notAccepted: state('不予受理', 'not accepted', { end: true }),
    transferred: state('已转送', 'transferred', { end: true }),
    withdrawn: state('已撤回', 'withdrawn', { end: true }),
  },
  moves: {
    ...petitionMoves,
    ...mediationMoves,
    resolve: {
      label: say('化解', 'Resolve'),
      from: ['closed'],
      to: 'resolved',
      by: ['unitHead'],
      when: { not: ofKind('backlog') },
      needs: ['resolvedOn'],
    },
    resolveBacklog: {
      label: say('积案化解', 'Resolve a backlog case'),
      from: ['closed'],
      to: 'resolved',
      by: ['unitHead'],
      when: ofKind('backlog'),
      needs: ['performedOn', 'signedOffOn', 'resolvedOn'],
      decidedBy: say('区级部门', 'the district'),
    },
    reopen: {
      label: say('重新办理', 'Reopen'),
      from: ['closed', 'resolved'],
      to: 'handling',
      by: ['unitHead'],
      because: true,
    },
    transfer: {
      label: say('转送', 'Transfer'),
      from: ['received', 'accepted'],
      to: 'transferred',
      by: handlers,
      because: true,
      decidedBy: say('接收单位', 'the receiving unit'),
    },
    withdraw: {
      label: say('撤回', 'Withdraw'),
      from: ['received', 'accepted', 'assigned', 'mediating', 'handling'],
      to: 'withdrawn',
      by: handlers,
      because: true,
    },
  },
}

const one = (datedBy: string, measure: string, zh: string, en: string, ...conditions: readonly Condition[]): Feed =>
  countsOne(datedBy, measure, zh, en, { not: { state: ['withdrawn', 'transferred'] } }, ...conditions)

/** Written, and not performed on the spot: an agreement that can still be confirmed. */
const eligible: Condition = {
  all: [{ column: 'agreementKind', is: 'written' }, { not: { column: 'performedOnSpot', is: true } }],
}

/** 矛盾纠纷台账: one row is one case by its number elsewhere; who the parties are stays in that system. */
export const disputeCase = register({
  id: 'disputeCase',
  label: say('矛盾纠纷台账', 'Disputes and petitions'),
  prefix: 'JF',
  columns: disputeColumns,
  key: ['caseKind', 'sourceSystemNo'],
  rules: [
    { kind: 'inOrder', columns: ['receivedOn', 'acceptedOn', 'opinionOn', 'closedOn', 'resolvedOn'] },
    { kind: 'inOrder', columns: ['receivedOn', 'noticeDueOn'] },
    { kind: 'inOrder', columns: ['acceptedOn', 'agreedOn', 'confirmAppliedOn', 'confirmedOn'] },
    {
      kind: 'inOrder',
      columns: ['opinionOn', 'reviewRequestedOn', 'reviewedOn', 'rereviewRequestedOn', 'rereviewedOn'],
    },
    {
      kind: 'must',
      column: 'agreementNo',
      when: { column: 'agreementKind', is: 'written' },
      holds: { column: 'agreementNo', filled: true },
      says: say('书面协议要填协议书号', 'a written agreement has a number'),
    },
  ],
  lifecycle,
  privacy: 'L3',
  evidence: 'evidence',
  access: caseHandlersOnly,
  feeds: [
    one('noticeDueOn', 'petitionNoticesDue', '到期应告知的信访', 'Notices due', petitions),
    one('noticeDueOn', 'petitionNoticesInTime', '按期告知的信访', 'Notices in time', petitions, {
      column: 'noticeOn',
      notAfter: 'noticeDueOn',
    }),
    one('opinionDueOn', 'petitionOpinionsDue', '到期应答复的信访', 'Opinions due', petitions),
    one('opinionDueOn', 'petitionOpinionsInTime', '按期答复的信访', 'Opinions in time', petitions, {
      column: 'opinionOn',
      notAfter: 'opinionDueOn',
    }),
    one('receivedOn', 'backlogListed', '列入的积案', 'Backlog cases listed', ofKind('backlog')),
    one(
      'resolvedOn',
      'backlogResolved',
      '化解的积案',
      'Backlog cases resolved',
      ofKind('backlog'),
      { state: ['resolved'] },
      { column: 'repeatedOn', filled: false },
    ),
    one('receivedOn', 'receptionCases', '领导接访登记的案件', 'Cases of receptions', ofKind('leaderReception')),
    one('agreedOn', 'agreementsEligible', '可确认的调解协议', 'Agreements that can be confirmed', mediations, eligible),
    one(
      'agreedOn',
      'agreementsConfirmed',
      '已确认的调解协议',
      'Agreements confirmed',
      mediations,
      eligible,
      { column: 'confirmRoute', is: ['judicial', 'notary'] },
      { column: 'confirmedOn', filled: true },
    ),
  ],
  retention: keptFor('disputeCase', 2, 'closedOn', 'anonymise'),
  source: book2('§C R9、§A T48 T49、§B B5'),
})
