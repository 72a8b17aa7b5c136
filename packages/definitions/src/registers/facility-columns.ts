import {
  type Condition,
  choice,
  choices,
  coordinates,
  count,
  date,
  evidence,
  money,
  quantity,
  row,
  text,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { asked, belonging, type Columns, provenance, say } from './common.ts'

const zero = decimal(0)
const facilityTypes = [
  ['parkingLot', '停车场', 'Car park'],
  ['berthGroup', '宜停车泊位组', 'On-street berths'],
  ['laneSegment', '非机动车道段', 'Lane segment'],
  ['footbridge', '人行天桥', 'Footbridge'],
  ['sign', '交通标识', 'Sign'],
  ['bikeParkingZone', '非机动车停放区', 'Bike parking zone'],
  ['busStop', '公交站', 'Bus stop'],
  ['camera', '监控点', 'Camera'],
  ['greenPlot', '绿化地块', 'Green plot'],
  ['streetFurniture', '城市家具', 'Street furniture'],
  ['gasBuilding', '燃气改造楼栋', 'Building on piped gas'],
  ['wastePoint', '分类投放点', 'Waste point'],
  ['recyclingVehiclePoint', '以车代库回收点', 'Recycling vehicle point'],
  ['practiceSite', '文明实践点', 'Practice site'],
  ['playground', '儿童游乐场', 'Playground'],
  ['aed', 'AED', 'AED'],
  ['school', '学校', 'School'],
  ['nurseryPoint', '托育点', 'Nursery point'],
  ['kindergartenToddlerClass', '幼儿园托班', 'Toddler class in a kindergarten'],
  ['healthStation', '社康站', 'Health station'],
  ['communityHospital', '社区医院', 'Community hospital'],
  ['hospital', '医院', 'Hospital'],
  ['shelter', '避难场所', 'Shelter'],
  ['loudspeaker', '应急广播', 'Loudspeaker'],
  ['siren', '警报器', 'Siren'],
  ['emergencyLight', '应急照明', 'Emergency light'],
  ['noticeBoard', '宣传栏', 'Notice board'],
  ['serviceSite', '服务阵地', 'Service site'],
  ['tenantHome', '来深人员之家', 'Tenants’ home'],
  ['familyEduCentre', '家庭教育服务中心', 'Family-education centre'],
  ['microFireStation', '微型消防站', 'Micro fire station'],
  ['detectorBatch', '技防设备批次', 'Batch of detectors'],
  ['mediationRoom', '调解室', 'Mediation room'],
  ['cultureVenue', '文体场馆', 'Culture venue'],
  ['warehouse', '物资仓库', 'Warehouse'],
] as const

type FacilityType = (typeof facilityTypes)[number][0]
export const ofType = (...types: readonly FacilityType[]): Condition => ({ column: 'facilityType', is: types })

const head: Columns = {
  facilityType: choice(say('设施类型', 'Kind'), facilityTypes, { required: true }),
  name: text(say('名称', 'Name'), 120, { required: true }),
  serialNo: text(say('编号', 'Serial number'), 64),
  place: coordinates(say('坐标', 'Coordinates'), ['point', 'line', 'polygon'], { required: true }),
  address: text(say('地址', 'Address'), 120),
  placeObject: row(say('所在管理单元', 'In which place'), 'place'),
  linkedProject: row(say('所属项目', 'Of which project'), 'project'),
}

const service: Columns = {
  operatorUnit: text(say('责任（运营）单位', 'Operator'), 120, { required: true }),
  capacity: quantity(say('容量', 'Capacity'), { scale: 2, min: decimal('0.01') }),
  capacityUnit: choice(
    say('容量单位', 'Unit of the capacity'),
    [
      ['bed', '床', 'Beds'],
      ['place', '位', 'Places'],
      ['person', '人', 'People'],
      ['device', '台', 'Devices'],
      ['m2', '平方米', 'Square metres'],
    ],
    { requiredWhen: { column: 'capacity', filled: true } },
  ),
  openHours: text(say('开放时间', 'Opening hours'), 120),
  accessScope: choice(say('开放范围', 'Access'), [
    ['public24h', '全天对外', 'Public, day and night'],
    ['publicHours', '开放时间内对外', 'Public in opening hours'],
    ['staffOnly', '内部使用', 'Staff only'],
  ]),
  serviceRadius: quantity(say('服务半径', 'Service radius'), { unit: '米', scale: 0, min: zero }),
  installedOn: date(say('建成（安装）日期', 'Installed on'), { notInFuture: true }),
  acceptedOn: date(say('验收日期', 'Accepted on'), { notInFuture: true }),
  openedOn: date(say('启用日期', 'Opened on'), { notInFuture: true }),
  retiredOn: date(say('停用日期', 'Retired on'), { notInFuture: true }),
  condition: count(say('完好程度', 'Condition'), '级', { min: decimal(1), max: decimal(5) }),
  lastCheckOn: date(say('最近检查', 'Last check'), { notInFuture: true }),
  checkIntervalDays: count(say('检查周期', 'Check interval'), '天', { min: decimal(1) }),
}

/** Traffic and street (1–36, T04, T05, T28). */
const street: Columns = {
  ...asked(ofType('parkingLot'), {
    parkingKind: choice(
      say('停车场类型', 'Kind of car park'),
      [
        ['attached', '配建', 'Attached'],
        ['public', '公共', 'Public'],
        ['mechanical', '立体停车库', 'Mechanical'],
        ['temporary', '临时', 'Temporary'],
        ['onStreet', '路内', 'On street'],
      ],
      { required: true },
    ),
    spacesBefore: count(say('原有车位', 'Spaces before'), '个', { required: true }),
    spacesAfter: count(say('现有车位', 'Spaces after'), '个', { required: true }),
    regNo: text(say('登记号', 'Registration'), 64),
    chargingPiles: count(say('充电桩', 'Charging piles'), '个'),
    priceClass: text(say('收费类别', 'Price class'), 40),
  }),
  ...asked(ofType('berthGroup'), {
    berthRoad: text(say('路段', 'Road'), 60, { required: true }),
    berths: count(say('泊位数', 'Berths'), '个', { required: true }),
    timeRule: choice(say('泊位时段', 'Hours of the berths'), [
      ['allDay', '全天', 'All day'],
      ['night', '夜间', 'Night'],
      ['offPeak', '平峰', 'Off-peak'],
    ]),
    platformNo: text(say('平台编号', 'Number on the platform'), 64),
  }),
  ...asked(ofType('laneSegment'), {
    lengthM: quantity(say('长度', 'Length'), { unit: '米', scale: 1, min: decimal('0.1'), required: true }),
    laneKind: choice(say('车道类型', 'Kind of lane'), [
      ['nonMotor', '非机动车道', 'Non-motor'],
      ['pedestrian', '人行道', 'Pedestrian'],
    ]),
    continuous: yesNo(say('连贯', 'Continuous')),
  }),
  ...asked(ofType('sign'), {
    signContent: text(say('标识内容', 'Content'), 120),
    replacedOn: date(say('更换日期', 'Replaced on'), { notInFuture: true }),
  }),
  ...asked(ofType('camera'), { cameraPurpose: text(say('用途', 'Purpose'), 120) }),
  ...asked(ofType('greenPlot'), {
    greenArea: quantity(say('绿化面积', 'Green area'), { unit: 'm2', scale: 2, min: zero }),
    plantScheme: text(say('种植方案', 'Plant scheme'), 200),
  }),
  ...asked(ofType('streetFurniture'), {
    furnitureKind: choice(say('家具类型', 'Kind of furniture'), [
      ['bench', '座椅', 'Bench'],
      ['bin', '果皮箱', 'Bin'],
      ['bollard', '护柱', 'Bollard'],
      ['planter', '花箱', 'Planter'],
      ['kiosk', '亭棚', 'Kiosk'],
      ['manholeCover', '井盖', 'Manhole cover'],
      ['lamp', '路灯', 'Lamp'],
    ]),
    upgradedOn: date(say('提升日期', 'Upgraded on'), { notInFuture: true }),
  }),
}

/** One building on its way from bottles to piped gas; households are totals (1–36, T27). */
const gas = asked(ofType('gasBuilding'), {
  gasState: choice(
    say('改造状态', 'State of the change'),
    [
      ['listed', '已列入', 'Listed'],
      ['designed', '已设计', 'Designed'],
      ['installing', '安装中', 'Installing'],
      ['accepted', '已验收', 'Accepted'],
      ['openForAccounts', '可开户', 'Open for accounts'],
      ['ignited', '已点火', 'Ignited'],
      ['bottleFree', '已清瓶', 'Bottle-free'],
      ['verified', '已抽查', 'Verified'],
      ['relapsed', '回潮', 'Relapsed'],
    ],
    { required: true },
  ),
  householdsTotal: count(say('总户数', 'Households'), '户', { required: true }),
  householdsInstallable: count(say('可安装户数', 'Households installable'), '户'),
  pipeInstalled: count(say('安装户数', 'Pipes installed'), '户'),
  accountOpened: count(say('开户', 'Accounts opened'), '户'),
  ignited: count(say('点火', 'Ignited'), '户'),
  bottlesFound: count(say('存量瓶', 'Bottles found'), '瓶'),
  bottlesCleared: count(say('已清瓶', 'Bottles cleared'), '瓶'),
  restaurants: count(say('餐饮户数', 'Restaurants'), '家'),
  gasObstacles: choices(say('未清原因', 'Obstacles'), [
    ['noAccess', '无法入户', 'No access'],
    ['ownerRefuses', '业主不同意', 'Owner refuses'],
    ['illegalStructure', '违建', 'Illegal structure'],
    ['noKitchen', '无厨房', 'No kitchen'],
    ['dangerousFlue', '烟道隐患', 'Dangerous flue'],
    ['vacant', '空置', 'Vacant'],
  ]),
})

/** Waste and practice (1–36, T30, T32). */
const daily: Columns = {
  ...asked(ofType('wastePoint'), {
    wasteKinds: choices(say('垃圾种类', 'Kinds of waste'), [
      ['residual', '其他垃圾', 'Residual'],
      ['kitchen', '厨余垃圾', 'Kitchen'],
      ['recyclable', '可回收物', 'Recyclable'],
      ['hazardous', '有害垃圾', 'Hazardous'],
    ]),
    timed: yesNo(say('定时投放', 'At set hours')),
    iot: yesNo(say('智能（物联网）', 'Smart')),
    closedBins: yesNo(say('密闭', 'Closed bins')),
  }),
  ...asked(ofType('recyclingVehiclePoint'), {
    permitPlace: text(say('许可地点', 'Permitted place'), 120),
    timeWindow: text(say('回收时段', 'Hours of collection'), 60),
    tonnes: quantity(say('回收量', 'Recycled'), { unit: 'ton', scale: 2, min: zero }),
  }),
  ...asked(ofType('practiceSite'), {
    siteLevel: choice(say('级别', 'Level'), [
      ['centre', '所', 'Centre'],
      ['station', '站', 'Station'],
      ['point', '点', 'Point'],
    ]),
    fiveHaves: choices(say('五有', 'The five things'), [
      ['place', '有场所', 'Place'],
      ['team', '有队伍', 'Team'],
      ['activities', '有活动', 'Activities'],
      ['projects', '有项目', 'Projects'],
      ['mechanism', '有机制', 'Mechanism'],
    ]),
  }),
}

/** Health, care and emergency (37–62, T37, T38, T51). */
const care: Columns = {
  ...asked(ofType('aed'), {
    model: text(say('型号', 'Model'), 60),
    cabinetNo: text(say('机柜号', 'Cabinet'), 40),
    indoor: yesNo(say('室内', 'Indoor')),
    floor: quantity(say('楼层', 'Floor'), { scale: 0, min: decimal(-5), max: decimal(120) }),
    padsExpireOn: date(say('电极片有效期', 'Pads expire on'), { required: true }),
    batteryExpireOn: date(say('电池有效期', 'Battery expires on'), { required: true }),
    custodianUnit: text(say('保管单位', 'Custodian'), 120),
    linkedEmergencyMap: yesNo(say('已上急救地图', 'On the emergency map')),
  }),
  ...asked(ofType('nurseryPoint', 'kindergartenToddlerClass'), {
    places: count(say('托位', 'Places'), '个', { required: true }),
    infantClasses: count(say('乳儿班', 'Classes of 6–12 months'), '班'),
    toddlerClasses: count(say('托小班', 'Classes of 12–24 months'), '班'),
    olderClasses: count(say('托大班', 'Classes of 24–36 months'), '班'),
    mixedClasses: count(say('混合班', 'Mixed classes'), '班'),
    filingNo: text(say('备案号', 'Filing number'), 64),
    filedOn: date(say('备案日期', 'Filed on'), { notInFuture: true }),
    feePerMonth: money(say('月收费', 'Fee per month'), '元'),
    isInclusive: yesNo(say('普惠', 'Inclusive')),
  }),
}

export const facilityColumns: Columns = {
  ...head,
  ...belonging,
  ...service,
  ...street,
  ...gas,
  ...daily,
  ...care,
  evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2', 'E4']),
  ...provenance,
}
