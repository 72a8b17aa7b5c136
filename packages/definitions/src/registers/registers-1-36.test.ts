import type { RowValues } from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { describe, expect, test } from 'vitest'
import { files, numberOf, problemsOf, registerOf, saidBy, type Written } from './testing/rows.ts'

const belonging = { community: '和平', leadUnit: '城建办' }
const spot = { system: 'CGCS2000', shape: 'point', points: [[decimal('113.77'), decimal('22.71')]] } as const
const ground = {
  system: 'CGCS2000',
  shape: 'polygon',
  points: [
    [decimal('113.77'), decimal('22.71')],
    [decimal('113.78'), decimal('22.71')],
    [decimal('113.78'), decimal('22.72')],
  ],
} as const
const code = '914403001922038216'

const reserved: RowValues = {
  ...belonging,
  parcelNo: 'DK-01',
  parcelKind: 'landPrep',
  areaHa: '6.2',
  place: ground,
  listedOn: '2023-02-01',
  titleState: 'complete',
  outcome: 'reserve',
  useAfter: 'industrial',
  signedOn: '2023-06-20',
  clearedOn: '2023-09-01',
  measuredOn: '2023-09-20',
  handoverOn: '2023-10-10',
  registeredOn: '2023-11-01',
  registryNo: '入库-2023-01',
  evidence: files('E2'),
}
const stock: RowValues = {
  ...belonging,
  parcelNo: 'GY-01',
  parcelKind: 'stockIndustrial',
  areaHa: '5',
  place: ground,
  listedOn: '2023-01-10',
  inZone: true,
  titleState: 'partial',
  surveyedOn: '2023-03-01',
  evidence: files('E2'),
}
const home: RowValues = {
  ...belonging,
  project: 'r1',
  unitNo: 'U-001',
  unitType: 'house',
  listedOn: '2023-02-01',
  decidedOn: '2023-02-10',
  contactedOn: '2023-02-20',
  measuredOn: '2023-03-01',
  valuedOn: '2023-03-20',
  signedOn: '2023-04-20',
  evidence: files('E2'),
}
const request: RowValues = {
  ...belonging,
  demandType: 'existing',
  orgName: '某激光公司',
  uscc: code,
  registeredOn: '2023-03-01',
  areaMin: '1500',
  areaMax: '2000',
  neededBy: '2023-07-01',
  answerDueOn: '2023-03-08',
  answeredOn: '2023-03-07',
  matchedOn: '2023-03-07',
  visitedOn: '2023-03-15',
  closedOn: '2023-05-10',
  evidence: files('E1'),
}
const need: RowValues = {
  ...belonging,
  demandType: 'techNeed',
  orgName: '某精密公司',
  uscc: code,
  registeredOn: '2023-03-01',
  answerDueOn: '2023-03-08',
  answeredOn: '2023-03-08',
  matchedOn: '2023-04-02',
  techField: '机器视觉',
  problemType: 'testing',
  evidence: files('E4'),
}
const giant: RowValues = {
  ...belonging,
  listCode: 'certifiedLittleGiant',
  title: '某激光公司',
  uscc: code,
  enteredOn: '2023-01-05',
  appliedOn: '2023-02-10',
  publishedOn: '2023-07-14',
  outcome: 'listed',
  evidence: files('E1'),
}
const exempt: RowValues = {
  ...belonging,
  listCode: 'noInspection',
  title: '某激光公司',
  uscc: code,
  basis: 'fourUp',
  exclusions: ['fire', 'safety'],
  enteredOn: '2023-05-01',
  validUntil: '2024-04-30',
  evidence: files('E1'),
}
const service: RowValues = {
  ...belonging,
  listCode: 'serviceItem',
  title: '企业开办',
  itemCode: 'F-01',
  version: '1',
  serviceBasis: '公司登记管理条例',
  legalDays: '20',
  promiseDays: '8',
  materials: '申请书',
  enteredOn: '2023-05-01',
  evidence: files('E1'),
}
const riverside: RowValues = {
  ...belonging,
  patrolKind: 'river',
  object: 'r1',
  periodFrom: '2023-01-01',
  dueOn: '2023-01-10',
  startedAt: '2023-01-05T01:00:00Z',
  endedAt: '2023-01-05T01:40:00Z',
  minutes: '40',
  km: '1.25',
  teamUnit: '城管办',
  evidence: files('E2'),
}
const drains: RowValues = {
  ...belonging,
  agreementNo: 'PS-2023-001',
  agreementKind: 'drainageHandover',
  title: '排水设施移交协议',
  parties: '某物业公司、某水务公司',
  object: 'r1',
  legalReviewOn: '2023-02-20',
  signedOn: '2023-03-01',
  from: '2023-03-01',
  evidence: files('E1'),
}
const team: RowValues = {
  ...belonging,
  objectType: 'enterprise',
  enterprise: 'r1',
  uscc: code,
  leaderPost: '分管工业的处级领导',
  secretaryPost: '社区党委书记',
  safetyPost: '安格员岗',
  gridPost: '网格员岗',
  servicePost: '企业服务专员岗',
  from: '2023-03-01',
  evidence: files('E2'),
}
const shed: RowValues = {
  ...belonging,
  buildingNo: 'WJ-001',
  place: spot,
  foundBy: 'patrol',
  foundAt: '2023-03-01T01:00:00Z',
  newBuild: true,
  buildStage: 'underConstruction',
  buildingArea: '320',
  stopNoticeOn: '2023-03-01',
  disposal: 'demolish',
  disposedArea: '320',
  disposedOn: '2023-03-03',
  siteCheckedOn: '2023-03-04',
  photos: files('E3', 'E4'),
  evidence: files('E1'),
}
const patch: RowValues = {
  ...belonging,
  patchNo: 'T-0007',
  batchMonth: '2023-04',
  receivedOn: '2023-04-03',
  dueOn: '2023-07-03',
  areaHa: '0.32',
  farmlandHa: '0.1',
  place: ground,
  verifyResult: 'illegal',
  fieldCheckedOn: '2023-04-12',
  rectify: 'remove',
  rectifiedOn: '2023-06-10',
  acceptedOn: '2023-06-20',
  evidence: files('E1'),
}
const historic: RowValues = {
  ...belonging,
  applicationNo: 'XSG-01',
  applicantKind: 'jointStockCoop',
  buildingUse: 'production',
  buildingArea: '5200',
  appliedOn: '2023-02-01',
  evidence: files('E1'),
}
const minor: RowValues = {
  ...belonging,
  fileNo: 'BY-01',
  offence: 'r1',
  partyKind: 'enterprise',
  uscc: code,
  foundOn: '2023-05-01',
  noticeOn: '2023-05-01',
  correctionDays: '7',
  correctedInTime: true,
  correctedOn: '2023-05-05',
  harm: 'none',
  recheckOn: '2023-05-08',
  recheckResult: 'pass',
  legalReviewPost: '法制审核岗',
  decisionNo: '不罚决字01',
  decidedOn: '2023-05-10',
  evidence: files('E1'),
}
const node: RowValues = {
  ...belonging,
  cluster: 'laser',
  nodeName: '振镜',
  localFirms: '0',
  isGap: true,
  wanted: '振镜整机企业',
  reviewedOn: '2023-06-01',
}
const zone: RowValues = {
  ...belonging,
  zoneNo: 'Z1',
  name: '和平片区',
  zoneKind: 'residential',
  surveyedOn: '2023-05-10',
  surveyTime: 'night',
  spacesMarked: '420',
  spacesMechanical: '0',
  spacesUsable: '420',
  vehicles: '610',
  evidence: files('E4'),
}

type Said = [what: string, row: Written, facts: readonly string[]]

describe('照书填的行，收得下，说出该说的事实', () => {
  test.each<Said>([
    [
      '收储入库的产业地块',
      ['parcel', reserved, 'registered'],
      ['parcelsRegistered 1', 'industrialLandReserved 6.2', 'industrialLandSigned 6.2'],
    ],
    ['只移交、没入库的，不算收储', ['parcel', reserved, 'handedOver'], ['industrialLandSigned 6.2']],
    [
      '教育用地按它的用途计',
      ['parcel', { ...reserved, useAfter: 'education' }, 'registered'],
      ['parcelsRegistered 1', 'educationLandReserved 6.2'],
    ],
    ['摸排的存量工业用地', ['parcel', stock, 'titleChecked'], ['stockLandListed 5', 'stockLandSurveyed 5']],
    ['签约的单元', ['compensationUnit', home, 'signed'], ['compensationUnitsListed 1', 'compensationUnitsSigned 1']],
    ['还在洽谈的单元', ['compensationUnit', { ...home, signedOn: null }, 'negotiating'], ['compensationUnitsListed 1']],
    [
      '签约的空间需求',
      ['demand', request, 'signed'],
      ['demandsDue 1', 'demandsAnsweredInTime 1', 'demandsClosed 1', 'demandsMatched 1'],
    ],
    [
      '迟一天答复的需求',
      ['demand', { ...request, answeredOn: '2023-03-09', closeReason: '面积不合' }, 'unmatched'],
      ['demandsDue 1', 'demandsClosed 1'],
    ],
    ['匹配的技术需求', ['demand', need, 'matched'], ['techNeedsMatched 1']],
    ['认定的小巨人', ['listEntry', giant, 'recognised'], ['littleGiantsRecognised 1']],
    ['公示中的不算', ['listEntry', giant, 'publicNotice'], []],
    ['免查企业', ['listEntry', exempt, 'active'], ['noInspectionListed 1']],
    [
      '移出免查的企业',
      ['listEntry', { ...exempt, exitedOn: '2023-09-01', removedFor: 'accident' }, 'exited'],
      ['noInspectionListed 1', 'noInspectionListed -1'],
    ],
    [
      '标准齐全的服务事项',
      ['listEntry', service, 'active'],
      ['serviceItems 1', 'serviceItemsComplete 1', 'serviceLegalDays 20', 'servicePromiseDays 8'],
    ],
    [
      '没写材料的服务事项不齐全',
      ['listEntry', { ...service, materials: null }, 'active'],
      ['serviceItems 1', 'serviceLegalDays 20', 'servicePromiseDays 8'],
    ],
    ['有效巡河', ['patrol', riverside, 'validated'], ['riverPatrolsDue 1', 'riverPatrolsInTime 1', 'riverPatrols 1']],
    ['六分钟不是有效巡河', ['patrol', { ...riverside, minutes: '6' }, 'done'], ['riverPatrolsDue 1']],
    ['不到一公里不是有效巡河', ['patrol', { ...riverside, km: '0.9' }, 'done'], ['riverPatrolsDue 1']],
    [
      '全段不到一公里，走完就有效',
      ['patrol', { ...riverside, km: '0.6', wholeReach: true }, 'done'],
      ['riverPatrolsDue 1', 'riverPatrolsInTime 1', 'riverPatrols 1'],
    ],
    [
      '过了周期才巡，有效但不达标',
      ['patrol', { ...riverside, startedAt: '2023-01-12T01:00:00Z', endedAt: '2023-01-12T02:00:00Z' }, 'done'],
      ['riverPatrolsDue 1', 'riverPatrols 1'],
    ],
    ['签订的排水移交协议', ['agreement', drains, 'inForce'], ['drainageAgreements 1']],
    ['五岗配齐的企业', ['responsibility', team, 'active'], ['serviceTeams 1']],
    ['五岗缺二不算', ['responsibility', { ...team, gridPost: null, safetyPost: null }, 'active'], []],
    [
      '终止的分工减去',
      ['responsibility', { ...team, to: '2023-09-30' }, 'ended'],
      ['serviceTeams 1', 'serviceTeams -1'],
    ],
    [
      '拆除的新增违建',
      ['illegalBuilding', shed, 'closed'],
      ['illegalAreaDisposed 320', 'newIllegalFound 1', 'newIllegalRemoved 1'],
    ],
    ['拆了还没核查现场', ['illegalBuilding', shed, 'removed'], ['newIllegalFound 1', 'newIllegalRemoved 1']],
    ['安全纳管不是消化', ['illegalBuilding', { ...shed, newBuild: false, disposal: 'safetyOnly' }, 'closed'], []],
    [
      '更新消化的存量违建',
      [
        'illegalBuilding',
        { ...shed, newBuild: false, stockLibNo: 'K-7', disposal: 'renewalDigest', project: 'r1' },
        'closed',
      ],
      ['illegalAreaDisposed 320', 'stockAreaDisposed 320'],
    ],
    ['按期办结的图斑', ['satellitePatch', patch, 'closed'], ['patchesDue 1', 'patchesInTime 1']],
    ['过期验收的图斑', ['satellitePatch', { ...patch, acceptedOn: '2023-07-04' }, 'closed'], ['patchesDue 1']],
    ['受理的新三规申报', ['historicBuilding', historic, 'accepted'], ['confirmationsAccepted 1']],
    ['复查合格的不予处罚', ['nonPenalty', minor, 'spared'], ['nonPenaltyDecisions 1', 'nonPenaltyRechecked 1']],
    ['缺链环节', ['chainNode', node, null], ['chainNodesMapped 1', 'chainGaps 1']],
    ['停车供需', ['parkingSurvey', zone, null], ['parkingSupply 420', 'parkingDemand 610']],
  ])('%s', (_, row, facts) => {
    expect(problemsOf(row)).toEqual([])
    expect(saidBy(row)).toEqual(facts)
  })
})

describe('填错的行，一栏一栏说出哪里错', () => {
  test.each<[what: string, row: Written, problems: readonly string[]]>([
    ['收储的地块没有用途', ['parcel', { ...reserved, useAfter: null }, 'registered'], ['useAfter fact.needed_here']],
    ['入库没有登记号', ['parcel', { ...reserved, registryNo: null }, 'registered'], ['registryNo fact.needed_here']],
    [
      '移交早于清场',
      ['parcel', { ...reserved, clearedOn: '2023-10-11', measuredOn: null }, 'registered'],
      ['handoverOn fact.out_of_order'],
    ],
    ['地块是一个点', ['parcel', { ...reserved, place: spot }, 'registered'], ['place fact.place_shape']],
    [
      '强制执行没有文书',
      ['compensationUnit', { ...home, signedOn: null }, 'enforcement'],
      ['legalDocNo fact.needed_here'],
    ],
    [
      '先签约后评估',
      ['compensationUnit', { ...home, valuedOn: '2023-04-21' }, 'signed'],
      ['signedOn fact.out_of_order'],
    ],
    ['需求面积上下颠倒', ['demand', { ...request, areaMin: '2500' }, 'signed'], ['areaMax fact.out_of_order']],
    ['技术需求写了面积', ['demand', { ...need, areaMin: '100' }, 'matched'], ['areaMin fact.not_asked_here']],
    ['未匹配没有原因', ['demand', request, 'unmatched'], ['closeReason fact.needed_here']],
    ['名单里的企业没有信用代码', ['listEntry', { ...giant, uscc: null }, 'recognised'], ['uscc fact.needed_here']],
    [
      '认定没有公布文件',
      ['listEntry', { ...giant, evidence: files('E4') }, 'recognised'],
      ['evidence fact.evidence_class'],
    ],
    ['认定了又写未通过', ['listEntry', { ...giant, outcome: 'failed' }, 'recognised'], ['outcome fact.rule_broken']],
    ['承诺比法定还长', ['listEntry', { ...service, promiseDays: '21' }, 'active'], ['legalDays fact.out_of_order']],
    [
      '免查不写不免查的领域',
      ['listEntry', { ...exempt, exclusions: null }, 'active'],
      ['exclusions fact.column_missing'],
    ],
    ['巡河没有河段', ['patrol', { ...riverside, object: null, areaText: '下游' }, 'done'], ['object fact.needed_here']],
    ['排水移交没有单元', ['agreement', { ...drains, object: null }, 'inForce'], ['object fact.needed_here']],
    [
      '法审前就签订',
      ['agreement', { ...drains, legalReviewOn: '2023-03-02' }, 'inForce'],
      ['signedOn fact.out_of_order'],
    ],
    [
      '处置面积大于违建面积',
      ['illegalBuilding', { ...shed, disposedArea: '321' }, 'closed'],
      ['buildingArea fact.out_of_order'],
    ],
    [
      '更新消化没有项目',
      ['illegalBuilding', { ...shed, disposal: 'renewalDigest' }, 'closed'],
      ['project fact.needed_here'],
    ],
    [
      '一个人立案',
      ['illegalBuilding', { ...shed, filedOn: '2023-03-02', fileNo: 'A-1', officers: '1' }, 'closed'],
      ['officers fact.rule_broken'],
    ],
    ['占耕地大于图斑', ['satellitePatch', { ...patch, farmlandHa: '0.4' }, 'closed'], ['areaHa fact.out_of_order']],
    [
      '排除情形不能确认',
      [
        'historicBuilding',
        { ...historic, exclusions: ['farmland'], confirmedOn: '2023-09-01', confirmationNo: 'Q-1' },
        'confirmed',
      ],
      ['confirmedOn fact.rule_broken'],
    ],
    ['缺链没有拟引进', ['chainNode', { ...node, wanted: null }, null], ['wanted fact.needed_here']],
    ['居住片区白天调查', ['parkingSurvey', { ...zone, surveyTime: 'morning' }, null], ['surveyTime fact.rule_broken']],
  ])('%s', (_, row, problems) => {
    expect(problemsOf(row)).toEqual(problems)
  })
})

describe('T25 柔性执法：程序只说缺什么', () => {
  const decided = (more: RowValues): Written => ['nonPenalty', { ...minor, ...more }, 'spared']
  test.each<[what: string, more: RowValues, problems: readonly string[]]>([
    ['轻微、改正、没有危害', {}, []],
    ['首违、轻微危害、改正', { firstTime: true, harm: 'minor' }, []],
    ['不是首违，有轻微危害', { firstTime: false, harm: 'minor' }, ['decidedOn fact.rule_broken']],
    [
      '首违、轻微危害、没有改正',
      { firstTime: true, harm: 'minor', correctedInTime: false, correctedOn: null },
      ['decidedOn fact.rule_broken'],
    ],
    ['涉及重大火灾隐患的交法制部门', { majorHazard: true }, ['majorHazard fact.rule_broken']],
  ])('%s', (_, more, problems) => {
    expect(problemsOf(decided(more))).toEqual(problems)
  })
})

describe('ALG-15 巡河达标', () => {
  const days: readonly (readonly [from: string, to: string])[] = ['01', '02', '03'].flatMap((month) => [
    [`2023-${month}-01`, `2023-${month}-10`] as const,
    [`2023-${month}-11`, `2023-${month}-20`] as const,
    [`2023-${month}-21`, month === '02' ? '2023-02-28' : `2023-${month}-31`] as const,
  ])
  const patrolled = (from: string, to: string, minutes: string): Written => [
    'patrol',
    {
      ...riverside,
      periodFrom: from,
      dueOn: to,
      startedAt: `${to}T01:00:00Z`,
      endedAt: `${to}T02:00:00Z`,
      minutes,
    },
    'done',
  ]
  const { startedAt: _, endedAt: __, minutes: ___, km: ____, ...planned } = riverside
  test('九旬应巡九次，巡了八次，一次只有六分钟：7÷9', () => {
    const rows = days.map(
      ([from, to], i): Written =>
        i === 8
          ? ['patrol', { ...planned, periodFrom: from, dueOn: to }, 'missed']
          : patrolled(from, to, i === 4 ? '6' : '30'),
    )
    expect(rows.flatMap(problemsOf)).toEqual([])
    expect(numberOf('riverPatrolCompliance', '2023-03-31', rows)).toBe('77.8')
  })
  test('一旬巡两次，只抵一次', () => {
    const [first] = days
    const extra: Written = [
      'patrol',
      {
        ...riverside,
        periodFrom: null,
        dueOn: null,
        startedAt: '2023-01-06T01:00:00Z',
        endedAt: '2023-01-06T02:00:00Z',
      },
      'done',
    ]
    const rows = [patrolled(first?.[0] ?? '', first?.[1] ?? '', '6'), extra]
    expect(numberOf('riverPatrolCompliance', '2023-03-31', rows)).toBe('0')
    expect(numberOf('riverPatrols', '2023-03-31', rows)).toBe('1')
  })
})

describe('ALG-16 停车缺口', () => {
  test('各片区取最近一次调查：190−20＋110', () => {
    const surveys = [
      ['Z1', '2023-05-10', '400', '630'],
      ['Z1', '2023-09-10', '420', '610'],
      ['Z2', '2023-05-10', '300', '280'],
      ['Z3', '2023-05-10', '150', '260'],
    ].map(
      ([zoneNo, surveyedOn, spaces, vehicles]): Written => [
        'parkingSurvey',
        { ...zone, zoneNo, surveyedOn, spacesMarked: spaces, spacesUsable: spaces, vehicles },
        null,
      ],
    )
    expect(numberOf('parkingGap', '2023-12-31', surveys)).toBe('280')
  })
})

describe('书里算好的数，从台账的行算出来', () => {
  const parcels = ['6.2', '5.1', '4.0'].map(
    (areaHa, i): Written => ['parcel', { ...reserved, parcelNo: `DK-${i}`, areaHa }, 'registered'],
  )
  test('T15：6.2＋5.1＋4.0 = 15.3 公顷', () => {
    expect(numberOf('industrialLandReserved', '2023-12-31', parcels)).toBe('15.3')
    expect(numberOf('industrialLandReserved', '2023-10-31', parcels)).toBe('「收储的产业用地」无数据')
  })
  test('T06：可租 8 万平方米租出 6.4 万，出租率 80%', () => {
    const mall: Written = [
      'project',
      {
        ...belonging,
        name: '某商业街',
        projectType: 'commercial',
        annualGoalText: '开业运营',
        annualGoalStage: '正式运营',
        leasableArea: '80000',
        leasedArea: '64000',
        openedArea: '60000',
        leasedAsOf: '2023-09-30',
        startActual: '2022-05-01',
        evidence: files('E1'),
      },
      'constructing',
    ]
    expect(problemsOf(mall)).toEqual([])
    expect(numberOf('commercialLeased', '2023-12-31', [mall])).toBe('80')
  })
  test('T16：四个单元签了三个', () => {
    const units = ['signed', 'paid', 'demolished', 'negotiating'].map(
      (state, i): Written => [
        'compensationUnit',
        { ...home, unitNo: `U-${i}`, signedOn: state === 'negotiating' ? null : '2023-04-20' },
        state,
      ],
    )
    expect(numberOf('compensationSigned', '2023-12-31', units)).toBe('75')
  })
  test('T11：法定 420 天，承诺 168 天，压缩 60%', () => {
    const items = [
      ['300', '100'],
      ['120', '68'],
    ].map(
      ([legalDays, promiseDays], i): Written => [
        'listEntry',
        { ...service, itemCode: `F-${i}`, legalDays, promiseDays },
        'active',
      ],
    )
    expect(numberOf('serviceCompression', '2023-12-31', items)).toBe('60')
  })
  test('T23：十条办结三条签约，匹配率 30%', () => {
    const demands = Array.from(
      { length: 10 },
      (_, i): Written =>
        i < 3
          ? ['demand', { ...request, orgName: `甲${i}` }, 'signed']
          : ['demand', { ...request, orgName: `甲${i}`, closeReason: '无合适空间' }, 'unmatched'],
    )
    expect(numberOf('demandsMatched', '2023-12-31', demands)).toBe('30')
  })
  test('E5.18：四上企业两家，一家配齐是 50%，终止后是零', () => {
    const firm = (uscc: string): Written => [
      'enterprise',
      {
        ...belonging,
        name: '某公司',
        uscc,
        industryCode: 'C3911',
        fourUp: 'industry',
        firstEnrolledOn: '2023-01-31',
        evidence: files('E2'),
      },
      'active',
    ]
    const firms = [firm(code), firm('91350100M000100Y43')]
    const ended: Written = ['responsibility', { ...team, to: '2023-09-30' }, 'ended']
    expect(numberOf('serviceTeams', '2023-06-30', [...firms, ['responsibility', team, 'active']])).toBe('50')
    expect(numberOf('serviceTeams', '2023-12-31', [...firms, ended])).toBe('0')
  })
  test('T36：发现两宗，拆除一宗，还有一宗', () => {
    const left: Written = [
      'illegalBuilding',
      { ...shed, buildingNo: 'WJ-002', disposal: null, disposedArea: null, disposedOn: null, siteCheckedOn: null },
      'stopped',
    ]
    expect(numberOf('newIllegalOutstanding', '2023-12-31', [['illegalBuilding', shed, 'closed'], left])).toBe('1')
  })
  test('T32：抽 139 袋错 18 袋，准确率 87.1%', () => {
    const check: Written = [
      'inspection',
      {
        ...belonging,
        checkKind: 'wasteCheck',
        inspectType: 'daily',
        object: 'r1',
        startedAt: '2023-05-05T01:00:00Z',
        endedAt: '2023-05-05T02:00:00Z',
        teamUnit: '城管办',
        sampleSize: '139',
        mistakes: '18',
        evidence: files('E4'),
      },
      'done',
    ]
    expect(problemsOf(check)).toEqual([])
    expect(numberOf('wasteAccuracy', '2023-12-31', [check])).toBe('87.1')
  })
  test('T32：厨余 320、可回收 180，全部 1900 吨，分出 26.3%', () => {
    const weighed = (indicator: string, value: string): Written => [
      'reading',
      {
        indicator,
        community: '和平',
        periodType: 'month',
        periodStart: '2023-05-01',
        asOf: '2023-05-31',
        value,
        unit: '吨',
        quality: 'valid',
        sourceName: '地磅单',
        revision: '1',
        evidence: files('E2'),
      },
      null,
    ]
    const sheet = [weighed('wasteKitchen', '320'), weighed('wasteRecyclable', '180'), weighed('wasteResidual', '1400')]
    expect(sheet.flatMap(problemsOf)).toEqual([])
    expect(numberOf('wasteDiversion', '2023-12-31', sheet)).toBe('26.3')
  })
  test('T27：安装 9600 户、点火 8160 户，85%；立项没完工的两个数各是各的', () => {
    const building: Written = [
      'facility',
      {
        ...belonging,
        facilityType: 'gasBuilding',
        name: '甲栋',
        serialNo: 'G1',
        place: spot,
        operatorUnit: '燃气公司',
        gasState: 'ignited',
        householdsTotal: '12000',
        householdsInstallable: '12000',
        pipeInstalled: '9600',
        accountOpened: '9600',
        ignited: '8160',
        bottlesFound: '8160',
        bottlesCleared: '7300',
        lastCheckOn: '2023-11-30',
        evidence: files('E2'),
      },
      'inUse',
    ]
    const village = (name: string, more: RowValues, state: string): Written => [
      'project',
      {
        ...belonging,
        name,
        projectType: 'gas',
        annualGoalText: '立项并完工',
        annualGoalStage: '完工验收',
        gasApprovedOn: '2023-03-10',
        evidence: files('E1'),
        ...more,
      },
      state,
    ]
    const villages = [
      village('甲村', { startActual: '2023-05-01', endActual: '2023-11-01', acceptedOn: '2023-11-20' }, 'accepted'),
      village('乙村', {}, 'constructing'),
    ]
    expect(problemsOf(building)).toEqual([])
    expect(numberOf('gasIgnition', '2023-12-31', [building])).toBe('85')
    expect(numberOf('bottleClearance', '2023-12-31', [building])).toBe('89.5')
    expect(numberOf('gasVillagesApproved', '2023-12-31', villages)).toBe('2')
    expect(numberOf('gasVillagesCompleted', '2023-12-31', villages)).toBe('1')
  })
  test('T19：8.2＋12.6＋9.4＋3.1＋1.2 = 34.5 亿元，同一家只取最近一月', () => {
    const reported = (uscc: string, month: string, valueYtd: string): Written => [
      'enterpriseMetric',
      {
        enterprise: 'r1',
        uscc,
        month,
        dataThrough: `${month}-30`,
        indicator: 'grossOutput',
        valueYtd,
        introduced: true,
        version: '1',
        evidence: files('E2'),
      },
      'checked',
    ]
    const metrics = ['82000', '126000', '94000', '31000', '12000'].flatMap((value, i) => [
      reported(`firm${i}`, '2023-09', '10000'),
      reported(`firm${i}`, '2023-11', value),
    ])
    expect(numberOf('newFirmsOutput', '2023-12-31', metrics)).toBe('345000')
  })
})

describe('时限照书', () => {
  test.each<[register: string, move: string, within: string]>([
    ['parcel', 'checkTitle', '30 day'],
    ['compensationUnit', 'contact', '30 day'],
    ['compensationUnit', 'pay', '10 workday'],
    ['demand', 'clarify', '3 workday'],
    ['demand', 'match', '5 workday'],
    ['demand', 'visit', '10 workday'],
    ['illegalBuilding', 'stop', '24 hour'],
    ['illegalBuilding', 'verify', '3 workday'],
    ['illegalBuilding', 'removeNew', '72 hour'],
    ['illegalBuilding', 'order', '90 legalDay'],
    ['satellitePatch', 'checkField', '15 day'],
  ])('%s %s %s', (register, move, within) => {
    const limit = registerOf(register).lifecycle?.moves[move]?.within?.limit
    expect(`${limit?.values[0]?.value} ${limit?.unit}`).toBe(within)
  })
})
