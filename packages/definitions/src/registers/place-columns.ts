import {
  type Condition,
  choice,
  choices,
  coordinates,
  count,
  date,
  documentNumber,
  evidence,
  longText,
  money,
  percentage,
  quantity,
  row,
  text,
  uscc,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { asked, belonging, book2, type Columns, parameter, provenance, say } from './common.ts'

const zero = decimal(0)
const placeTypes = [
  ['residential', '住宅小区', 'Residential estate'],
  ['urbanVillage', '城中村', 'Urban village'],
  ['industrialPark', '工业园区', 'Industrial park'],
  ['constructionSite', '工地', 'Construction site'],
  ['riverReach', '河段', 'River reach'],
  ['drainageUnit', '排水单元', 'Drainage unit'],
  ['airStation', '空气监测站', 'Air station'],
  ['waterSection', '水质断面', 'Water section'],
  ['roadSection', '路段', 'Road section'],
  ['market', '市场', 'Market'],
  ['school', '学校', 'School'],
  ['firm', '企业', 'Firm'],
  ['threeSmall', '三小场所', 'Three-small place'],
  ['smallWork', '小散工程', 'Small works'],
  ['house', '自建房', 'Self-built house'],
  ['slope', '边坡', 'Slope'],
  ['waterlogging', '内涝点', 'Waterlogging point'],
  ['trafficSegment', '重点交通路段', 'Traffic segment'],
  ['keyPlace', '重点场所', 'Key place'],
  ['gasUser', '燃气用户', 'Gas user'],
] as const

type PlaceType = (typeof placeTypes)[number][0]
export const ofType = (...types: readonly PlaceType[]): Condition => ({ column: 'placeType', is: types })

const head: Columns = {
  placeType: choice(say('类型', 'Kind'), placeTypes, { required: true }),
  name: text(say('名称', 'Name'), 120, { required: true }),
  objectNo: text(say('编号', 'Number'), 64, { required: true }),
  // A place that is homes, drainage unit and gas village at once is one row with several roles.
  roles: choices(say('兼有类型', 'Also'), placeTypes),
  place: coordinates(say('位置', 'Position'), ['polygon', 'line', 'point'], { required: true }),
  address: text(say('地址', 'Address'), 120),
  manager: text(say('管理单位', 'Manager'), 120),
  managerUscc: uscc(say('管理单位信用代码', 'USCC of the manager')),
  households: count(say('户数', 'Households'), '户'),
  floorArea: quantity(say('建筑面积', 'Floor area'), { unit: 'm2', scale: 2, min: zero }),
  landArea: quantity(say('用地面积', 'Land area'), { unit: 'm2', scale: 2, min: zero }),
}

const supervision: Columns = {
  riskTier: choice(
    say('风险等级', 'Risk tier'),
    [
      ['red', '红', 'Red'],
      ['orange', '橙', 'Orange'],
      ['yellow', '黄', 'Yellow'],
      ['blue', '蓝', 'Blue'],
    ],
    { requiredWhen: ofType('firm', 'industrialPark', 'threeSmall', 'smallWork', 'house', 'slope', 'keyPlace') },
  ),
  tierScore: count(say('风险评分', 'Tier score'), '分'),
  tierReviewedOn: date(say('评级日期', 'Tier reviewed on'), { notInFuture: true }),
  intervalDays: count(say('巡查周期', 'Interval'), '天', { min: decimal(1) }),
  lastInspectedOn: date(say('上次巡查', 'Last inspected on'), { notInFuture: true }),
  registeredOn: date(say('登记日期', 'Registered on'), {
    notInFuture: true,
    requiredWhen: ofType('drainageUnit'),
  }),
  patrolPlanOn: date(say('巡控方案日期', 'Plan of patrols of'), {
    notInFuture: true,
    askedWhen: ofType('keyPlace', 'waterlogging'),
  }),
  removedOn: date(say('摘牌日期', 'Taken off the list on'), { notInFuture: true, askedWhen: ofType('keyPlace') }),
  treatedOn: date(say('治理完成日期', 'Treated on'), {
    notInFuture: true,
    askedWhen: ofType('urbanVillage', 'house', 'gasUser'),
  }),
  surveyedOn: date(say('摸排日期', 'Surveyed on'), { notInFuture: true }),
}

const parksMax = parameter('place.parks', say('园区总数', 'Parks in all'), 'park', 303, book2('§A T53 [C]'))

/** An industrial park, one of a closed list (1–36, T13, T22; 37–62, T53). */
const park = asked(ofType('industrialPark'), {
  parkNo: count(say('园区编号', 'Park number'), '号', { min: decimal(1), max: parksMax, required: true }),
  parkOwner: choice(say('权属类型', 'Kind of owner'), [
    ['stateCompany', '国企', 'State company'],
    ['jointStockCoop', '股份合作公司', 'Joint-stock cooperative'],
    ['private', '民企', 'Private'],
    ['government', '政府', 'Government'],
  ]),
  operator: text(say('运营单位', 'Operator'), 120),
  buildings: count(say('楼栋数', 'Buildings'), '栋'),
  firms: count(say('企业数', 'Firms'), '家'),
  avgRent: quantity(say('平均租金', 'Average rent'), { unit: '元/m²·月', scale: 2, min: zero }),
  occupancy: percentage(say('出租率', 'Occupancy')),
  propertyPapers: text(say('产权手续', 'Property papers'), 120),
  upgradeState: text(say('提升进度', 'Upgrade'), 120),
  itemsTotal: count(say('整治事项', 'Items to rectify'), '项'),
  itemsDone: count(say('已完成事项', 'Items done'), '项'),
  acceptanceNo: text(say('验收意见编号', 'Acceptance number'), 64),
  disposition: choice(say('园区去留', 'Disposition'), [
    ['kept', '保留', 'Kept'],
    ['eliminated', '拆除消化', 'Eliminated'],
  ]),
  newIndustryTheme: text(say('战新方向', 'Strategic theme'), 60),
  plannedArea: quantity(say('规划面积', 'Planned area'), { unit: 'm2', scale: 2, min: zero }),
  availableArea: quantity(say('可用面积', 'Available area'), { unit: 'm2', scale: 2, min: zero }),
  anchorFirms: text(say('龙头企业', 'Anchor firms'), 200),
  themePlanOn: date(say('战新园区方案日期', 'Plan of the theme of'), { notInFuture: true }),
  investmentMapOn: date(say('招商图谱日期', 'Investment map of'), { notInFuture: true }),
  firstLandedOn: date(say('首个项目落地日期', 'First project landed on'), { notInFuture: true }),
  themeReadyOn: date(say('战新园区四项齐备日期', 'All four of the theme ready on'), { notInFuture: true }),
})

const enterpriseLike: Columns = {
  ...asked(ofType('firm'), {
    enterprise: row(say('企业（企业库）', 'Enterprise'), 'enterprise'),
    industryCode: text(say('行业代码', 'Industry code'), 5, { forms: ['A99', 'A999', 'A9999'] }),
    employeesBand: choice(say('人数规模', 'Employees'), [
      ['under50', '50人以下', 'Under 50'],
      ['50to299', '50–299人', '50 to 299'],
      ['300up', '300人及以上', '300 and more'],
    ]),
    dormitoryInBuilding: yesNo(say('厂房内有宿舍', 'Dormitory in the building')),
    commitmentSignedOn: date(say('承诺书签订日期', 'Commitment signed on'), { notInFuture: true }),
  }),
  ...asked(ofType('threeSmall'), {
    threeSmallKind: choice(
      say('三小类别', 'Kind of three-small'),
      [
        ['shop', '小档口', 'Shop'],
        ['workshop', '小作坊', 'Workshop'],
        ['entertainment', '小娱乐场所', 'Entertainment'],
      ],
      { required: true },
    ),
  }),
  ...asked(ofType('smallWork'), {
    workKind: text(say('工程类别', 'Kind of works'), 60, { required: true }),
    investment: money(say('投资额', 'Investment'), '万元', {
      max: parameter(
        'place.small_work_investment',
        say('小散工程投资上限', 'Largest small works'),
        'CNY10000',
        100,
        book2('§A T55 [C]'),
      ),
    }),
    startOn: date(say('开工日期', 'Start'), { required: true }),
    endOn: date(say('完工日期', 'End'), { required: true }),
    highRiskFlags: choices(say('高风险作业', 'High-risk work'), [
      ['height', '2米以上高处', 'At height'],
      ['basket', '吊篮绳索', 'Basket or rope'],
      ['hotWork', '动火', 'Hot work'],
      ['confinedSpace', '有限空间', 'Confined space'],
      ['loadBearing', '改动承重', 'Load-bearing change'],
      ['demolition', '拆除', 'Demolition'],
      ['lifting', '吊装', 'Lifting'],
    ]),
    foundUnregistered: yesNo(say('巡查发现未登记', 'Found unregistered')),
    contractorQualified: yesNo(say('施工单位有资质', 'Contractor qualified')),
    firstVisitOn: date(say('首次巡查日期', 'First visit on'), { notInFuture: true }),
    firstVisitDueOn: date(say('首次巡查期限', 'First visit due on')),
  }),
}

const hazardous: Columns = {
  // The owner of a self-built house is not kept: the code of the house is enough.
  ...asked(ofType('house'), {
    houseUse: text(say('用途', 'Use'), 60),
    storeys: count(say('层数', 'Storeys'), '层'),
    builtYear: count(say('建成年份', 'Built in'), '年'),
    houseGrade: choice(say('鉴定等级', 'Grade'), [
      ['A', 'A级', 'A'],
      ['B', 'B级', 'B'],
      ['C', 'C级', 'C'],
      ['D', 'D级', 'D'],
    ]),
    measure: choice(say('处置措施', 'Measure'), [
      ['stopUse', '停用', 'Stop use'],
      ['evacuate', '撤离', 'Evacuate'],
      ['reinforce', '加固', 'Reinforce'],
      ['rebuild', '重建', 'Rebuild'],
      ['demolish', '拆除', 'Demolish'],
    ]),
    measureOn: date(say('处置日期', 'Measure taken on'), { notInFuture: true }),
  }),
  ...asked(ofType('slope'), {
    heightM: quantity(say('坡高', 'Height'), { unit: '米', scale: 1, min: zero }),
    slopeLengthM: quantity(say('坡长', 'Length'), { unit: '米', scale: 1, min: zero }),
    slopeType: text(say('边坡类型', 'Type of slope'), 40),
    threatened: text(say('受威胁对象', 'What is threatened'), 120),
    slopeGrade: choice(say('规模', 'Grade'), [
      ['large', '大', 'Large'],
      ['medium', '中', 'Medium'],
      ['small', '小', 'Small'],
    ]),
    threatenedBand: choice(say('受威胁人数', 'People threatened'), [
      ['under10', '10人以下', 'Under 10'],
      ['10to99', '10–99人', '10 to 99'],
      ['100up', '100人及以上', '100 and more'],
    ]),
    planYear: count(say('计划年度', 'Year of the plan'), '年'),
    writeOffDocNo: documentNumber(say('核销文号', 'Write-off document')),
    writeOffOn: date(say('核销日期', 'Written off on'), { notInFuture: true }),
  }),
  ...asked(ofType('waterlogging'), {
    maxDepthCm: quantity(say('最大积水深度', 'Greatest depth'), { unit: '厘米', scale: 0, min: zero }),
    planDoc: text(say('一点一预案', 'Plan'), 120),
    equipmentList: longText(say('设备清单', 'Equipment'), 500),
    preparedOn: date(say('备汛完成日期', 'Ready on'), { notInFuture: true }),
  }),
}

const ground: Columns = {
  ...asked(ofType('roadSection', 'trafficSegment'), {
    roadName: text(say('道路', 'Road'), 60, { required: true }),
    sectionFrom: text(say('路段起点', 'Section from'), 60),
    sectionTo: text(say('路段止点', 'Section to'), 60),
    focus: text(say('整治重点', 'Focus'), 120),
  }),
  ...asked(ofType('constructionSite'), {
    siteArea: quantity(say('工地面积', 'Site area'), { unit: 'm2', scale: 2, min: zero }),
    builder: text(say('施工单位', 'Builder'), 120),
    phase: choice(say('施工阶段', 'Phase'), [
      ['earthwork', '土石方', 'Earthwork'],
      ['foundation', '基础', 'Foundation'],
      ['structure', '主体', 'Structure'],
      ['finish', '装修', 'Finish'],
      ['demolition', '拆除', 'Demolition'],
      ['stopped', '停工', 'Stopped'],
    ]),
    tspOnline: yesNo(say('TSP 在线监测', 'TSP on line')),
    exits: count(say('出入口', 'Exits'), '个'),
  }),
  ...asked(ofType('riverReach'), {
    riverName: text(say('河流', 'River'), 60, { required: true }),
    reachFrom: text(say('河段起点', 'Reach from'), 60),
    reachTo: text(say('河段止点', 'Reach to'), 60),
    lengthKm: quantity(say('长度', 'Length'), { unit: 'km', scale: 3, min: zero }),
    streetChiefPost: text(say('街道级河长（岗位）', 'Street chief, by post'), 60),
    communityChiefPost: text(say('社区级河长（岗位）', 'Community chief, by post'), 60),
  }),
  ...asked(ofType('riverReach', 'waterSection'), {
    waterClass: choice(say('水质目标', 'Class to reach'), [
      ['2', 'Ⅱ类', 'Class II'],
      ['3', 'Ⅲ类', 'Class III'],
      ['4', 'Ⅳ类', 'Class IV'],
      ['5', 'Ⅴ类', 'Class V'],
    ]),
  }),
  ...asked(ofType('drainageUnit'), {
    pipeKm: quantity(say('管网长度', 'Pipes'), { unit: 'km', scale: 3, min: zero }),
    handoverState: choice(
      say('移交状态', 'Hand-over'),
      [
        ['notStarted', '未启动', 'Not started'],
        ['surveyed', '已摸排', 'Surveyed'],
        ['agreementSigned', '已签协议', 'Agreement signed'],
        ['handedOver', '已移交', 'Handed over'],
        ['fineManaged', '精细管理', 'Finely managed'],
      ],
      { required: true },
    ),
    agreementNo: text(say('协议编号', 'Agreement number'), 64, {
      requiredWhen: { column: 'handoverState', is: ['agreementSigned', 'handedOver', 'fineManaged'] },
    }),
    handedOverOn: date(say('移交日期', 'Handed over on'), {
      notInFuture: true,
      requiredWhen: { column: 'handoverState', is: ['handedOver', 'fineManaged'] },
    }),
    mixedConnections: count(say('混接点', 'Mixed connections'), '处'),
    lastCleanedOn: date(say('最近清疏', 'Last cleaned on'), { notInFuture: true }),
  }),
  ...asked(ofType('residential'), {
    wasteMode: text(say('分类督导模式', 'Mode of sorting'), 60),
    wastePlanOn: date(say('督导方案日期', 'Plan of supervision of'), { notInFuture: true }),
  }),
}

const acceptance: Columns = {
  acceptedOn: date(say('验收日期', 'Accepted on'), { notInFuture: true }),
  closedOn: date(say('销号日期', 'Closed on'), { notInFuture: true }),
}

export const placeColumns: Columns = {
  ...head,
  ...belonging,
  ...supervision,
  ...park,
  ...enterpriseLike,
  ...hazardous,
  ...ground,
  ...acceptance,
  evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2', 'E4']),
  ...provenance,
}
