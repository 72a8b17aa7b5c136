import {
  choice,
  count,
  date,
  documentNumber,
  evidence,
  type Feed,
  longText,
  money,
  month,
  percentage,
  quantity,
  register,
  row,
  state,
  text,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { book1, book2, type Columns, provenance, say } from './common.ts'

const zero = decimal(0)
const ofProject: Columns = { project: row(say('项目', 'Project'), 'project', { required: true }) }
const proof = evidence(say('佐证材料', 'Evidence'), ['E1', 'E2'])

/** 项目节点: one row is one gate of one project. */
export const projectStage = register({
  id: 'projectStage',
  label: say('项目节点', 'Stages of projects'),
  prefix: 'XMJD',
  columns: {
    ...ofProject,
    stage: text(say('节点', 'Stage'), 60, { required: true }),
    position: quantity(say('顺序', 'Position'), { scale: 0, min: decimal(1), required: true }),
    weight: percentage(say('权重', 'Weight')),
    share: percentage(say('完成比例', 'Share done')),
    plannedStart: date(say('计划开始', 'Start planned')),
    plannedEnd: date(say('计划完成', 'End planned'), { required: true }),
    actualStart: date(say('实际开始', 'Started on'), { notInFuture: true }),
    actualEnd: date(say('实际完成', 'Done on'), { notInFuture: true }),
    docNo: documentNumber(say('批复文号', 'Document number')),
    permitNo: text(say('许可证号', 'Permit number'), 64),
    evidence: proof,
    ...provenance,
  },
  key: ['project', 'stage'],
  rules: [
    { kind: 'inOrder', columns: ['plannedStart', 'plannedEnd'] },
    { kind: 'inOrder', columns: ['actualStart', 'actualEnd'] },
  ],
  lifecycle: {
    initial: 'notStarted',
    states: {
      notStarted: state('未开始', 'not started'),
      inProgress: state('进行中', 'in progress'),
      submitted: state('已报送', 'submitted'),
      returned: state('被退回', 'returned'),
      done: state('已完成', 'done'),
      skipped: state('不需要', 'skipped', { end: true }),
      suspended: state('已中止', 'suspended'),
    },
    moves: {
      start: {
        label: say('开始', 'Start'),
        from: ['notStarted'],
        to: 'inProgress',
        by: ['handler'],
        needs: ['actualStart'],
      },
      submit: { label: say('报送', 'Submit'), from: ['inProgress'], to: 'submitted', by: ['handler'] },
      sendBack: {
        label: say('被退回', 'Returned'),
        from: ['submitted'],
        to: 'returned',
        by: ['handler'],
        because: true,
        decidedBy: say('审批单位', 'the approving body'),
      },
      workAgain: {
        label: say('重新办理', 'Work again'),
        from: ['returned', 'suspended'],
        to: 'inProgress',
        by: ['handler'],
      },
      finish: {
        label: say('完成', 'Finish'),
        from: ['inProgress', 'submitted'],
        to: 'done',
        by: ['handler'],
        needs: ['actualEnd', 'evidence'],
      },
      reopen: { label: say('重开', 'Reopen'), from: ['done'], to: 'inProgress', by: ['unitHead'], because: true },
      skip: { label: say('不需要', 'Skip'), from: ['notStarted'], to: 'skipped', by: ['unitHead'], because: true },
      suspend: {
        label: say('中止', 'Suspend'),
        from: ['notStarted', 'inProgress', 'submitted'],
        to: 'suspended',
        by: ['unitHead'],
        because: true,
      },
    },
  },
  privacy: 'L1',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'actualEnd',
      serves: { measure: 'stagesPassed' },
      says: say('完成的节点', 'Stages passed'),
      when: { state: ['done'] },
    },
    {
      gives: { quantity: 'weight' },
      datedBy: 'actualEnd',
      serves: { measure: 'stageWeightDone' },
      about: 'project',
      says: say('完成的节点权重', 'Weight of stages passed'),
      when: { state: ['done'] },
    },
  ],
  source: `${book1('§B、§D R01 stageRecord')}；${book2('§C R3 milestones')}`,
})

/** What stands at the end of a month: the latest figure counts, months are not added. */
const investedBy = (list: string, measure: string, zh: string, en: string): Feed => ({
  gives: { quantity: 'actualCum' },
  datedBy: 'dataThrough',
  serves: { measure },
  about: 'project',
  says: say(zh, en),
  when: { column: 'investList', is: list },
})

/** 项目投资月报: what a project had spent at the end of a month, never less than the month before. */
export const projectInvestment = register({
  id: 'projectInvestment',
  label: say('项目投资月报', 'Investment by month'),
  prefix: 'XMTZ',
  columns: {
    ...ofProject,
    month: month(say('月份', 'Month'), { required: true, notInFuture: true }),
    dataThrough: date(say('数据截至', 'Data through'), { required: true, notInFuture: true }),
    investList: choice(
      say('投资清单', 'Investment list'),
      [
        ['gov', '政府投资', 'Government'],
        ['social', '社会投资', 'Social'],
        ['crossStreet', '跨街道', 'Across streets'],
      ],
      { required: true },
    ),
    planCum: money(say('累计计划', 'Planned to date'), '万元', { required: true }),
    actualCum: money(say('累计完成投资', 'Invested to date'), '万元', { required: true }),
    paidCum: money(say('累计支付', 'Paid to date'), '万元'),
    imageProgress: longText(say('形象进度', 'Progress in words'), 500),
    problem: longText(say('存在问题', 'Problem'), 2000),
    evidence: proof,
    ...provenance,
  },
  key: ['project', 'month'],
  rules: [{ kind: 'inOrder', columns: ['month', 'dataThrough'] }],
  privacy: 'L1',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    investedBy('gov', 'governmentInvested', '政府投资累计完成', 'Government investment to date'),
    investedBy('social', 'socialInvested', '社会投资累计完成', 'Social investment to date'),
    investedBy('crossStreet', 'crossStreetInvested', '跨街道投资累计完成', 'Investment across streets to date'),
  ],
  source: book1('§C T18、§D R01 investMonthly'),
})

const quantityOf = (item: string, measure: string, zh: string, en: string): Feed => ({
  gives: { quantity: 'actualCum' },
  datedBy: 'dataThrough',
  serves: { measure },
  about: 'project',
  says: say(zh, en),
  when: { column: 'item', is: item },
})

/** 项目实物量月报: soil filled, ground treated, dyke built, to the end of a month (1–36, T35). */
export const projectQuantity = register({
  id: 'projectQuantity',
  label: say('项目实物量月报', 'Quantities by month'),
  prefix: 'XMSW',
  columns: {
    ...ofProject,
    month: month(say('月份', 'Month'), { required: true, notInFuture: true }),
    dataThrough: date(say('数据截至', 'Data through'), { required: true, notInFuture: true }),
    item: choice(
      say('实物量', 'Quantity'),
      [
        ['fillM3', '纳土（立方米）', 'Soil filled (m³)'],
        ['groundM2', '地基处理（平方米）', 'Ground treated (m²)'],
        ['dykeM', '围堤（米）', 'Dyke (m)'],
      ],
      { required: true },
    ),
    planCum: quantity(say('累计计划', 'Planned to date'), { scale: 2, min: zero, required: true }),
    actualCum: quantity(say('累计完成', 'Done to date'), { scale: 2, min: zero, required: true }),
    evidence: proof,
    ...provenance,
  },
  key: ['project', 'month', 'item'],
  privacy: 'L1',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    quantityOf('fillM3', 'soilFilled', '累计纳土', 'Soil filled to date'),
    quantityOf('groundM2', 'groundTreated', '累计地基处理', 'Ground treated to date'),
    quantityOf('dykeM', 'dykeBuilt', '累计围堤', 'Dyke built to date'),
  ],
  source: book1('§C T35、§D R01 quantityMonthly'),
})

const outputNode = (nodeType: string, measure: string, zh: string, en: string): Feed => ({
  gives: { quantity: 'quantity' },
  datedBy: 'countedOn',
  serves: { measure },
  says: say(zh, en),
  when: {
    all: [
      { column: 'outputType', is: 'rentalUnit' },
      { column: 'nodeType', is: nodeType },
    ],
  },
  anyOf: ['E1'],
})

/** 项目产出: units planned, raised, completed and supplied: four counters that are never added (37–62, T39). */
export const projectOutput = register({
  id: 'projectOutput',
  label: say('项目产出台账', 'Outputs of projects'),
  prefix: 'XMCC',
  columns: {
    ...ofProject,
    outputType: choice(
      say('产出类型', 'Kind of output'),
      [
        ['rentalUnit', '保障性租赁住房', 'Rental unit'],
        ['talentUnit', '人才房', 'Talent unit'],
        ['saleUnit', '商品房', 'Unit for sale'],
        ['schoolPlace', '公办学位', 'School place'],
      ],
      { required: true },
    ),
    nodeType: choice(
      say('计数节点', 'Counting node'),
      [
        ['planned', '计划', 'Planned'],
        ['raised', '筹集', 'Raised'],
        ['completed', '竣工', 'Completed'],
        ['supplied', '供应', 'Supplied'],
      ],
      { required: true },
    ),
    quantity: count(say('数量', 'Quantity'), '套', { min: decimal(1), required: true }),
    countedOn: date(say('计数日期', 'Counted on'), { required: true, notInFuture: true }),
    raisedYear: count(say('筹集年度', 'Year raised'), '年', {
      min: decimal(2000),
      requiredWhen: { column: 'nodeType', is: ['raised', 'completed', 'supplied'] },
    }),
    raisedBy: choice(say('筹集方式', 'Way of raising'), [
      ['newBuild', '新建', 'New build'],
      ['conversion', '存量改建', 'Conversion'],
      ['villageLease', '城中村统租', 'Whole lease in a village'],
      ['renewalShare', '更新项目配建', 'Share of a renewal'],
      ['dormitory', '宿舍', 'Dormitory'],
    ]),
    building: text(say('楼栋', 'Building'), 60),
    certificateNo: text(say('认定书（许可证）号', 'Certificate number'), 64, {
      requiredWhen: { column: 'nodeType', is: 'raised' },
    }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1']),
    ...provenance,
  },
  key: ['project', 'outputType', 'nodeType', 'building', 'countedOn'],
  privacy: 'L1',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    outputNode('planned', 'rentalUnitsPlanned', '计划的保租房', 'Rental units planned'),
    outputNode('raised', 'rentalUnitsRaised', '筹集的保租房', 'Rental units raised'),
    outputNode('completed', 'rentalUnitsCompleted', '竣工的保租房', 'Rental units completed'),
    outputNode('supplied', 'rentalUnitsSupplied', '供应的保租房', 'Rental units supplied'),
    {
      gives: { quantity: 'quantity' },
      datedBy: 'countedOn',
      serves: { measure: 'talentUnitsSupplied' },
      says: say('配租的人才房', 'Talent units allotted'),
      when: {
        all: [
          { column: 'outputType', is: 'talentUnit' },
          { column: 'nodeType', is: 'supplied' },
        ],
      },
    },
  ],
  source: book2('§A T39、§C R3 outputs'),
})

/** 项目许可: permits and approvals by number. */
export const projectPermit = register({
  id: 'projectPermit',
  label: say('项目许可', 'Permits of projects'),
  prefix: 'XMXK',
  columns: {
    ...ofProject,
    kind: text(say('许可名称', 'Permit'), 60, { required: true }),
    number: text(say('证号', 'Number'), 64, { required: true }),
    grantedOn: date(say('发证日期', 'Granted on'), { required: true, notInFuture: true }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1']),
    ...provenance,
  },
  key: ['project', 'kind', 'number'],
  privacy: 'L1',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'grantedOn',
      serves: { measure: 'permitsGranted' },
      says: say('取得的许可', 'Permits granted'),
    },
  ],
  source: `${book1('§C T06')}；${book2('§C R3 permits')}`,
})

/** 项目支付: one row is one payment. */
export const projectPayment = register({
  id: 'projectPayment',
  label: say('项目支付', 'Payments of projects'),
  prefix: 'XMZF',
  columns: {
    ...ofProject,
    paidOn: date(say('支付日期', 'Paid on'), { required: true, notInFuture: true }),
    amount: money(say('金额', 'Amount'), '元', { required: true }),
    voucherNo: text(say('凭证号', 'Voucher'), 64, { required: true }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1']),
    ...provenance,
  },
  key: ['project', 'voucherNo'],
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    {
      gives: { quantity: 'amount' },
      datedBy: 'paidOn',
      serves: { measure: 'projectPaid' },
      says: say('已支付', 'Paid'),
    },
  ],
  source: book2('§C R3 payments'),
})

/** 项目问题: what stands in the way, and since when. */
export const projectProblem = register({
  id: 'projectProblem',
  label: say('项目问题', 'Problems of projects'),
  prefix: 'XMWT',
  columns: {
    ...ofProject,
    text: longText(say('问题', 'Problem'), 2000, { required: true }),
    raisedOn: date(say('提出日期', 'Raised on'), { required: true, notInFuture: true }),
    neededHelp: longText(say('需协调事项', 'Help needed'), 500),
    closedOn: date(say('解决日期', 'Closed on'), { notInFuture: true }),
    ...provenance,
  },
  key: ['project', 'raisedOn', 'text'],
  rules: [{ kind: 'inOrder', columns: ['raisedOn', 'closedOn'] }],
  lifecycle: {
    initial: 'open',
    states: { open: state('未解决', 'open'), closed: state('已解决', 'closed') },
    moves: {
      close: {
        label: say('解决', 'Close'),
        from: ['open'],
        to: 'closed',
        by: ['handler'],
        needs: ['closedOn'],
      },
      reopen: { label: say('重开', 'Reopen'), from: ['closed'], to: 'open', by: ['handler'], because: true },
    },
  },
  privacy: 'L2',
  access: everybody,
  feeds: [],
  source: book2('§C R3 problems'),
})

/** 改造项目清单: one item of the renewal of an old estate (1–36, T29). */
export const renewalItem = register({
  id: 'renewalItem',
  label: say('改造项目清单', 'Items of an old estate'),
  prefix: 'GZ',
  columns: {
    ...ofProject,
    group: choice(
      say('类别', 'Group'),
      [
        ['basic', '基础类', 'Basic'],
        ['improve', '完善类', 'Improving'],
        ['upgrade', '提升类', 'Upgrading'],
      ],
      { required: true },
    ),
    name: text(say('改造项目', 'Item'), 60, { required: true }),
    measure: text(say('计量单位', 'Measure'), 20, { required: true }),
    planned: quantity(say('计划工程量', 'Planned'), { scale: 2, min: zero, required: true }),
    done: quantity(say('完成工程量', 'Done'), { scale: 2, min: zero, required: true }),
    countedOn: date(say('截至日期', 'As of'), { required: true, notInFuture: true }),
    evidence: proof,
    ...provenance,
  },
  key: ['project', 'group', 'name', 'countedOn'],
  rules: [{ kind: 'inOrder', columns: ['done', 'planned'] }],
  privacy: 'L1',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    {
      gives: { quantity: 'done' },
      datedBy: 'countedOn',
      serves: { measure: 'renewalItemDone' },
      says: say('改造完成量', 'Renewal done'),
    },
  ],
  source: book1('§C T29、§D R01 renewalItem'),
})

/** 楼栋进度: one building of a project, and how many homes it holds. */
export const buildingProgress = register({
  id: 'buildingProgress',
  label: say('楼栋进度', 'Buildings of projects'),
  prefix: 'LD',
  columns: {
    ...ofProject,
    buildingNo: text(say('楼栋编号', 'Building'), 40, { required: true }),
    households: count(say('户数', 'Households'), '户', { required: true }),
    startedOn: date(say('开工日期', 'Started on'), { notInFuture: true }),
    acceptedOn: date(say('验收日期', 'Accepted on'), { notInFuture: true }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1']),
    ...provenance,
  },
  key: ['project', 'buildingNo'],
  rules: [{ kind: 'inOrder', columns: ['startedOn', 'acceptedOn'] }],
  privacy: 'L1',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'acceptedOn',
      serves: { measure: 'buildingsRenewed' },
      says: say('验收的楼栋', 'Buildings accepted'),
    },
    {
      gives: { quantity: 'households' },
      datedBy: 'acceptedOn',
      serves: { measure: 'householdsRenewed' },
      says: say('受益户数', 'Households that benefit'),
    },
  ],
  source: book1('§C T29、§D R01 buildingProgress'),
})
