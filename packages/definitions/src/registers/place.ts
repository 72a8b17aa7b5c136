import { type Feed, register } from '@guatu/core/fact'
import { everybody } from './access.ts'
import { book1, book2, countsOne, say } from './common.ts'
import { ofType, placeColumns } from './place-columns.ts'
import { placeLifecycle } from './place-lifecycle.ts'

const feeds: readonly Feed[] = [
  {
    ...countsOne('acceptedOn', 'parksAccepted', '整治验收的园区', 'Parks accepted', ofType('industrialPark'), {
      state: ['accepted', 'archived'],
    }),
    anyOf: ['E1'],
  },
  countsOne(
    'themeReadyOn',
    'newIndustryParks',
    '四项齐备的战新园区',
    'Parks of a strategic theme that are ready',
    ofType('industrialPark'),
    ...['newIndustryTheme', 'availableArea', 'themePlanOn', 'investmentMapOn', 'firstLandedOn'].map((column) => ({
      column,
      filled: true,
    })),
  ),
  countsOne('registeredOn', 'drainageUnits', '排水单元', 'Drainage units', ofType('drainageUnit')),
  countsOne('surveyedOn', 'parksSurveyed', '摸排的园区', 'Parks surveyed', ofType('industrialPark')),
  {
    ...countsOne('writeOffOn', 'slopesWrittenOff', '核销的边坡', 'Slopes written off', ofType('slope'), {
      state: ['writtenOff'],
    }),
    anyOf: ['E1'],
  },
  countsOne('measureOn', 'houseHazardsHandled', '处置的隐患自建房', 'Houses handled', ofType('house'), {
    column: 'houseGrade',
    is: ['C', 'D'],
  }),
  {
    ...countsOne(
      'handedOverOn',
      'drainageHandedOver',
      '移交的排水单元',
      'Drainage units handed over',
      ofType('drainageUnit'),
      {
        column: 'handoverState',
        is: ['handedOver', 'fineManaged'],
      },
    ),
    anyOf: ['E1'],
  },
  {
    ...countsOne('commitmentSignedOn', 'commitmentsSigned', '签订的承诺书', 'Commitments signed', ofType('firm')),
    anyOf: ['E1'],
  },
  countsOne(
    'treatedOn',
    'electricityTreated',
    '用电治理的城中村',
    'Villages whose wiring is treated',
    ofType('urbanVillage'),
  ),
  countsOne('preparedOn', 'waterloggingReady', '备汛完成的内涝点', 'Waterlogging points ready', ofType('waterlogging')),
  countsOne('removedOn', 'hotspotsRemoved', '摘牌的治安难点', 'Trouble spots taken off the list', ofType('keyPlace')),
  countsOne('patrolPlanOn', 'keyPlacesPlanned', '有巡控方案的重点场所', 'Key places with a plan', ofType('keyPlace')),
  countsOne('wastePlanOn', 'wastePlans', '有督导方案的小区', 'Estates with a plan of sorting', ofType('residential')),
  countsOne('firstVisitDueOn', 'firstVisitsDue', '应首巡的小散工程', 'First visits due', ofType('smallWork')),
  countsOne('firstVisitOn', 'firstVisitsInTime', '按时首巡的小散工程', 'First visits in time', ofType('smallWork'), {
    column: 'firstVisitOn',
    notAfter: 'firstVisitDueOn',
  }),
]

/** 监管对象（管理单元）台账: one row is one place that somebody has to look after. */
export const place = register({
  id: 'place',
  label: say('监管对象台账', 'Places under supervision'),
  prefix: 'DX',
  columns: placeColumns,
  key: ['placeType', 'objectNo'],
  rules: [
    { kind: 'inOrder', columns: ['startOn', 'endOn'] },
    { kind: 'inOrder', columns: ['itemsDone', 'itemsTotal'] },
    { kind: 'inOrder', columns: ['acceptedOn', 'writeOffOn'] },
    { kind: 'inOrder', columns: ['availableArea', 'floorArea'] },
    ...['themePlanOn', 'investmentMapOn', 'firstLandedOn'].map(
      (column) => ({ kind: 'inOrder', columns: [column, 'themeReadyOn'] }) as const,
    ),
    {
      kind: 'must',
      column: 'measureOn',
      when: { column: 'measure', filled: true },
      holds: { column: 'measureOn', filled: true },
      says: say('填了处置措施，要填处置日期', 'a measure needs its day'),
    },
  ],
  lifecycle: placeLifecycle,
  geometry: 'place',
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds,
  source: `${book1('§D R18、§C T13 T22 T31 T32 T34')}；${book2('§C R5、§A T47 T53–T56 T58')}`,
})
