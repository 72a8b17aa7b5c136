import {
  type Condition,
  choice,
  coordinates,
  count,
  date,
  evidence,
  type Feed,
  quantity,
  register,
  row,
  state,
  text,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { asked, belonging, book1, limit, provenance, say } from './common.ts'

const zero = decimal(0)
const r02 = book1('§D R02')
const isStock: Condition = { column: 'parcelKind', is: 'stockIndustrial' }
const isReserved: Condition = { column: 'outcome', is: 'reserve' }
const forIndustry: Condition = { column: 'useAfter', is: 'industrial' }
const registered: Condition = { state: ['registered'] }
const survey = { authority: say('测绘、接收单位', 'the surveyors and whoever takes it over') }

/** Land goes into the reserve when the registry says so, not when it was cleared or handed over. */
const reserved = (measure: string, zh: string, en: string, use: Condition): Feed => ({
  gives: { quantity: 'areaHa' },
  datedBy: 'registeredOn',
  serves: { measure },
  says: say(zh, en),
  when: { all: [registered, isReserved, use] },
  anyOf: ['E2'],
})

/** 地块台账: one row is one piece of land with a boundary. */
export const parcel = register({
  id: 'parcel',
  label: say('地块台账', 'Parcels'),
  prefix: 'DK',
  columns: {
    parcelNo: text(say('地块编号', 'Parcel number'), 64, { required: true }),
    name: text(say('地块名称', 'Name'), 120),
    parcelKind: choice(
      say('地块类型', 'Kind of parcel'),
      [
        ['stockIndustrial', '存量工业用地', 'Stock industrial land'],
        ['landPrep', '整备地块', 'Land to prepare'],
        ['reserve', '入库地块', 'Land for the reserve'],
        ['redLine', '道路轨道红线', 'Red line of a road or line'],
      ],
      { required: true },
    ),
    ...belonging,
    project: row(say('所属项目', 'Of which project'), 'project'),
    areaHa: quantity(say('面积', 'Area'), { unit: 'ha', scale: 4, min: decimal('0.0001'), required: true }),
    place: coordinates(say('界址', 'Boundary'), ['polygon'], { required: true }),
    listedOn: date(say('登记日期', 'Listed on'), { required: true, notInFuture: true }),
    inZone: yesNo(say('在合作区内', 'In the zone')),
    ownerType: choice(say('权属类型', 'Kind of owner'), [
      ['stateCompany', '国企', 'State company'],
      ['jointStockCoop', '股份合作公司', 'Joint-stock cooperative'],
      ['private', '民企', 'Private'],
      ['government', '政府', 'Government'],
    ]),
    owners: count(say('权利主体数', 'Owners'), '个', { min: decimal(1) }),
    titleState: choice(
      say('产权状态', 'State of the title'),
      [
        ['complete', '手续完善', 'Complete'],
        ['partial', '部分完善', 'Partial'],
        ['none', '无手续', 'None'],
      ],
      { requiredWhen: { not: { state: ['identified'] } } },
    ),
    landUseCurrent: text(say('现状用途', 'Use at present'), 40),
    landUsePlanned: text(say('规划用地性质', 'Use as planned'), 40),
    currentFar: quantity(say('现状容积率', 'FAR at present'), { scale: 2, min: zero }),
    plannedFar: quantity(say('规划容积率', 'FAR as planned'), { scale: 2, min: zero }),
    buildings: count(say('建筑物栋数', 'Buildings'), '栋'),
    ...asked(isStock, {
      floorArea: quantity(say('建筑面积', 'Floor area'), { unit: 'm2', scale: 2, min: zero }),
      buildYear: count(say('建成年份', 'Built in'), '年', { min: decimal(1949) }),
      renewalMode: choice(say('改造方式', 'Way of renewal'), [
        ['upgrade', '综合整治', 'Upgrade'],
        ['rebuild', '拆除重建', 'Rebuild'],
        ['landPrep', '土地整备', 'Land preparation'],
        ['none', '不改造', 'None'],
      ]),
      surveyedOn: date(say('摸排日期', 'Surveyed on'), { notInFuture: true }),
    }),
    advancedTo: text(say('推进到的节点', 'Gate passed'), 60, {
      requiredWhen: { column: 'advancedOn', filled: true },
    }),
    advancedOn: date(say('节点通过日期', 'Gate passed on'), { notInFuture: true }),
    signedOn: date(say('协议签订日期', 'Agreement signed on'), { notInFuture: true }),
    outcome: choice(
      say('去向', 'Outcome'),
      [
        ['reserve', '收储', 'Into the reserve'],
        ['retained', '留用', 'Retained'],
        ['publicFacility', '公共设施', 'Public facility'],
        ['road', '道路', 'Road'],
        ['none', '未定', 'Not settled'],
      ],
      { requiredWhen: { state: ['handedOver', 'registered'] } },
    ),
    useAfter: choice(
      say('规划用途', 'Use afterwards'),
      [
        ['industrial', '产业', 'Industry'],
        ['education', '教育', 'Education'],
        ['residential', '居住', 'Homes'],
        ['commercial', '商业', 'Commerce'],
        ['green', '绿地', 'Green'],
        ['other', '其他', 'Other'],
      ],
      { requiredWhen: isReserved },
    ),
    clearedOn: date(say('清场日期', 'Cleared on'), { notInFuture: true }),
    measuredOn: date(say('勘测定界日期', 'Measured on'), { notInFuture: true }),
    handoverOn: date(say('移交日期', 'Handed over on'), { notInFuture: true }),
    registeredOn: date(say('入库日期', 'Registered on'), { notInFuture: true }),
    registryNo: text(say('入库登记号', 'Number in the registry'), 64, {
      requiredWhen: { column: 'registeredOn', filled: true },
    }),
    fenced: yesNo(say('已围网', 'Fenced')),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2']),
    ...provenance,
  },
  key: ['parcelNo'],
  rules: [{ kind: 'inOrder', columns: ['listedOn', 'clearedOn', 'measuredOn', 'handoverOn', 'registeredOn'] }],
  lifecycle: {
    initial: 'identified',
    states: {
      identified: state('已识别', 'identified'),
      titleChecked: state('权属已核', 'title checked'),
      clearing: state('清理中', 'clearing'),
      cleared: state('已清场', 'cleared'),
      measured: state('已定界', 'measured'),
      handedOver: state('已移交', 'handed over'),
      registered: state('已入库', 'registered'),
    },
    moves: {
      checkTitle: {
        label: say('核查权属', 'Check the title'),
        from: ['identified'],
        to: 'titleChecked',
        by: ['handler'],
        within: { limit: limit('parcel.title', 30, 'day', r02), after: 'listedOn' },
        needs: ['titleState'],
      },
      beginClearing: {
        label: say('开始清理', 'Begin clearing'),
        from: ['titleChecked'],
        to: 'clearing',
        by: ['handler'],
      },
      clear: {
        label: say('清场', 'Clear'),
        from: ['clearing'],
        to: 'cleared',
        by: ['unitHead'],
        needs: ['clearedOn'],
      },
      measure: {
        label: say('勘测定界', 'Measure'),
        from: ['cleared'],
        to: 'measured',
        by: ['handler'],
        needs: ['measuredOn'],
        decidedBy: survey.authority,
      },
      handOver: {
        label: say('移交', 'Hand over'),
        from: ['measured'],
        to: 'handedOver',
        by: ['handler'],
        needs: ['handoverOn', 'outcome', 'evidence'],
        decidedBy: survey.authority,
      },
      registerLand: {
        label: say('入库', 'Register'),
        from: ['handedOver'],
        to: 'registered',
        by: ['handler'],
        needs: ['registeredOn', 'registryNo', 'evidence'],
        decidedBy: say('土地储备机构', 'the land reserve'),
      },
      reoccupy: {
        label: say('被重新占用', 'Occupied again'),
        from: ['cleared', 'measured', 'handedOver', 'registered'],
        to: 'clearing',
        by: ['handler'],
        because: true,
      },
    },
  },
  geometry: 'place',
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'registeredOn',
      serves: { measure: 'parcelsRegistered' },
      about: 'parcelNo',
      says: say('入库的地块', 'Parcels in the reserve'),
      when: { all: [registered, isReserved] },
      anyOf: ['E2'],
    },
    reserved('industrialLandReserved', '收储的产业用地', 'Industrial land reserved', forIndustry),
    reserved('educationLandReserved', '收储的教育用地', 'Land for schools reserved', {
      column: 'useAfter',
      is: 'education',
    }),
    {
      gives: { quantity: 'areaHa' },
      datedBy: 'signedOn',
      serves: { measure: 'industrialLandSigned' },
      says: say('已签协议的产业用地', 'Industrial land signed for'),
      when: { all: [isReserved, forIndustry] },
    },
    {
      gives: { quantity: 'areaHa' },
      datedBy: 'listedOn',
      serves: { measure: 'stockLandListed' },
      says: say('合作区存量工业用地', 'Stock industrial land in the zone'),
      when: { all: [isStock, { column: 'inZone', is: true }] },
    },
    {
      gives: { quantity: 'areaHa' },
      datedBy: 'surveyedOn',
      serves: { measure: 'stockLandSurveyed' },
      says: say('摸排的存量工业用地', 'Stock industrial land surveyed'),
      when: { all: [isStock, { column: 'inZone', is: true }] },
    },
    {
      gives: 'one',
      datedBy: 'advancedOn',
      serves: { measure: 'parcelsAdvanced' },
      about: 'parcelNo',
      says: say('推进一个节点的地块', 'Parcels moved on by a gate'),
    },
  ],
  source: book1('§D R02、§C T07 T14–T16'),
})
