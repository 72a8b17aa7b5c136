import {
  type Condition,
  choice,
  choices,
  coordinates,
  count,
  date,
  evidence,
  longText,
  moment,
  money,
  percentage,
  quantity,
  row,
  text,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { asked, belonging, book1, type Columns, parameter, provenance, say } from './common.ts'

const zero = decimal(0)
const kinds = [
  ['trafficHazard', '交通隐患', 'Traffic hazard'],
  ['roadDefect', '道路病害', 'Road defect'],
  ['dustIssue', '扬尘问题', 'Dust'],
  ['pollutionSource', '污染源', 'Pollution source'],
  ['sanitationIssue', '环卫问题', 'Sanitation'],
  ['civIssue', '创文问题', 'Civilised city'],
  ['subLease', '二房东', 'Sub-lessor'],
  ['scatteredPolluting', '散乱污危', 'Scattered, polluting, dangerous'],
  ['constructionConflict', '施工矛盾', 'Conflict of works'],
  ['showIssue', '展会问题', 'Issue of a show'],
  ['safetyHazard', '安全隐患', 'Safety hazard'],
  ['other', '其他', 'Other'],
] as const

type IssueKind = (typeof kinds)[number][0]
export const ofKind = (...wanted: readonly IssueKind[]): Condition => ({ column: 'kind', is: wanted })
const major: Condition = { column: 'level', is: 'major' }

const found: Columns = {
  kind: choice(say('类型', 'Kind'), kinds, { required: true }),
  level: choice(
    say('等级', 'Level'),
    [
      ['general', '一般', 'General'],
      ['serious', '较大', 'Serious'],
      ['major', '重大', 'Major'],
    ],
    { required: true },
  ),
  description: longText(say('内容', 'Description'), 2000, { required: true }),
  source: choice(
    say('来源', 'Source'),
    [
      ['inspection', '巡查检查', 'Inspection'],
      ['hotline', '热线', 'Hotline'],
      ['grid', '网格', 'Grid'],
      ['self', '企业自查', 'Self-check'],
      ['upper', '上级交办', 'From above'],
      ['patrol', '巡逻', 'Patrol'],
      ['police', '交警', 'Police'],
      ['citizen', '群众反映', 'Citizen'],
      ['accidentAnalysis', '事故分析', 'Analysis of accidents'],
    ],
    { required: true },
  ),
  foundAt: moment(say('发现时间', 'Found at'), { required: true, notInFuture: true }),
  place: coordinates(say('位置', 'Position'), ['point']),
  address: text(say('地点', 'Address'), 120),
  object: row(say('所属对象', 'Object'), 'place'),
  inspection: row(say('来自检查', 'Found by the inspection'), 'inspection'),
  event: row(say('相关展会', 'At the show'), 'event', { askedWhen: ofKind('showIssue') }),
  before: evidence(say('整改前', 'Before'), ['E3', 'E4']),
}

const handled: Columns = {
  responsible: text(say('整改责任单位', 'Responsible for the fixing'), 120, { required: true }),
  deadlineOn: date(say('整改期限', 'Deadline')),
  measure: longText(say('整改措施', 'Measure'), 2000),
  fixedOn: date(say('整改完成日期', 'Fixed on'), { notInFuture: true }),
  fixedByPost: text(say('整改岗位', 'Post that fixed'), 60),
  recheckOn: date(say('复查日期', 'Rechecked on'), { notInFuture: true }),
  recheckByPost: text(say('复查岗位', 'Post that rechecked'), 60),
  recheckResult: choice(say('复查结果', 'Result of the recheck'), [
    ['pass', '合格', 'Passed'],
    ['fail', '不合格', 'Failed'],
  ]),
  extensions: count(say('延期次数', 'Extensions'), '次', {
    max: parameter('issue.extensions_max', say('最多延期次数', 'Most extensions'), 'time', 2, book1('§D R14')),
  }),
  recurrenceOf: row(say('反复自', 'Recurrence of'), 'issue'),
  escalatedTo: choice(say('升级至', 'Escalated to'), [
    ['enforcement', '执法', 'Enforcement'],
    ['supervision', '督办', 'Supervision'],
  ]),
  transferredTo: text(say('移交单位', 'Transferred to'), 120),
  interimMeasure: longText(say('临时措施', 'Interim measure'), 500),
}

/** What a major hazard needs: the five things settled (37–62, R7). */
const majorHazard = asked(major, {
  fundsForFixing: money(say('整改资金', 'Funds'), '万元'),
  personPost: text(say('责任岗位（重大）', 'Post responsible'), 60, { required: true }),
  plan: longText(say('整改方案', 'Plan'), 2000, { required: true }),
  emergencyPlan: longText(say('应急预案', 'Emergency plan'), 2000, { required: true }),
})

const particulars: Columns = {
  ...asked(ofKind('safetyHazard'), {
    category: choice(
      say('隐患类别', 'Category'),
      [
        ['fire', '消防', 'Fire'],
        ['electricity', '用电', 'Electricity'],
        ['gas', '燃气', 'Gas'],
        ['height', '高处', 'Height'],
        ['dust', '粉尘', 'Dust'],
        ['chemicals', '危化品', 'Chemicals'],
        ['structure', '结构', 'Structure'],
        ['slope', '边坡', 'Slope'],
        ['flood', '内涝', 'Flood'],
        ['traffic', '交通', 'Traffic'],
        ['drugPlace', '涉毒场所', 'Drug place'],
        ['other', '其他', 'Other'],
      ],
      { required: true },
    ),
  }),
  ...asked(ofKind('trafficHazard', 'roadDefect'), { roadName: text(say('道路', 'Road'), 60, { required: true }) }),
  ...asked(ofKind('trafficHazard'), {
    hazardType: choice(
      say('交通隐患类型', 'Type of traffic hazard'),
      [
        ['signal', '信号灯', 'Signal'],
        ['sign', '标志', 'Sign'],
        ['marking', '标线', 'Marking'],
        ['guardrail', '护栏', 'Guardrail'],
        ['median', '中央隔离', 'Median'],
        ['visibility', '视距', 'Visibility'],
        ['access', '开口', 'Access'],
        ['pavement', '路面', 'Pavement'],
        ['lighting', '照明', 'Lighting'],
        ['drainage', '排水', 'Drainage'],
        ['crossing', '过街', 'Crossing'],
        ['laneConflict', '车道冲突', 'Lane conflict'],
        ['schoolHospital', '学校医院周边', 'School or hospital zone'],
      ],
      { required: true },
    ),
    accidents12Months: count(say('近12个月事故数', 'Accidents in 12 months'), '起'),
  }),
  ...asked(ofKind('roadDefect'), {
    defectType: choice(say('病害类型', 'Type of defect'), [
      ['pothole', '坑洼', 'Pothole'],
      ['sign', '标识', 'Sign'],
      ['facility', '附属设施', 'Facility'],
      ['other', '其他病害', 'Other defect'],
    ]),
  }),
  ...asked(ofKind('dustIssue'), {
    dustType: choice(say('扬尘类型', 'Type of dust'), [
      ['bareSoil', '裸土未覆盖', 'Bare soil'],
      ['wheelWash', '车辆未冲洗', 'Wheel wash'],
      ['hoarding', '围挡不到位', 'Hoarding'],
      ['other', '其他扬尘', 'Other dust'],
    ]),
  }),
  ...asked(ofKind('sanitationIssue'), {
    placeKind: choice(say('场所类型', 'Kind of place'), [
      ['municipalRoad', '市政道路', 'Municipal road'],
      ['publicService', '公共服务场所周边', 'Around public service'],
      ['urbanVillage', '城中村', 'Urban village'],
      ['estate', '住宅区工业区', 'Estate'],
      ['market', '农贸市场', 'Market'],
      ['shoppingStreet', '商业街', 'Shopping street'],
      ['squarePark', '广场公园', 'Square or park'],
      ['bridgeUnderpass', '桥隧', 'Bridge or underpass'],
      ['constructionSite', '工地周边', 'Around a site'],
      ['transferStation', '转运站周边', 'Around a transfer station'],
      ['cleaningVehicle', '环卫车辆', 'Cleaning vehicle'],
      ['publicToilet', '公厕', 'Public toilet'],
    ]),
    sanitationType: choice(say('环卫问题类型', 'Type of sanitation issue'), [
      ['litter', '垃圾', 'Litter'],
      ['stain', '污渍', 'Stain'],
      ['bin', '果皮箱', 'Bin'],
      ['posting', '乱张贴', 'Illegal posting'],
      ['occupation', '占道', 'Occupation'],
      ['drain', '沟渠', 'Drain'],
      ['odour', '公厕异味', 'Odour'],
    ]),
  }),
  ...asked(ofKind('civIssue'), {
    civType: choice(say('创文问题类型', 'Type of civilised-city issue'), [
      ['smoking', '禁烟', 'Smoking'],
      ['bicycles', '单车乱放', 'Bicycles'],
      ['cables', '线缆', 'Cables'],
      ['notice', '公益广告', 'Notices'],
      ['trafficOrder', '交通秩序', 'Traffic order'],
      ['other', '其他创文问题', 'Other'],
    ]),
  }),
  ...asked(ofKind('pollutionSource'), {
    pollutionType: choice(say('污染类型', 'Type of pollution'), [
      ['restaurant', '餐饮', 'Restaurant'],
      ['carWash', '洗车', 'Car wash'],
      ['cleaning', '清洗', 'Cleaning'],
      ['slurry', '泥浆', 'Slurry'],
      ['garbage', '垃圾', 'Garbage'],
      ['outlet', '排口', 'Outlet'],
      ['overflow', '溢流', 'Overflow'],
    ]),
  }),
  ...asked(ofKind('subLease'), {
    layers: count(say('转租层数', 'Layers'), '层', { min: decimal(1) }),
    areaSubLet: quantity(say('转租面积', 'Area sub-let'), { unit: 'm2', scale: 2, min: zero, required: true }),
    rentIn: quantity(say('承租价', 'Rent paid'), { unit: '元/m²·月', scale: 2, min: zero }),
    rentOut: quantity(say('转租价', 'Rent asked'), { unit: '元/m²·月', scale: 2, min: zero }),
    tenantFirms: count(say('承租企业数', 'Tenant firms'), '家'),
    subLessorKind: choice(say('二房东类型', 'Kind of sub-lessor'), [
      ['company', '企业', 'Company'],
      ['individual', '个人', 'Individual'],
    ]),
    subLeaseTreatment: choice(say('处置措施', 'Treatment'), [
      ['contractEnd', '到期收回', 'Contract ends'],
      ['ownerTakeover', '业主接管', 'Owner takes over'],
      ['rentCap', '限价', 'Rent cap'],
      ['registeredOperator', '登记运营', 'Registered operator'],
      ['lawsuit', '诉讼', 'Lawsuit'],
    ]),
    subLeaseShare: percentage(say('占园区面积', 'Share of the park')),
  }),
  ...asked(ofKind('scatteredPolluting'), {
    violations: choices(
      say('问题', 'Violations'),
      [
        ['noLicence', '无证照', 'No licence'],
        ['noLandUse', '用地不符', 'No land use'],
        ['noEia', '无环评', 'No EIA'],
        ['illegalDischarge', '违法排污', 'Illegal discharge'],
        ['safetyHazard', '安全隐患', 'Safety hazard'],
      ],
      { required: true },
    ),
    scatteredTreatment: choice(say('处置方式', 'Treatment'), [
      ['close', '关停取缔', 'Close'],
      ['relocate', '整合搬迁', 'Relocate'],
      ['upgrade', '升级改造', 'Upgrade'],
    ]),
  }),
}

export const issueColumns: Columns = {
  ...found,
  ...belonging,
  ...handled,
  ...majorHazard,
  ...particulars,
  evidence: evidence(say('整改后（佐证材料）', 'After'), ['E1', 'E2', 'E4']),
  ...provenance,
}
