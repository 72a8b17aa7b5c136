import {
  type Condition,
  choice,
  choices,
  coordinates,
  count,
  date,
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
import { asked, belonging, type Columns, provenance, say } from './common.ts'
import { blockers } from './lists.ts'
import { templateOptions } from './stage-templates.ts'

const zero = decimal(0)
const projectTypes = [
  ['renewal', '城市更新', 'Urban renewal'],
  ['landPrep', '土地整备利益统筹', 'Land preparation'],
  ['roadLand', '道路整备', 'Land for roads'],
  ['railLand', '轨道征收', 'Land for rail'],
  ['industryUpstairs', '工业上楼', 'Industry upstairs'],
  ['parkUpgrade', '园区提升', 'Park upgrade'],
  ['govInvest', '政府投资', 'Government investment'],
  ['socialInvest', '社会投资', 'Social investment'],
  ['hotel', '酒店', 'Hotel'],
  ['commercial', '商业', 'Commercial'],
  ['gas', '管道燃气（瓶改管）', 'Piped gas'],
  ['oldEstate', '老旧小区改造', 'Old estate'],
  ['planStudy', '规划研究', 'Plan or study'],
  ['cooperation', '合作平台', 'Co-operation'],
  ['landFormation', '陆域形成', 'Land formation'],
  ['landscape', '环境提升', 'Landscape'],
  ['bridge', '人行天桥', 'Footbridge'],
  ['school', '学校', 'School'],
  ['hospital', '医院', 'Hospital'],
  ['healthStation', '社康站', 'Health station'],
  ['housing', '住房', 'Housing'],
  ['land', '用地', 'Land'],
  ['livelihoodMicro', '民生微实事', 'Livelihood micro-project'],
  ['unionMicro', '工会微实事', 'Union micro-project'],
  ['village', '帮扶村项目', 'Village project'],
  ['slope', '边坡治理', 'Slope'],
  ['culture', '文体项目', 'Culture'],
  ['pilot', '试点', 'Pilot'],
  ['creation', '创建', 'Creation'],
] as const

type ProjectType = (typeof projectTypes)[number][0]
export const ofType = (...types: readonly ProjectType[]): Condition => ({ column: 'projectType', is: types })

const head: Columns = {
  name: text(say('项目名称', 'Name'), 120, { required: true }),
  projectType: choice(say('项目类型', 'Kind'), projectTypes, { required: true }),
  stageTemplate: choice(say('节点模板', 'Stage template'), templateOptions),
  parent: row(say('上级项目', 'Part of'), 'project'),
  projectCode: text(say('项目代码', 'Project code'), 24, { forms: ['9999-999999-99-99-999999'] }),
  ownerOrg: text(say('建设单位', 'Builder'), 120),
  ownerUscc: uscc(say('建设单位信用代码', 'USCC of the builder')),
  investor: text(say('投资方', 'Investor'), 120),
}

const goal: Columns = {
  annualGoalText: longText(say('年度目标原文', 'Goal of the year as printed'), 500, { required: true }),
  annualGoalStage: text(say('年度目标节点', 'Stage promised for the year'), 60, { required: true }),
  goalReading: choice(say('目标口径', 'Reading of the goal'), [
    ['base', '基本口径', 'Base reading'],
    ['strict', '从严口径', 'Strict reading'],
  ]),
}

const investment: Columns = {
  totalInvestment: money(say('总投资', 'Total investment'), '万元'),
  planYear: money(say('年度计划投资', 'Investment planned for the year'), '万元'),
  investList: choice(say('投资清单', 'Investment list'), [
    ['gov', '政府投资', 'Government'],
    ['social', '社会投资', 'Social'],
    ['crossStreet', '跨街道', 'Across streets'],
    ['none', '不列入', 'On none'],
  ]),
  ...asked(
    { column: 'investList', is: 'crossStreet' },
    {
      streetShare: percentage(say('本街道占比', 'Share of this street'), { required: true }),
      ownerStreet: text(say('牵头街道', 'Street in charge'), 60),
    },
  ),
  enrolled: yesNo(say('已纳统入库', 'Enrolled in statistics')),
  enrolledOn: date(say('入库日期', 'Enrolled on'), {
    notInFuture: true,
    requiredWhen: { column: 'enrolled', is: true },
  }),
  method: choice(say('投资核算方法', 'Method of accounting'), [
    ['progress', '形象进度法', 'By progress'],
    ['finance', '财务支出法', 'By expenditure'],
  ]),
}

const progress: Columns = {
  landAreaHa: quantity(say('用地面积', 'Land area'), { unit: 'ha', scale: 4, min: zero }),
  floorArea: quantity(say('建筑面积', 'Floor area'), { unit: 'm2', scale: 2, min: zero }),
  startPlanned: date(say('计划开工', 'Start planned')),
  startActual: date(say('开工日期', 'Started on'), { notInFuture: true }),
  endPlanned: date(say('计划竣工', 'End planned')),
  endActual: date(say('竣工日期', 'Completed on'), { notInFuture: true }),
  acceptedOn: date(say('验收日期', 'Accepted on'), { notInFuture: true }),
  handedOverOn: date(say('移交日期', 'Handed over on'), { notInFuture: true }),
  blockedBy: choice(say('制约因素', 'Waiting for'), blockers),
  blockedSince: date(say('制约起始', 'Waiting since'), {
    notInFuture: true,
    requiredWhen: { column: 'blockedBy', filled: true },
  }),
  problem: longText(say('存在问题', 'Problem'), 2000),
  nextStep: longText(say('下一步', 'Next step'), 2000),
  nextStepDue: date(say('下一步时限', 'Next step due')),
  place: coordinates(say('范围', 'Scope'), ['polygon', 'line', 'point']),
}

/** An urban-renewal unit (1–36, T12). */
const renewal = asked(ofType('renewal'), {
  unitName: text(say('更新单元', 'Renewal unit'), 120, { required: true }),
  mode: choice(say('更新方式', 'Mode'), [
    ['rebuild', '拆除重建', 'Rebuild'],
    ['comprehensive', '综合整治', 'Comprehensive improvement'],
    ['functionChange', '功能改变', 'Change of function'],
  ]),
  direction: choice(say('更新方向', 'Direction'), [
    ['industryToIndustry', '工改工', 'Industry to industry'],
    ['industryToM0', '工改M0', 'Industry to M0'],
    ['industryToMixed', '工改商住', 'Industry to mixed use'],
    ['village', '村改', 'Village'],
    ['homes', '居改', 'Homes'],
  ]),
  demolitionArea: quantity(say('拆除用地面积', 'Area to demolish'), { unit: 'm2', scale: 2, min: zero }),
  plannedFloorArea: quantity(say('规划建筑面积', 'Planned floor area'), { unit: 'm2', scale: 2, min: zero }),
  industryShare: percentage(say('产业占比', 'Share of industry')),
  applicant: choice(say('申报主体', 'Applicant'), [
    ['jointStockCoop', '股份合作公司', 'Joint-stock cooperative'],
    ['singleOwner', '单一权利人', 'Single owner'],
    ['developer', '开发企业', 'Developer'],
    ['street', '街道', 'Street'],
  ]),
  consentByArea: percentage(say('面积同意率', 'Consent by area')),
  consentByNumber: percentage(say('人数同意率', 'Consent by number')),
  consentLandArea: percentage(say('同意用地占比', 'Land agreeing')),
  planAnnouncedOn: date(say('计划公告日期', 'Plan announced on'), { notInFuture: true }),
  planningApprovedOn: date(say('专规批复日期', 'Planning approved on'), { notInFuture: true }),
  signedUnits: count(say('已签约', 'Signed'), '户'),
  totalUnits: count(say('总户数', 'All units'), '户'),
  implementerConfirmedOn: date(say('实施主体确认日期', 'Implementer confirmed on'), { notInFuture: true }),
  landContractNo: text(say('土地出让合同号', 'Land contract'), 64),
  permitNo: text(say('施工许可证号', 'Building permit'), 64),
  contributionLand: quantity(say('贡献用地', 'Contributed land'), { unit: 'm2', scale: 2, min: zero }),
  publicFacilities: longText(say('公共配套', 'Public facilities'), 500),
})

const land: Columns = {
  ...asked(ofType('roadLand', 'railLand'), {
    roadName: text(say('道路（线路）名称', 'Road or line'), 60, { required: true }),
    lengthM: quantity(say('长度', 'Length'), { unit: '米', scale: 1, min: zero }),
    redLineHa: quantity(say('红线面积', 'Area in the red line'), { unit: 'ha', scale: 4, min: zero }),
    unreleasedM2: quantity(say('未移交面积', 'Area not released'), { unit: 'm2', scale: 2, min: zero, required: true }),
    deadEnd: yesNo(say('断头路', 'Dead-end road')),
    clearedOn: date(say('清拆完成日期', 'Cleared on'), {
      notInFuture: true,
      askedWhen: { column: 'deadEnd', is: true },
    }),
    obstacles: choices(say('障碍', 'Obstacles'), [
      ['house', '房屋', 'House'],
      ['pipe', '管线', 'Pipe'],
      ['powerLine', '电力线', 'Power line'],
      ['grave', '坟墓', 'Grave'],
      ['crop', '青苗', 'Crop'],
      ['enterprise', '企业', 'Enterprise'],
    ]),
  }),
  ...asked(ofType('landPrep'), {
    scopeHa: quantity(say('整备范围', 'Scope'), { unit: 'ha', scale: 4, min: zero }),
    landRight: choices(say('土地权属', 'Land rights'), [
      ['complete', '手续完善', 'Complete'],
      ['incomplete', '手续不完善', 'Incomplete'],
    ]),
  }),
}

const business: Columns = {
  ...asked(ofType('hotel', 'commercial'), {
    brand: text(say('品牌', 'Brand'), 60),
    openedOn: date(say('开业日期', 'Opened on'), { notInFuture: true }),
  }),
  ...asked(ofType('hotel'), {
    rooms: count(say('客房数', 'Rooms'), '间'),
    starTarget: count(say('拟评星级', 'Stars aimed at'), '星', { max: decimal(5) }),
  }),
  ...asked(ofType('commercial'), {
    leasableArea: quantity(say('可租面积', 'Leasable area'), { unit: 'm2', scale: 2, min: zero }),
    leasedArea: quantity(say('已租面积', 'Leased area'), { unit: 'm2', scale: 2, min: zero }),
    openedArea: quantity(say('已开业面积', 'Opened area'), { unit: 'm2', scale: 2, min: zero }),
    leasedAsOf: date(say('租赁数据截至', 'Leases as of'), {
      notInFuture: true,
      requiredWhen: { column: 'leasedArea', filled: true },
    }),
  }),
  ...asked(ofType('cooperation'), {
    partner: text(say('合作方', 'Partner'), 120, { required: true }),
    techFields: text(say('技术领域', 'Fields'), 200),
    funding: choices(say('资金', 'Funding'), [
      ['street', '街道', 'Street'],
      ['district', '区', 'District'],
      ['partner', '合作方', 'Partner'],
    ]),
    siteSpace: row(say('选址', 'Site'), 'space'),
  }),
  ...asked(ofType('landscape'), { nodeName: text(say('节点名称', 'Node'), 60, { required: true }) }),
}

/** 设计卡: what a building for industry upstairs is designed for (1–36, T14). */
const designCard = asked(ofType('industryUpstairs'), {
  buildingHeight: quantity(say('建筑高度', 'Height'), { unit: '米', scale: 2, min: zero }),
  floors: count(say('层数', 'Floors'), '层'),
  floorHeightGround: quantity(say('首层层高', 'Height of the ground floor'), { unit: '米', scale: 2, min: zero }),
  floorHeightStd: quantity(say('标准层层高', 'Height of a floor'), { unit: '米', scale: 2, min: zero }),
  loadGround: quantity(say('首层荷载', 'Load of the ground floor'), { unit: 'kN/m²', scale: 2, min: zero }),
  loadStd: quantity(say('标准层荷载', 'Load of a floor'), { unit: 'kN/m²', scale: 2, min: zero }),
  columnGrid: text(say('柱距', 'Column grid'), 40),
  singleFloorArea: quantity(say('单层面积', 'Area of a floor'), { unit: 'm2', scale: 2, min: zero }),
  freightLifts: count(say('货梯数', 'Freight lifts'), '台'),
  liftLoadT: quantity(say('货梯载重', 'Lift load'), { unit: 'ton', scale: 2, min: zero }),
  hoistOpening: yesNo(say('吊装口', 'Hoist opening')),
  unloadPlatform: yesNo(say('卸货平台', 'Unloading platform')),
  vibrationClass: text(say('减振等级', 'Vibration class'), 40),
  powerVaPerM2: quantity(say('配电', 'Power'), { unit: 'VA/m²', scale: 1, min: zero }),
  fireClass: choice(say('火灾危险性类别', 'Fire class'), [
    ['jia', '甲', 'A'],
    ['yi', '乙', 'B'],
    ['bing', '丙', 'C'],
    ['ding', '丁', 'D'],
    ['wu', '戊', 'E'],
  ]),
  environment: text(say('环保设施', 'Environment'), 200),
})

const livelihood: Columns = {
  ...asked(ofType('livelihoodMicro', 'unionMicro'), {
    microKind: choice(say('微实事类型', 'Kind of micro-project'), [
      ['works', '工程类', 'Works'],
      ['goods', '货物类', 'Goods'],
      ['services', '服务类', 'Services'],
    ]),
    councilVoteFor: count(say('议事会同意票', 'Votes for'), '票'),
    councilVoteTotal: count(say('议事会总票数', 'All votes'), '票'),
    budget: money(say('预算', 'Budget'), '元'),
    contractAmount: money(say('合同金额', 'Contract amount'), '元'),
    paid: money(say('已付', 'Paid'), '元'),
    satisfaction: percentage(say('满意度', 'Satisfaction')),
  }),
  ...asked(ofType('gas'), {
    gasBatch: text(say('瓶改管批次', 'Batch'), 40),
    gasApprovedOn: date(say('立项日期', 'Approved on'), { notInFuture: true }),
  }),
  ...asked(ofType('oldEstate'), {
    households: count(say('受益户数', 'Households'), '户'),
    buildings: count(say('楼栋数', 'Buildings'), '栋'),
    voteAreaPart: percentage(say('表决面积参与率', 'Took part, by area')),
    voteNumberPart: percentage(say('表决人数参与率', 'Took part, by number')),
    voteAreaFor: percentage(say('表决面积同意率', 'Votes for, by area')),
    voteNumberFor: percentage(say('表决人数同意率', 'Votes for, by number')),
  }),
  ...asked(ofType('school'), {
    primaryClasses: count(say('小学班数', 'Primary classes'), '班'),
    juniorClasses: count(say('初中班数', 'Junior classes'), '班'),
    primaryClassSize: count(say('小学班额', 'Size of a primary class'), '人'),
    juniorClassSize: count(say('初中班额', 'Size of a junior class'), '人'),
  }),
}

export const projectColumns: Columns = {
  ...head,
  ...belonging,
  ...goal,
  ...investment,
  ...progress,
  ...renewal,
  ...land,
  ...business,
  ...designCard,
  ...livelihood,
  evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2']),
  ...provenance,
}
