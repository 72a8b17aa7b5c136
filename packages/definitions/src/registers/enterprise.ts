import {
  type Condition,
  choice,
  choices,
  coordinates,
  date,
  evidence,
  money,
  month,
  percentage,
  phone,
  quantity,
  register,
  row,
  state,
  text,
  uscc,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody, statisticsOnly } from './access.ts'
import { belonging, book1, provenance, say } from './common.ts'
import { clusters } from './lists.ts'

const isFourUp: Condition = { not: { column: 'fourUp', is: 'none' } }

/** 企业库: one row is one firm by its code; a branch is a firm of its own. */
export const enterprise = register({
  id: 'enterprise',
  label: say('企业库', 'Enterprises'),
  prefix: 'QY',
  columns: {
    name: text(say('企业名称', 'Name'), 120, { required: true }),
    uscc: uscc(say('统一社会信用代码', 'USCC'), { required: true }),
    ...belonging,
    registeredAddress: text(say('注册地址', 'Registered address'), 200),
    actualAddress: text(say('经营地址', 'Actual address'), 200),
    sitePlace: row(say('所在园区', 'In which park'), 'place'),
    sitePoint: coordinates(say('坐标', 'Coordinates'), ['point']),
    contactPost: text(say('联系岗位', 'Contact, by post'), 60),
    contactPhone: phone(say('单位电话', 'Switchboard')),
    industryCode: text(say('行业代码', 'Industry code'), 5, { required: true, forms: ['A99', 'A999', 'A9999'] }),
    registeredCapital: money(say('注册资本', 'Registered capital'), '万元'),
    establishedOn: date(say('成立日期', 'Established on'), { notInFuture: true }),
    fourUp: choice(
      say('四上类别', 'Four-up category'),
      [
        ['none', '非四上', 'None'],
        ['industry', '规上工业', 'Industry'],
        ['wholesale', '限上批发', 'Wholesale'],
        ['retail', '限上零售', 'Retail'],
        ['hotel', '限上住宿', 'Hotel'],
        ['catering', '限上餐饮', 'Catering'],
        ['service', '规上服务业', 'Service'],
        ['construction', '资质建筑业', 'Construction'],
        ['realEstate', '房地产开发', 'Real estate'],
      ],
      { required: true },
    ),
    firstEnrolledOn: date(say('首次纳统日期', 'First enrolled on'), { notInFuture: true, requiredWhen: isFourUp }),
    exitedOn: date(say('退库日期', 'Exited on'), { notInFuture: true }),
    over100m: yesNo(say('亿元以上', 'Over 100 million')),
    isAdvancedMfg: yesNo(say('先进制造业', 'Advanced manufacturing')),
    clusters: choices(say('产业集群', 'Clusters'), clusters),
    chainNode: text(say('产业链环节', 'Node of the chain'), 60),
    chainRole: choice(say('链上角色', 'Role in the chain'), [
      ['leader', '龙头', 'Leader'],
      ['key', '关键', 'Key'],
      ['supporting', '配套', 'Supporting'],
    ]),
    hkInvestment: choice(say('港资情况', 'Hong Kong investment'), [
      ['none', '无', 'None'],
      ['wholly', '独资', 'Wholly'],
      ['joint', '合资', 'Joint'],
      ['controlledIndirect', '间接控股', 'Indirectly controlled'],
    ]),
    hkShare: percentage(say('港资占比', 'Hong Kong share'), {
      askedWhen: { column: 'hkInvestment', is: ['wholly', 'joint', 'controlledIndirect'] },
    }),
    hkNeeds: choices(
      say('港企诉求', 'Needs of the firm'),
      [
        ['space', '空间', 'Space'],
        ['talent', '人才', 'Talent'],
        ['tax', '税务', 'Tax'],
        ['customs', '通关', 'Customs'],
        ['finance', '融资', 'Finance'],
        ['other', '其他', 'Other'],
      ],
      { askedWhen: { column: 'hkInvestment', is: ['wholly', 'joint', 'controlledIndirect'] } },
    ),
    inZone: yesNo(say('在合作区内', 'In the zone')),
    surveyedOn: date(say('摸排日期', 'Surveyed on'), { notInFuture: true }),
    exhibitionChain: yesNo(say('会展产业链', 'In the exhibition chain')),
    exhibitionRole: choice(
      say('会展链角色', 'Role in the exhibition chain'),
      [
        ['organiser', '主办', 'Organiser'],
        ['contractor', '承办', 'Contractor'],
        ['standBuilding', '搭建', 'Stand building'],
        ['transport', '运输', 'Transport'],
        ['advertising', '广告', 'Advertising'],
        ['hotel', '酒店', 'Hotel'],
        ['translation', '翻译', 'Translation'],
        ['catering', '餐饮', 'Catering'],
      ],
      { askedWhen: { column: 'exhibitionChain', is: true } },
    ),
    highTech: yesNo(say('高新技术企业', 'High-tech')),
    introducedByLead: row(say('招商线索', 'Introduced by the lead'), 'investmentLead'),
    tags: text(say('标签', 'Tags'), 200),
    movedOutOn: date(say('迁出（注销）日期', 'Moved out or closed on'), { notInFuture: true }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2', 'E4']),
    ...provenance,
  },
  key: ['uscc'],
  rules: [
    { kind: 'inOrder', columns: ['establishedOn', 'firstEnrolledOn', 'exitedOn'] },
    { kind: 'inOrder', columns: ['establishedOn', 'movedOutOn'] },
  ],
  lifecycle: {
    initial: 'registered',
    states: {
      registered: state('已登记', 'registered'),
      verified: state('地址已核', 'address verified'),
      active: state('在营', 'operating'),
      moving: state('搬迁中', 'moving'),
      movedOut: state('已迁出', 'moved out', { end: true }),
      closed: state('已注销', 'closed', { end: true }),
    },
    moves: {
      verifyAddress: {
        label: say('核实地址', 'Verify the address'),
        from: ['registered'],
        to: 'verified',
        by: ['communityStaff', 'gridWorker', 'handler'],
        needs: ['actualAddress'],
      },
      activate: { label: say('在营', 'Activate'), from: ['verified', 'moving'], to: 'active', by: ['handler'] },
      startMoving: { label: say('搬迁', 'Move'), from: ['active'], to: 'moving', by: ['handler'] },
      moveOut: {
        label: say('迁出', 'Move out'),
        from: ['verified', 'active', 'moving'],
        to: 'movedOut',
        by: ['handler'],
        needs: ['movedOutOn'],
      },
      close: {
        label: say('注销', 'Close'),
        from: ['registered', 'verified', 'active', 'moving'],
        to: 'closed',
        by: ['handler'],
        needs: ['movedOutOn'],
      },
    },
  },
  geometry: 'sitePoint',
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'firstEnrolledOn',
      serves: { measure: 'industryEnrolled' },
      says: say('新增规上工业企业', 'Industrial firms enrolled'),
      when: { column: 'fourUp', is: 'industry' },
      anyOf: ['E2'],
    },
    {
      gives: 'one',
      datedBy: 'firstEnrolledOn',
      serves: { measure: 'fourUpEnrolled' },
      says: say('新增四上企业', 'Four-up firms enrolled'),
      when: isFourUp,
      anyOf: ['E2'],
    },
    {
      gives: 'one',
      datedBy: 'exitedOn',
      serves: { measure: 'fourUpEnrolled' },
      says: say('退库企业', 'Firms that exited'),
      when: isFourUp,
      sign: 'minus',
      anyOf: ['E2'],
    },
    {
      gives: 'one',
      datedBy: 'surveyedOn',
      serves: { measure: 'hkFirmsSurveyed' },
      says: say('摸排的港企', 'Hong Kong firms surveyed'),
      when: {
        all: [
          { column: 'hkInvestment', is: ['wholly', 'joint', 'controlledIndirect'] },
          { column: 'inZone', is: true },
        ],
      },
    },
    {
      gives: 'one',
      datedBy: 'surveyedOn',
      serves: { measure: 'exhibitionChainFirms' },
      says: say('会展产业链企业', 'Firms of the exhibition chain'),
      when: { column: 'exhibitionChain', is: true },
    },
  ],
  source: book1('§D R06、§C T01 T08 T19–T21'),
})

const growthLike = { min: decimal('-9999999999'), scale: 2 }
const published: Condition = { state: ['checked', 'locked'] }
const metricOf = (indicator: string, zh: string, en: string) =>
  ({
    gives: { quantity: 'valueYtd' },
    datedBy: 'dataThrough',
    serves: { measure: `${indicator}Ytd` },
    about: 'uscc',
    says: say(`${zh}（累计，不相加各月）`, `${en}, to date; months are not added`),
    when: { all: [published, { column: 'indicator', is: indicator }] },
  }) as const
/** What the same firm itself reports for the same months of the year before: 可比增速 is taken from it. */
const lastYearOf = (indicator: string, zh: string, en: string) =>
  ({
    ...metricOf(indicator, zh, en),
    gives: { quantity: 'samePeriodLastYear' },
    serves: { measure: `${indicator}LastYear` },
    says: say(`${zh}（企业自报上年同期）`, `${en}, same months of the year before as the firm has them`),
  }) as const

/** 新增纳统产值（营收）: output of industry, revenue of all others, of firms that were attracted and first enrolled this year. */
const newFirmsOf = (indicator: string) =>
  ({
    ...metricOf(indicator, '新增纳统产值（营收）', 'Output of firms newly enrolled'),
    serves: { measure: 'newFirmsOutputYtd' },
    when: { all: [published, { column: 'indicator', is: indicator }, { column: 'introduced', is: true }] },
  }) as const

/** 企业月度指标: what a firm reported for a month. Nobody here changes it; a new version comes from the firm. */
export const enterpriseMetric = register({
  id: 'enterpriseMetric',
  label: say('企业月度指标', 'Enterprise metrics'),
  prefix: 'QYZB',
  columns: {
    enterprise: row(say('企业', 'Enterprise'), 'enterprise', { required: true }),
    uscc: uscc(say('统一社会信用代码', 'USCC'), { required: true }),
    month: month(say('月份', 'Month'), { required: true, notInFuture: true }),
    dataThrough: date(say('数据截至', 'Data through'), { required: true, notInFuture: true }),
    indicator: choice(
      say('指标', 'Indicator'),
      [
        ['grossOutput', '工业总产值', 'Gross output'],
        ['salesOutput', '工业销售产值', 'Sales output'],
        ['serviceRevenue', '服务业营业收入', 'Service revenue'],
        ['salesValue', '商品销售额', 'Sales'],
        ['turnover', '营业额', 'Turnover'],
        ['operatingIncome', '营业收入', 'Operating income'],
        ['exportValue', '出口交货值', 'Exports'],
        ['employees', '从业人数', 'Employees'],
        ['electricity', '用电量', 'Electricity'],
      ],
      { required: true },
    ),
    valueYtd: quantity(say('累计值（万元；人；万千瓦时）', 'Value to date'), { ...growthLike, required: true }),
    samePeriodLastYear: quantity(say('上年同期', 'Same period last year'), growthLike),
    introduced: yesNo(say('招商引进且本年首次纳统', 'Introduced, and first enrolled in the year')),
    version: quantity(say('版本', 'Version'), { scale: 0, min: decimal(1), required: true }),
    corrects: row(say('更正的是', 'Supersedes'), 'enterpriseMetric', {
      requiredWhen: { column: 'version', atLeast: decimal(2) },
    }),
    reason: text(say('更正原因', 'Reason'), 200, { requiredWhen: { column: 'version', atLeast: decimal(2) } }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2']),
    ...provenance,
  },
  key: ['uscc', 'indicator', 'month', 'version'],
  rules: [{ kind: 'inOrder', columns: ['month', 'dataThrough'] }],
  lifecycle: {
    initial: 'notDue',
    states: {
      notDue: state('未到报送期', 'not due'),
      due: state('待报送', 'due'),
      reported: state('已报送', 'reported'),
      checked: state('已审核', 'checked'),
      locked: state('已封账', 'locked', { end: true }),
    },
    moves: {
      fallDue: { label: say('到报送期', 'Fall due'), from: ['notDue'], to: 'due', by: 'system' },
      report: {
        label: say('企业报送', 'Report'),
        from: ['notDue', 'due'],
        to: 'reported',
        by: ['handler'],
        needs: ['valueYtd'],
        decidedBy: say('企业（联网直报）', 'the firm, on the national platform'),
      },
      check: { label: say('合理性审核', 'Check'), from: ['reported'], to: 'checked', by: ['unitHead'] },
      askAgain: {
        label: say('请企业核实', 'Ask the firm again'),
        from: ['reported'],
        to: 'due',
        by: ['unitHead'],
        because: true,
      },
      lock: { label: say('封账', 'Lock'), from: ['checked'], to: 'locked', by: 'system' },
    },
  },
  privacy: 'L3',
  evidence: 'evidence',
  access: statisticsOnly,
  feeds: [
    metricOf('grossOutput', '工业总产值', 'Gross output'),
    metricOf('serviceRevenue', '服务业营业收入', 'Service revenue'),
    metricOf('salesValue', '商品销售额', 'Sales'),
    metricOf('turnover', '营业额', 'Turnover'),
    newFirmsOf('grossOutput'),
    newFirmsOf('operatingIncome'),
    newFirmsOf('serviceRevenue'),
    lastYearOf('grossOutput', '工业总产值', 'Gross output'),
    lastYearOf('serviceRevenue', '服务业营业收入', 'Service revenue'),
    lastYearOf('salesValue', '商品销售额', 'Sales'),
    lastYearOf('turnover', '营业额', 'Turnover'),
  ],
  source: book1('§D R07、§C T17 T26、§A9.6；统计法 [C*]'),
})
