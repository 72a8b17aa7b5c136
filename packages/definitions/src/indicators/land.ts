import type { Tree } from '@guatu/core/indicator'
import { decimal } from '@guatu/core/shared'
import { curves } from './curves.ts'
import { added, book1, counted, inTime } from './say.ts'

const all = (kind: 'count' | 'sum', measure: string): Tree => ({ kind, measure, within: 'ever' })
const stillThere = { rollsUp: 'anew', judged: 'coverage' } as const
const lastOfEach = (measure: string): Tree => ({ kind: 'cumulative', measure, within: 'ever' })
const tonnes = (measure: string): Tree => ({ kind: 'sum', measure })
const sorted: readonly Tree[] = [tonnes('wasteKitchen'), tonnes('wasteRecyclable')]
const passedMonths = (measure: string, pass: Extract<Tree, { kind: 'passing' }>['pass']): Tree => ({
  kind: 'passing',
  each: 'month',
  of: { kind: 'latest', measure },
  pass,
  share: true,
})

/** 土地、征收、违建、燃气、水务、环卫 (tasks 7, 14–16, 27–36). */
export const land = [
  counted(
    'stockLandSurveyed',
    '存量工业用地摸排率',
    'Stock industrial land surveyed',
    '%',
    book1('§C T07、§E1 07-P1'),
    {
      of: { kind: 'ratio', of: all('sum', 'stockLandSurveyed'), to: all('sum', 'stockLandListed') },
      ...stillThere,
      proxy: true,
    },
  ),
  counted('parcelsAdvanced', '推进一个节点的地块', 'Parcels moved on by a gate', '块', book1('§C T07、§E1 07-P2'), {
    of: { kind: 'distinct', measure: 'parcelsAdvanced' },
    proxy: true,
  }),
  counted('parcelsRegistered', '土地入库的地块', 'Parcels in the reserve', '块', book1('§C T14、§E1 14-M1、14-M2'), {
    of: { kind: 'distinct', measure: 'parcelsRegistered' },
    proxy: true,
  }),
  added('industrialLandReserved', '收储产业用地', 'Industrial land reserved', '公顷', book1('§C T15、§E1 15-N1'), {
    curve: curves.backEnd,
  }),
  added('industrialLandSigned', '已签协议的产业用地', 'Industrial land signed for', '公顷', book1('§C T15'), {
    proxy: true,
  }),
  counted('deadEndsCleared', '断头路清拆', 'Dead-end roads cleared', '条', book1('§C T16、§E1 16-M1、16-M2'), {
    alsoSaid: ['断头路'],
  }),
  counted('compensationSigned', '补偿签约率', 'Units signed', '%', book1('§C T16、ALG-07、§E1 16-P1'), {
    of: { kind: 'ratio', of: all('count', 'compensationUnitsSigned'), to: all('count', 'compensationUnitsListed') },
    ...stillThere,
    proxy: true,
  }),
  // First what asks for more: a report that says 立项并完工 means what is completed.
  counted('gasVillagesCompleted', '瓶改管工程完工', 'Piped-gas projects completed', '个', book1('§C T27、§E1 27-N1'), {
    curve: curves.backEnd,
    alsoSaid: ['“瓶改管”工程立项并完工'],
  }),
  counted('gasVillagesApproved', '瓶改管工程立项', 'Piped-gas projects approved', '个', book1('§C T27、§E1 27-N1')),
  counted('bottleClearance', '清瓶率', 'Bottles cleared of those found', '%', book1('§C T27、§E1 27-N2'), {
    of: { kind: 'ratio', of: all('sum', 'bottlesCleared'), to: all('sum', 'bottlesFound') },
    ...stillThere,
    alsoSaid: ['清瓶总目标'],
  }),
  counted('gasIgnition', '点火率', 'Households ignited of those with pipes', '%', book1('§C T27'), {
    of: { kind: 'ratio', of: all('sum', 'gasIgnited'), to: all('sum', 'gasPipesInstalled') },
    ...stillThere,
    proxy: true,
  }),
  counted('parkingGap', '停车缺口', 'Spaces short', '个', book1('§A10 ALG-16、§C T28'), {
    of: { kind: 'difference', of: lastOfEach('parkingDemand'), less: lastOfEach('parkingSupply') },
    rollsUp: 'anew',
    proxy: true,
  }),
  counted('oldEstateSatisfaction', '旧房改造满意率', 'Satisfaction with the renewal', '%', book1('§C T29、§E1 29-P1'), {
    of: { kind: 'latest', measure: 'oldEstateSatisfaction' },
    rollsUp: 'never',
    judged: 'level',
    proxy: true,
  }),
  counted(
    'practiceSitesComplete',
    '文明实践点五有齐全率',
    'Practice sites with all five things',
    '%',
    book1('§C T30、§E1 30-P1'),
    {
      of: { kind: 'ratio', of: all('count', 'practiceSitesComplete'), to: all('count', 'practiceSites') },
      ...stillThere,
      proxy: true,
    },
  ),
  counted(
    'roadWashing',
    '道路冲洗计划完成',
    'Months in which roads were washed as planned',
    '%',
    book1('§C T31、§E1 31-P2'),
    {
      of: passedMonths('roadWashingRate', { atLeast: decimal(95) }),
      rollsUp: 'never',
      judged: 'everyPeriod',
      proxy: true,
    },
  ),
  counted('wastePlans', '有督导方案的小区', 'Estates with a plan of sorting', '个', book1('§C T32、§E1 32'), {
    of: all('count', 'wastePlans'),
    proxy: true,
  }),
  counted('wasteAccuracy', '分类准确率', 'Accuracy of sorting', '%', book1('§C T32、§E1 32'), {
    of: {
      kind: 'ratio',
      of: {
        kind: 'difference',
        of: { kind: 'sum', measure: 'wasteSampled' },
        less: { kind: 'sum', measure: 'wasteMistakes' },
      },
      to: { kind: 'sum', measure: 'wasteSampled' },
    },
    rollsUp: 'anew',
    judged: 'level',
    proxy: true,
  }),
  counted('wasteDiversion', '垃圾分出率', 'Share of waste sorted out', '%', book1('§C T32、§E1 32'), {
    of: {
      kind: 'ratio',
      of: { kind: 'total', parts: sorted },
      to: { kind: 'total', parts: [...sorted, tonnes('wasteResidual')] },
    },
    rollsUp: 'anew',
    judged: 'level',
    proxy: true,
  }),
  counted(
    'contractorScore',
    '环卫企业考核达标',
    'Months in which the contractors scored enough',
    '%',
    book1('§C T33、§E1 33-P2'),
    {
      of: passedMonths('contractorScore', { atLeast: decimal(90) }),
      rollsUp: 'never',
      judged: 'everyPeriod',
      proxy: true,
    },
  ),
  counted('drainageCoverage', '排水管理进小区', 'Drainage units handed over', '%', book1('§C T34、§E1 34-N1'), {
    of: { kind: 'ratio', of: all('count', 'drainageHandedOver'), to: all('count', 'drainageUnits') },
    ...stillThere,
  }),
  inTime(
    'riverPatrolCompliance',
    '巡河达标率',
    'River patrols made as required',
    'riverPatrolsInTime',
    'riverPatrolsDue',
    book1('ALG-15、§C T34、§E1 34-P1'),
    { proxy: true },
  ),
  counted(
    'waterQualityMonths',
    '断面水质达标',
    'Months in which all sections reached their class',
    '%',
    book1('§C T34、§E1 34-P3'),
    {
      of: passedMonths('waterSectionsBelowClass', { atMost: decimal(0) }),
      rollsUp: 'never',
      judged: 'everyPeriod',
      proxy: true,
    },
  ),
  added('groundTreated', '地基处理', 'Ground treated', '平方米', book1('§C T35、§E1 35-M2'), {
    of: { kind: 'cumulative', measure: 'groundTreated' },
    proxy: true,
  }),
  added('dykeBuilt', '围堤', 'Dyke built', '米', book1('§C T35、§E1 35-M3'), {
    of: { kind: 'cumulative', measure: 'dykeBuilt' },
    proxy: true,
  }),
  added('illegalAreaDisposed', '拆除消化违建面积', 'Illegal area disposed of', 'm2', book1('§C T36、§E1 36-N1'), {
    curve: curves.illegalBuildings,
    alsoSaid: ['拆除消化违建', '拆除消化违法建筑', '查违任务'],
  }),
  added('stockAreaDisposed', '拆除消化存量违建面积', 'Illegal area of the stock disposed of', 'm2', book1('§C T36'), {
    curve: curves.illegalBuildings,
    proxy: true,
  }),
  counted('newIllegalOutstanding', '未清除的新增违建', 'New illegal buildings left', '宗', book1('§C T36、§E1 36-N2'), {
    of: {
      kind: 'difference',
      of: all('count', 'newIllegalFound'),
      less: all('count', 'newIllegalRemoved'),
    },
    rollsUp: 'anew',
    judged: 'zeroEvent',
  }),
  inTime(
    'patchesInTime',
    '卫片图斑按期整改率',
    'Patches put right in time',
    'patchesInTime',
    'patchesDue',
    book1('§C T36、§E1 36-N3'),
    { alsoSaid: ['卫片图斑整改', '卫片执法'] },
  ),
  counted('confirmationsAccepted', '受理新三规申报', 'Applications accepted', '宗', book1('§C T36、§E1 36-P1'), {
    proxy: true,
  }),
  counted('confirmationsMade', '确认历史违建', 'Historic buildings confirmed', '宗', book1('§C T36、§E1 36-P1'), {
    proxy: true,
  }),
] as const
