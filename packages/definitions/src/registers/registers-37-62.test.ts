import { checkRow, factsOf, type OfficeContext, type Register, type RowValues } from '@guatu/core/fact'
import { day } from '@guatu/core/shared'
import { describe, expect, test } from 'vitest'
import { registers } from './index.ts'

const today = day('2023-12-31')
const office: OfficeContext = {
  today,
  units: new Set(['司法所', '劳动办', '党建办', '应急办', '党政办', '经济服务办']),
  communities: new Set(['和平', '塘尾']),
  targets: new Set(),
  area: null,
  hasRow: (_, id) => id === 'r1',
}

function registerOf(id: string): Register {
  const found = registers.find((one) => one.id === id)
  if (!found) throw new Error(`no register ${id}`)
  return found
}

const files = (...classes: readonly ('E1' | 'E2' | 'E3' | 'E4')[]) =>
  classes.map((one, at) => ({ id: `f${at}`, class: one }))
const of = (leadUnit: string) => ({ community: '和平', leadUnit })
/** A moment by the clock of the office. */
const at = (on: string, clock: string) => new Date(`${on}T${clock}:00+08:00`).toISOString()

const penalty: RowValues = {
  ...of('应急办'),
  caseNo: '消罚2023-018',
  lawArea: 'fire',
  partyKind: 'individual',
  clueSource: 'inspection',
  foundOn: '2023-03-01',
  filedOn: '2023-03-03',
  decisionDueOn: '2023-06-01',
  officers: '2',
  noticeOn: '2023-04-10',
  decisionOn: '2023-05-31',
  decisionNo: '街消罚〔2023〕18号',
  measures: ['fine'],
  amount: '500',
  evidence: files('E1'),
}
const mediation: RowValues = {
  ...of('司法所'),
  caseKind: 'mediation',
  sourceSystemNo: 'TJ-2023-0501',
  channel: 'window',
  category: 'tenancy',
  partiesBand: '2',
  receivedOn: '2023-08-20',
  acceptedOn: '2023-08-21',
  handlerOrg: '社区调解委员会',
  result: 'agreed',
  agreementKind: 'written',
  agreementNo: '2023-77',
  agreedOn: '2023-09-01',
  performedOnSpot: false,
  confirmRoute: 'judicial',
  confirmAppliedOn: '2023-09-20',
  confirmedOn: '2023-10-08',
  performedOn: '2023-10-20',
  evidence: files('E1'),
}
const petition: RowValues = {
  ...of('司法所'),
  caseKind: 'petition',
  sourceSystemNo: 'XF-2023-0301',
  channel: 'visit',
  category: 'property',
  partiesBand: '10to29',
  receivedOn: '2023-03-01',
  noticeDueOn: '2023-03-16',
  noticeOn: '2023-03-16',
  acceptedOn: '2023-03-10',
  opinionDueOn: '2023-05-09',
  opinionOn: '2023-05-10',
  result: 'opinionIssued',
  evidence: files('E2'),
}
const backlog: RowValues = {
  ...petition,
  caseKind: 'backlog',
  closedOn: '2023-06-01',
  performedOn: '2023-07-01',
  signedOffOn: '2023-07-10',
  resolvedOn: '2023-07-11',
}
const claim: RowValues = {
  ...of('劳动办'),
  track: 'arbitration',
  sourceSystemNo: 'ZC-2023-118',
  employerName: '某电子公司',
  workers: '9',
  claimKind: 'wage',
  receivedOn: '2023-08-12',
  acceptedOn: '2023-08-16',
  dueOn: '2023-10-07',
  hearingOn: '2023-09-12',
  closedOn: '2023-09-20',
  closeKind: 'mediation',
  jointRoute: 'unionLabourCourt',
  evidence: files('E1'),
}
const complaint: RowValues = {
  ...of('劳动办'),
  track: 'complaint',
  sourceSystemNo: 'TS-2023-9',
  employerName: '某电子公司',
  workers: '1',
  claimKind: 'overtime',
  receivedOn: '2023-05-15',
  registeredOn: '2023-05-15',
  acceptedOn: '2023-05-16',
  dueOn: '2023-06-05',
  closedOn: '2023-06-06',
  closeKind: 'order',
  evidence: files('E2'),
}
const branchMeeting: RowValues = {
  ...of('党建办'),
  meetingType: 'branchMembers',
  organisation: 'r1',
  heldOn: '2023-06-20',
  shouldAttend: '21',
  attended: '15',
  quorumMet: true,
  firstTopicFirst: true,
  firstTopic: '学习重要讲话精神',
  evidence: files('E4'),
}
const reception: RowValues = {
  ...of('司法所'),
  meetingType: 'leaderReception',
  leaderPost: '分管领导甲',
  plannedOn: '2023-06-10',
  dueOn: '2023-06-30',
  heldOn: '2023-06-12',
  casesRegistered: '3',
  evidence: files('E4'),
}
const rescue: RowValues = {
  ...of('党政办'),
  kind: 'emergencyInfo',
  matterClass: 'emergency',
  title: '某仓库起火',
  classified: false,
  happenedAt: at('2023-07-01', '14:00'),
  dueAt: at('2023-07-01', '15:00'),
  phonedAt: at('2023-07-01', '14:30'),
  sentAt: at('2023-07-01', '15:00'),
  toBody: '区委值班室',
  evidence: files('E4'),
}
const receipt: RowValues = {
  movementNo: 'RK-1',
  item: 'r1',
  kind: 'in',
  movedOn: '2023-04-01',
  quantity: '300',
  expiresOn: '2023-11-30',
  evidence: files('E1'),
}
const counting: RowValues = {
  movementNo: 'PD-1',
  item: 'r1',
  kind: 'count',
  movedOn: '2023-04-10',
  quantity: '1230',
  difference: '-20',
  differenceShare: '1.6',
  evidence: files('E4'),
}
const typhoon: RowValues = {
  ...of('应急办'),
  kind: 'typhoon',
  name: '防台风Ⅰ级响应',
  level: '1',
  areaScope: '全街道',
  orderedBy: '三防指挥部',
  startAt: at('2023-09-01', '12:00'),
  endAt: at('2023-09-02', '14:00'),
  dead: '0',
  majorIncidents: '0',
  evidence: files('E2'),
}
const shift: RowValues = {
  ...of('应急办'),
  occasion: 'response',
  response: 'r1',
  post: '社区值守一岗',
  role: 'community',
  startsAt: at('2023-09-01', '12:00'),
  endsAt: at('2023-09-02', '00:00'),
  orderedAt: at('2023-09-01', '12:00'),
  acknowledgedAt: at('2023-09-01', '12:15'),
  inPlaceAt: at('2023-09-01', '12:15'),
  firstReportAt: at('2023-09-01', '13:00'),
  evidence: files('E4'),
}
const protection: RowValues = {
  ...of('应急办'),
  occasion: 'protectionPeriod',
  response: 'r1',
  post: '值班一岗',
  role: 'officer',
  startsAt: at('2023-03-05', '08:00'),
  endsAt: at('2023-03-05', '20:00'),
  inPlaceAt: at('2023-03-05', '08:00'),
  zeroReportDueAt: at('2023-03-05', '16:00'),
  zeroReportAt: at('2023-03-05', '16:01'),
  evidence: files('E4'),
}
const purchase: RowValues = {
  ...of('经济服务办'),
  kind: 'purchase',
  enteredOn: '2023-01-12',
  buyerType: 'union',
  buyer: '某公司工会',
  supplier: '某农产品公司',
  originCounty: '甲县',
  originListed: true,
  amount: '1712000',
  refund: '97000',
  refundedOn: '2023-06-20',
  invoiceNo: '04403456',
  paidOn: '2023-01-15',
  evidence: files('E1'),
}
const village: RowValues = {
  ...of('经济服务办'),
  kind: 'villageVisit',
  enteredOn: '2023-05-01',
  village: 'V01',
  visitedOn: '2023-05-10',
  problems: '灌渠渗漏',
  help: '修复灌渠',
  helpedOn: '2023-08-10',
  evidence: files('E4'),
}

const seat: RowValues = {
  organisation: 'r1',
  community: '和平',
  postName: '兼职委员',
  unitKind: 'medical',
  direction: 'in',
  approvedOn: '2022-12-01',
  filled: true,
  since: '2023-03-01',
  serial: '1',
  evidence: files('E1'),
}
const tenHaves = [
  'organisation',
  'loudspeaker',
  'siren',
  'shelter',
  'riskMap',
  'card',
  'communication',
  'lighting',
  'booklet',
  'board',
]
const reduction: RowValues = {
  ...of('应急办'),
  orgType: 'reductionCommunity',
  name: '和平社区综合减灾社区',
  approvalDocNo: '深应急〔2023〕9号',
  approvedOn: '2023-02-01',
  reductionItems: tenHaves,
  acceptanceScore: '92',
  acceptedOn: '2023-10-20',
  evidence: files('E1'),
}
/** 60+, at least one dose, by the national briefings that the book quotes; in ten thousands. */
const dose: RowValues = {
  indicator: 'vaccineFirst60',
  community: 'street',
  periodType: 'month',
  periodStart: '2022-12-01',
  asOf: '2022-12-13',
  value: '91.0',
  unit: '%',
  numerator: '24021.9',
  denominator: '26397.7',
  base: '2020年普查',
  quality: 'valid',
  sourceName: '疾控通报',
  revision: '1',
  evidence: files('E2'),
}

type Case = [what: string, register: string, row: RowValues, state: string | null, facts: readonly string[]]

/** What a row says, as `measure quantity day`, with what evidence it lacks behind it. */
const saidBy = (register: Register, values: RowValues, state: string | null): string[] =>
  factsOf(register, { values, state, today }).map(({ serves, quantity, trueOn, lacks }) =>
    [Object.values(serves)[0], quantity, trueOn.slice(5), ...(lacks.length > 0 ? [`缺${lacks.join('、')}`] : [])].join(
      ' ',
    ),
  )

describe('照任务书 37–62 填的行，收得下，说出该说的事实', () => {
  test.each<Case>([
    [
      '消防案件立案，按期决定；罚款多少不入账',
      'enforcementCase',
      penalty,
      'decided',
      ['fireCases 1 03-03', 'casesFiled 1 03-03', 'caseDecisionsDue 1 06-01', 'caseDecisionsInTime 1 06-01'],
    ],
    ['线索不算案件', 'enforcementCase', penalty, 'clue', []],
    [
      '书面协议、没有当场履行、司法确认',
      'disputeCase',
      mediation,
      'performed',
      ['agreementsEligible 1 09-01', 'agreementsConfirmed 1 09-01'],
    ],
    ['当场履行的不用确认', 'disputeCase', { ...mediation, performedOnSpot: true }, 'performed', []],
    [
      '第十六天告知在期内，晚一天答复是逾期',
      'disputeCase',
      petition,
      'opinion',
      ['petitionNoticesDue 1 03-16', 'petitionNoticesInTime 1 03-16', 'petitionOpinionsDue 1 05-09'],
    ],
    [
      '积案化解了才算，只办结不算',
      'disputeCase',
      { ...backlog, noticeDueOn: '2023-03-16' },
      'closed',
      [
        'petitionNoticesDue 1 03-16',
        'petitionNoticesInTime 1 03-16',
        'petitionOpinionsDue 1 05-09',
        'backlogListed 1 03-01',
      ],
    ],
    [
      '又来上访的积案不算化解',
      'disputeCase',
      { ...backlog, repeatedOn: '2023-08-01' },
      'resolved',
      [
        'petitionNoticesDue 1 03-16',
        'petitionNoticesInTime 1 03-16',
        'petitionOpinionsDue 1 05-09',
        'backlogListed 1 03-01',
      ],
    ],
    [
      '仲裁案件调解结案，工会、劳动、法庭一起',
      'labourCase',
      claim,
      'closed',
      [
        'arbitrationAccepted 1 08-16',
        'arbitrationClosed 1 09-20',
        'jointMediations 1 09-20',
        'jointCasesClosed 1 09-20',
        'jointCasesAgreed 1 09-20',
        'labourCasesAccepted 1 08-16',
        'labourCasesMediated 1 08-16',
      ],
    ],
    [
      '投诉当日登记，晚一天办结',
      'labourCase',
      complaint,
      'closed',
      ['complaintsReceived 1 05-15', 'complaintsSameDay 1 05-15', 'complaintsDue 1 06-05'],
    ],
    [
      '支部党员大会，首项为第一议题',
      'meetingRecord',
      branchMeeting,
      'held',
      ['firstTopicMeetings 1 06-20', 'branchMembersMeetings 1 06-20'],
    ],
    ['到会不过半数的会不算', 'meetingRecord', { ...branchMeeting, attended: '10', quorumMet: false }, 'held', []],
    ['计划中的会不算', 'meetingRecord', branchMeeting, 'planned', []],
    ['按期接访', 'meetingRecord', reception, 'held', ['receptionsDue 1 06-30', 'receptionsKept 1 06-30']],
    ['到期没有接访', 'meetingRecord', { ...reception, heldOn: null }, 'planned', ['receptionsDue 1 06-30']],
    [
      '三十分钟内电话、一小时内书面',
      'reportItem',
      rescue,
      'sent',
      ['reportsDue 1 07-01', 'reportsInTime 1 07-01', 'emergencies 1 07-01', 'emergenciesInTime 1 07-01'],
    ],
    [
      '电话晚了一分钟',
      'reportItem',
      { ...rescue, phonedAt: at('2023-07-01', '14:31') },
      'sent',
      ['reportsDue 1 07-01', 'reportsInTime 1 07-01', 'emergencies 1 07-01'],
    ],
    ['入库，到期日自己减去', 'stockMovement', receipt, null, ['stockChange 300 04-01', 'stockChange -300 11-30']],
    [
      '到期前领用的，到期日不再减',
      'stockMovement',
      { ...receipt, movementNo: 'CK-1', kind: 'out', movedOn: '2023-06-01', quantity: '100' },
      null,
      ['stockChange -100 06-01', 'stockChange 100 11-30'],
    ],
    [
      '过期报废不再减一次',
      'stockMovement',
      { ...receipt, movementNo: 'BF-1', kind: 'scrapExpired', movedOn: '2023-12-05', quantity: '200' },
      null,
      [],
    ],
    ['盘亏二十件', 'stockMovement', counting, null, ['stockChange -20 04-10', 'stockCounts 1 04-10']],
    ['一次响应没有死人，写零', 'response', typhoon, 'ended', ['responsesOrdered 1 09-01', 'floodDeaths 0 09-02']],
    ['只是建议，没有下令', 'response', typhoon, 'suggested', []],
    [
      '社区十五分钟到岗，一小时首报',
      'dutyShift',
      shift,
      'inPlace',
      ['shiftsCalled 1 09-01', 'shiftsAcknowledged 1 09-01', 'shiftsArrived 1 09-01', 'shiftsOnTime 1 09-01'],
    ],
    [
      '社区十六分钟到岗，晚了',
      'dutyShift',
      { ...shift, inPlaceAt: at('2023-09-01', '12:16') },
      'inPlace',
      ['shiftsCalled 1 09-01', 'shiftsAcknowledged 1 09-01'],
    ],
    [
      '领导三十分钟到岗',
      'dutyShift',
      { ...shift, role: 'leader', inPlaceAt: at('2023-09-01', '12:30') },
      'inPlace',
      ['shiftsCalled 1 09-01', 'shiftsAcknowledged 1 09-01', 'shiftsArrived 1 09-01', 'shiftsOnTime 1 09-01'],
    ],
    [
      '防护期准点到岗，零报告晚一分钟',
      'dutyShift',
      protection,
      'inPlace',
      ['protectionShiftsDue 1 03-05', 'protectionShiftsInPlace 1 03-05', 'zeroReportsDue 1 03-05'],
    ],
    [
      '付款计入，退款减去',
      'assistance',
      purchase,
      'refunded',
      ['purchasesPaid 1712000 01-15', 'purchasesPaid -97000 06-20'],
    ],
    [
      '到位的兼职委员',
      'organisationSeat',
      seat,
      null,
      ['seatsFilled 1 03-01', 'seatsApproved 1 12-01', 'partTimeMembers 1 03-01', 'partTimeMedical 1 03-01'],
    ],
    [
      '空缺的席位只是核定',
      'organisationSeat',
      { ...seat, filled: false, since: null },
      null,
      ['seatsApproved 1 12-01'],
    ],
    ['十个有齐了，验收了', 'organisation', reduction, 'accepted', ['reductionCommunities 1 10-20']],
    ['十个有缺一个', 'organisation', { ...reduction, reductionItems: tenHaves.slice(1) }, 'accepted', []],
    ['产地不在名单内的不算', 'assistance', { ...purchase, originListed: false }, 'refunded', []],
    [
      '没有发票不算',
      'assistance',
      { ...purchase, refund: null, refundedOn: null, evidence: files('E4') },
      'paid',
      ['purchasesPaid 1712000 01-15 缺E1'],
    ],
    ['回头看、回头帮都有', 'assistance', village, 'helped', ['villagesLookedBack 1 05-10', 'villagesHelped 1 08-10']],
    [
      '只去看过，没有帮',
      'assistance',
      { ...village, help: null, helpedOn: null },
      'visited',
      ['villagesLookedBack 1 05-10'],
    ],
  ])('%s', (_, id, row, state, facts) => {
    const checked = checkRow(registerOf(id), row, office, state)
    expect(checked.ok ? [] : checked.problems.map(({ column, problem }) => `${column} ${problem.says.zh}`)).toEqual([])
    expect(saidBy(registerOf(id), row, state)).toEqual(facts)
  })
})

describe('填错的行，一栏一栏说出哪里错', () => {
  test.each<[string, string, RowValues, string | null, readonly string[]]>([
    ['一个人办案', 'enforcementCase', { ...penalty, officers: '1' }, 'filed', ['officers fact.number_below']],
    [
      '个人案件不填当事企业',
      'enforcementCase',
      { ...penalty, enterprise: 'r1' },
      'filed',
      ['enterprise fact.not_asked_here'],
    ],
    ['罚款没有金额', 'enforcementCase', { ...penalty, amount: null }, 'decided', ['amount fact.column_missing']],
    [
      '警告没有罚款金额',
      'enforcementCase',
      { ...penalty, measures: ['warning'] },
      'decided',
      ['amount fact.not_asked_here'],
    ],
    [
      '决定早于告知',
      'enforcementCase',
      { ...penalty, decisionOn: '2023-04-09' },
      'decided',
      ['decisionOn fact.out_of_order'],
    ],
    [
      '书面协议没有编号',
      'disputeCase',
      { ...mediation, agreementNo: null },
      'agreed',
      ['agreementNo fact.rule_broken'],
    ],
    [
      '调解没有信访的期限',
      'disputeCase',
      { ...mediation, noticeDueOn: '2023-09-01' },
      'received',
      ['noticeDueOn fact.not_asked_here'],
    ],
    [
      '积案没有区级销案，不能算化解',
      'disputeCase',
      { ...backlog, signedOffOn: null },
      'resolved',
      ['signedOffOn fact.needed_here'],
    ],
    [
      '备注里写了手机号',
      'disputeCase',
      { ...mediation, remark: '当事人13800138000' },
      'received',
      ['remark fact.personal_number'],
    ],
    ['十人的案件没有标群体性', 'labourCase', { ...claim, workers: '10' }, 'received', ['groupCase fact.rule_broken']],
    ['结案没有方式', 'labourCase', { ...claim, closeKind: null }, 'closed', ['closeKind fact.needed_here']],
    ['中止没有原因', 'labourCase', { ...claim, suspendedDays: '5' }, 'hearing', ['suspendedFor fact.needed_here']],
    ['实到多于应到', 'meetingRecord', { ...branchMeeting, attended: '22' }, 'held', ['shouldAttend fact.out_of_order']],
    [
      '有第一议题没有内容',
      'meetingRecord',
      { ...branchMeeting, firstTopic: null },
      'held',
      ['firstTopic fact.needed_here'],
    ],
    [
      '接访没有领导岗位',
      'meetingRecord',
      { ...reception, leaderPost: null },
      'held',
      ['leaderPost fact.column_missing'],
    ],
    [
      '涉密件写了批复情况',
      'reportItem',
      { ...rescue, classified: true, reply: '同意' },
      'sent',
      ['reply fact.rule_broken'],
    ],
    ['紧急信息没有发生时间', 'reportItem', { ...rescue, happenedAt: null }, 'sent', ['happenedAt fact.needed_here']],
    [
      '过期的还领用',
      'stockMovement',
      { ...receipt, kind: 'out', movedOn: '2023-12-01' },
      null,
      ['movedOn fact.rule_broken'],
    ],
    ['入库零件', 'stockMovement', { ...receipt, quantity: '0' }, null, ['quantity fact.rule_broken']],
    [
      '盘点差异百分之二，要说明',
      'stockMovement',
      { ...counting, differenceShare: '2' },
      null,
      ['headNote fact.needed_here'],
    ],
    ['响应没有级别', 'response', { ...typhoon, level: null }, 'ordered', ['level fact.needed_here']],
    [
      '蓝色暴雨信号',
      'warningSignal',
      {
        kind: 'rainstorm',
        level: 'blue',
        areaScope: '全市',
        coversUs: true,
        notedOn: '2023-09-07',
        sourceName: '气象台',
      },
      null,
      ['level fact.rule_broken'],
    ],
    ['一班十三小时', 'dutyShift', { ...shift, endsAt: at('2023-09-02', '01:00') }, null, ['endsAt fact.too_long']],
    ['不能值班没有替班', 'dutyShift', { ...shift, notAvailable: true }, null, ['substitutePost fact.rule_broken']],
    ['退款大于金额', 'assistance', { ...purchase, refund: '1712001' }, 'refunded', ['amount fact.out_of_order']],
    ['回访没有村', 'assistance', { ...village, village: null }, 'visited', ['village fact.needed_here']],
  ])('%s', (_, id, row, state, problems) => {
    const checked = checkRow(registerOf(id), row, office, state)
    expect(checked.ok ? [] : checked.problems.map(({ column, problem }) => `${column} ${problem.code}`)).toEqual(
      problems,
    )
  })
})

// 24,021.9 of 26,397.7 and 24,168.8 of 25,149.6: hardly more people, five points more, since the base was surveyed anew.
test('换了口径的接种率各是一行，旧的不改', () => {
  const surveyed = {
    ...dose,
    periodStart: '2023-02-01',
    asOf: '2023-02-23',
    value: '96.1',
    numerator: '24168.8',
    denominator: '25149.6',
    base: '2022年专项摸底',
  }
  const reading = registerOf('reading')
  for (const row of [dose, surveyed]) expect(checkRow(reading, row, office).ok).toBe(true)
  expect(reading.key).toContain('base')
  const { base: _, ...without } = surveyed
  const refused = checkRow(reading, without, office)
  expect(refused.ok ? [] : refused.problems.map(({ column }) => column)).toEqual(['base'])
})

describe('限制知悉', () => {
  test.each(['disputeCase', 'labourCase'])('%s 是L3，只限承办岗位，少于五件不显示', (id) => {
    const { privacy, access } = registerOf(id)
    expect([privacy, access.restricted?.circle.zh, access.restricted?.sumOfMin]).toEqual(['L3', '承办岗位', 5])
    const readers = access.read.flatMap(({ duties }) => duties)
    for (const duty of ['supervisor', 'chief', 'viewer', 'communityStaff', 'gridWorker'] as const)
      expect(readers).not.toContain(duty)
  })

  test('请示报告的事项和批复只给承办的人看', () => {
    const { columns } = registerOf('reportItem')
    expect(Object.entries(columns).flatMap(([id, { privacy }]) => (privacy === 'L3' ? [id] : []))).toEqual([
      'title',
      'reply',
      'followUp',
    ])
  })

  test('罚款的宗数和金额不是任何指标的来源', () => {
    const { feeds } = registerOf('enforcementCase')
    expect(feeds.filter(({ gives }) => gives !== 'one')).toEqual([])
    expect(JSON.stringify(feeds)).not.toContain('"fine"')
  })
})
