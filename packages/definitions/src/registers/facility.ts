import { type Condition, type Feed, type Lifecycle, register, state } from '@guatu/core/fact'
import { everybody } from './access.ts'
import { book1, book2, limit, say } from './common.ts'
import { facilityColumns, ofType } from './facility-columns.ts'

const workers = ['handler', 'communityStaff'] as const

const lifecycle: Lifecycle = {
  initial: 'planned',
  states: {
    planned: state('已计划', 'planned'),
    building: state('建设中', 'under construction'),
    installed: state('已建成', 'installed'),
    accepted: state('已验收', 'accepted'),
    inUse: state('使用中', 'in use'),
    fault: state('故障停用', 'out of service'),
    retired: state('已停用', 'retired', { end: true }),
  },
  moves: {
    build: { label: say('开工', 'Build'), from: ['planned'], to: 'building', by: workers },
    install: {
      label: say('建成', 'Install'),
      from: ['planned', 'building'],
      to: 'installed',
      by: workers,
      needs: ['installedOn'],
    },
    accept: {
      label: say('验收', 'Accept'),
      from: ['installed'],
      to: 'accepted',
      by: workers,
      within: { limit: limit('facility.accept', 5, 'workday', book2('§A T38')), after: 'installedOn' },
      needs: ['acceptedOn', 'evidence'],
    },
    open: { label: say('启用', 'Open'), from: ['accepted'], to: 'inUse', by: workers, needs: ['openedOn'] },
    report: { label: say('报故障', 'Report a fault'), from: ['inUse'], to: 'fault', by: workers, because: true },
    repair: {
      label: say('修复', 'Repair'),
      from: ['fault'],
      to: 'inUse',
      by: workers,
      within: { limit: limit('facility.repair', 3, 'workday', book2('§A T38 [A]')) },
      needs: ['lastCheckOn'],
    },
    retire: {
      label: say('停用', 'Retire'),
      from: ['accepted', 'inUse', 'fault'],
      to: 'retired',
      by: workers,
      because: true,
      needs: ['retiredOn'],
    },
  },
}

const working: Condition = { state: ['inUse', 'fault', 'retired'] }
const offStreet: Condition = {
  all: [ofType('parkingLot'), working, { not: { column: 'parkingKind', is: 'onStreet' } }],
}

const opened = (measure: string, zh: string, en: string, ...conditions: readonly Condition[]): Feed => ({
  gives: 'one',
  datedBy: 'openedOn',
  serves: { measure },
  says: say(zh, en),
  when: { all: [working, ...conditions] },
})
const fromGasSheet = (column: string, measure: string, zh: string, en: string): Feed => ({
  gives: { quantity: column },
  datedBy: 'lastCheckOn',
  serves: { measure },
  says: say(zh, en),
  when: ofType('gasBuilding'),
  anyOf: ['E1', 'E2'],
})

const feeds: readonly Feed[] = [
  {
    ...opened('parkingSpacesAdded', '新增停车位', 'Parking spaces added', offStreet),
    gives: { quantity: 'spacesAfter' },
    anyOf: ['E1'],
  },
  {
    ...opened('parkingSpacesAdded', '原有停车位', 'Parking spaces there before', offStreet),
    gives: { quantity: 'spacesBefore' },
    sign: 'minus',
    anyOf: ['E1'],
  },
  opened('mechanicalGarages', '立体停车库', 'Mechanical garages', ofType('parkingLot'), {
    column: 'parkingKind',
    is: 'mechanical',
  }),
  {
    ...opened('berthsOnline', '上线的宜停车泊位', 'Berths on line', ofType('berthGroup')),
    gives: { quantity: 'berths' },
    anyOf: ['E1', 'E2'],
  },
  {
    ...opened('nonMotorLanes', '建成的非机动车道', 'Non-motor lanes', ofType('laneSegment'), {
      column: 'laneKind',
      is: 'nonMotor',
    }),
    gives: { quantity: 'lengthM' },
  },
  { ...opened('signsReplaced', '更新的交通标识', 'Signs replaced', ofType('sign')), datedBy: 'replacedOn' },
  {
    ...opened('furnitureUpgraded', '提升的城市家具', 'Street furniture upgraded', ofType('streetFurniture')),
    datedBy: 'upgradedOn',
  },
  fromGasSheet('pipeInstalled', 'gasPipesInstalled', '安装户数', 'Households with pipes'),
  fromGasSheet('ignited', 'gasIgnited', '点火户数', 'Households ignited'),
  fromGasSheet('bottlesFound', 'bottlesFound', '存量瓶', 'Bottles found'),
  fromGasSheet('bottlesCleared', 'bottlesCleared', '已清瓶', 'Bottles cleared'),
  opened('smartWastePoints', '智能投放点', 'Smart waste points', ofType('wastePoint'), { column: 'iot', is: true }),
  opened('vehiclePoints', '以车代库回收点', 'Recycling vehicle points', ofType('recyclingVehiclePoint')),
  opened('practiceSites', '文明实践点', 'Practice sites', ofType('practiceSite')),
  opened(
    'practiceSitesComplete',
    '五有齐全的文明实践点',
    'Practice sites with all five things',
    ofType('practiceSite'),
    ...['place', 'team', 'activities', 'projects', 'mechanism'].map((is) => ({ column: 'fiveHaves', is })),
  ),
  { ...opened('aedsInService', '新增 AED', 'AEDs in service', ofType('aed')), datedBy: 'acceptedOn' },
  {
    ...opened('aedsInService', '停用 AED', 'AEDs retired', ofType('aed'), { state: ['retired'] }),
    datedBy: 'retiredOn',
    sign: 'minus',
  },
  {
    ...opened('nurseryPoints', '新增托育点', 'Nursery points', ofType('nurseryPoint'), {
      column: 'filedOn',
      filled: true,
    }),
    datedBy: 'filedOn',
    anyOf: ['E1'],
  },
  opened(
    'toddlerClassKindergartens',
    '开办托班的幼儿园',
    'Kindergartens with toddler classes',
    ofType('kindergartenToddlerClass'),
  ),
  opened('healthStations', '社康站', 'Health stations', ofType('healthStation')),
  opened('serviceSites', '职工服务阵地', 'Service sites', ofType('serviceSite')),
  opened('tenantHomes', '来深人员之家', 'Tenants’ homes', ofType('tenantHome')),
  opened('familyEduCentres', '家庭教育服务中心', 'Family-education centres', ofType('familyEduCentre')),
  {
    ...opened('techDevices', '技防设备', 'Devices installed', ofType('detectorBatch')),
    gives: { quantity: 'capacity' },
  },
]

/** 设施台账: one row is one fixed thing with a place. */
export const facility = register({
  id: 'facility',
  label: say('设施台账', 'Facilities'),
  prefix: 'SS',
  columns: facilityColumns,
  key: ['facilityType', 'serialNo', 'name'],
  rules: [
    { kind: 'inOrder', columns: ['installedOn', 'acceptedOn', 'openedOn', 'retiredOn'] },
    { kind: 'inOrder', columns: ['spacesBefore', 'spacesAfter'] },
    {
      kind: 'inOrder',
      columns: ['ignited', 'accountOpened', 'pipeInstalled', 'householdsInstallable', 'householdsTotal'],
    },
    { kind: 'inOrder', columns: ['bottlesCleared', 'bottlesFound'] },
    { kind: 'inOrder', columns: ['installedOn', 'padsExpireOn'] },
    { kind: 'inOrder', columns: ['installedOn', 'batteryExpireOn'] },
    {
      kind: 'must',
      column: 'serialNo',
      when: ofType('aed', 'gasBuilding'),
      holds: { column: 'serialNo', filled: true },
      says: say('这类设施要填编号', 'this kind of facility needs its serial number'),
    },
  ],
  lifecycle,
  geometry: 'place',
  privacy: 'L1',
  evidence: 'evidence',
  access: everybody,
  feeds,
  source: `${book1('§D R17、§C T04 T05 T27 T28 T30 T32')}；${book2('§C R2、§A T37 T38')}`,
})
