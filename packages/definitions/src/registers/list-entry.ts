import {
  type Condition,
  choice,
  choices,
  count,
  date,
  documentNumber,
  evidence,
  type Feed,
  longText,
  quantity,
  register,
  row,
  state,
  text,
  uscc,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { asked, belonging, book1, type Columns, limit, parameter, provenance, say } from './common.ts'

const t20 = book1('§C T20')
const t25 = book1('§C T25')
const lists = [
  ['libLittleGiant', '小巨人培育库', 'Library of little giants'],
  ['libZjtx', '专精特新培育库', 'Library of specialised firms'],
  ['libAboveScale', '规上培育库', 'Library of firms near the scale'],
  ['certifiedLittleGiant', '认定小巨人', 'Little giants recognised'],
  ['certifiedZjtx', '认定专精特新', 'Specialised firms recognised'],
  ['innovativeSme', '创新型中小企业', 'Innovative small firms'],
  ['noInspection', '免查名单', 'No-inspection list'],
  ['minorOffence', '轻微违法清单', 'Minor offences'],
  ['serviceItem', '服务事项', 'Service items'],
  ['policyItem', '惠企政策', 'Policies for firms'],
  ['topOrganiser', '世界顶级会展机构名单', 'Top organisers'],
  ['truckRule', '泥头车规则', 'Rules for muck trucks'],
] as const

type ListCode = (typeof lists)[number][0]
const ofList = (...codes: readonly ListCode[]): Condition => ({ column: 'listCode', is: codes })
const libraries = ['libLittleGiant', 'libZjtx', 'libAboveScale'] as const
const recognitions = ['certifiedLittleGiant', 'certifiedZjtx', 'innovativeSme'] as const
const growing = ofList(...libraries, ...recognitions)
const ofFirms = ofList(...libraries, ...recognitions, 'noInspection')
const settled: Condition = { not: growing }

const firms: Columns = {
  uscc: uscc(say('统一社会信用代码', 'USCC'), { requiredWhen: ofFirms }),
  enterprise: row(say('企业', 'Enterprise'), 'enterprise', { askedWhen: ofFirms }),
  ...asked(growing, {
    score: quantity(say('评分', 'Score'), { unit: '分', scale: 2, min: decimal(0), max: decimal(100) }),
    diagnosedOn: date(say('诊断日期', 'Diagnosed on'), { notInFuture: true }),
    applicationNo: text(say('申报编号', 'Application'), 64),
    appliedOn: date(say('申报日期', 'Applied on'), { notInFuture: true }),
    outcome: choice(say('申报结果', 'Outcome'), [
      ['listed', '认定', 'Recognised'],
      ['failed', '未通过', 'Failed'],
      ['pending', '待公布', 'Waiting'],
    ]),
    publishedOn: date(say('公布日期', 'Published on'), { notInFuture: true }),
  }),
  ...asked(ofList('noInspection'), {
    basis: choice(
      say('列入依据', 'Why listed'),
      [
        ['fourUp', '四上企业', 'Four-up firm'],
        ['over100m', '亿元以上企业', 'Over 100 million'],
        ['creditA', '信用A级', 'Credit A'],
      ],
      { required: true },
    ),
    exclusions: choices(
      say('不免查领域', 'Fields that are inspected all the same'),
      [
        ['fire', '消防', 'Fire'],
        ['safety', '安全生产', 'Work safety'],
        ['environment', '环保', 'Environment'],
        ['food', '食品', 'Food'],
        ['specialEquipment', '特种设备', 'Special equipment'],
      ],
      { required: true },
    ),
    removedFor: choice(
      say('移出情形', 'Why removed'),
      [
        ['accident', '发生事故', 'Accident'],
        ['falsified', '弄虚作假', 'Falsified'],
        ['majorHazard', '重大隐患', 'Major hazard'],
        ['severePenalty', '重大处罚', 'Severe penalty'],
        ['complaintConfirmed', '投诉属实', 'Complaint confirmed'],
        ['expired', '到期', 'Expired'],
      ],
      { requiredWhen: { state: ['exited'] } },
    ),
  }),
}

const catalogues: Columns = {
  itemCode: text(say('条目编号', 'Number of the item'), 64, { requiredWhen: { not: ofFirms } }),
  ...asked(ofList('minorOffence'), {
    law: text(say('法律依据', 'Law'), 200, { required: true }),
    conditions: longText(say('不予处罚的条件', 'Conditions'), 2000, { required: true }),
    correctionDays: count(say('改正期限', 'Days to correct'), '天', { min: decimal(1), required: true }),
    legalReviewOn: date(say('法制审核日期', 'Reviewed by the legal office on'), { notInFuture: true }),
  }),
  ...asked(ofList('serviceItem'), {
    serviceBasis: text(say('设定依据', 'Basis of the service'), 200),
    legalDays: count(say('法定时限', 'Limit by law'), '工作日'),
    promiseDays: count(say('承诺时限', 'Limit promised'), '工作日'),
    materials: longText(say('申请材料', 'Papers to bring'), 2000),
    serviceChannel: text(say('办理渠道', 'Channel'), 120),
  }),
  ...asked(ofList('topOrganiser'), {
    country: text(say('总部国别', 'Country'), 40),
    globalRank: count(say('全球排名', 'Rank in the world'), '名', { min: decimal(1) }),
  }),
  ...asked(ofList('truckRule', 'policyItem'), {
    ruleText: longText(say('规则（政策）内容', 'What it says'), 2000, { required: true }),
  }),
  version: count(say('版本', 'Version'), '版', {
    min: decimal(1),
    requiredWhen: ofList('minorOffence', 'truckRule', 'serviceItem'),
  }),
}

const recognised = (list: ListCode, measure: string, zh: string, en: string): Feed => ({
  gives: 'one',
  datedBy: 'publishedOn',
  serves: { measure },
  about: 'uscc',
  says: say(zh, en),
  when: { all: [ofList(list), { state: ['recognised', 'expired'] }] },
  anyOf: ['E1'],
})
const onList = (list: ListCode, measure: string, zh: string, en: string, ...more: readonly Condition[]): Feed => ({
  gives: 'one',
  datedBy: 'enteredOn',
  serves: { measure },
  says: say(zh, en),
  when: { all: [ofList(list), { state: ['active', 'exited'] }, ...more] },
})

/** 名单台账: one row is one firm on a list or in a library, or one item of a catalogue. */
export const listEntry = register({
  id: 'listEntry',
  label: say('名单台账', 'Lists and libraries'),
  prefix: 'MD',
  columns: {
    listCode: choice(say('名单代码', 'List'), lists, { required: true }),
    title: text(say('名称', 'Name'), 120, { required: true }),
    ...belonging,
    ...firms,
    ...catalogues,
    enteredOn: date(say('列入日期', 'Entered on'), { required: true, notInFuture: true }),
    validUntil: date(say('有效期至', 'Valid until'), { requiredWhen: ofList('noInspection') }),
    reviewedOn: date(say('最近评审日期', 'Reviewed on'), { notInFuture: true }),
    exitedOn: date(say('退出日期', 'Exited on'), { notInFuture: true, requiredWhen: { state: ['exited'] } }),
    reason: longText(say('列入（退出）理由', 'Reason'), 500),
    docNo: documentNumber(say('公布文号', 'Document number')),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2']),
    ...provenance,
  },
  key: ['listCode', 'uscc', 'itemCode', 'enteredOn'],
  rules: [
    { kind: 'inOrder', columns: ['enteredOn', 'exitedOn'] },
    { kind: 'inOrder', columns: ['enteredOn', 'validUntil'] },
    { kind: 'inOrder', columns: ['enteredOn', 'diagnosedOn', 'appliedOn', 'publishedOn'] },
    { kind: 'inOrder', columns: ['promiseDays', 'legalDays'] },
    {
      kind: 'must',
      column: 'outcome',
      when: { all: [growing, { state: ['recognised'] }] },
      holds: { column: 'outcome', is: 'listed' },
      says: say('认定的企业，申报结果要选「认定」', 'a recognised firm has the outcome “Recognised”'),
    },
  ],
  lifecycle: {
    initial: 'proposed',
    states: {
      proposed: state('拟列入', 'proposed'),
      active: state('在册', 'on the list'),
      exited: state('已退出', 'exited', { end: true }),
      diagnosed: state('已诊断', 'diagnosed'),
      guided: state('辅导中', 'guided'),
      applied: state('已申报', 'applied'),
      publicNotice: state('公示中', 'in public notice'),
      recognised: state('已认定', 'recognised'),
      failed: state('未通过', 'failed'),
      expired: state('已到期', 'expired', { end: true }),
    },
    moves: {
      approve: {
        label: say('列入', 'Put on the list'),
        from: ['proposed'],
        to: 'active',
        by: ['unitHead'],
        when: { all: [settled, { not: ofList('minorOffence') }] },
      },
      approveReviewed: {
        label: say('审核列入', 'Put on after review'),
        from: ['proposed'],
        to: 'active',
        by: ['unitHead'],
        when: ofList('minorOffence'),
        needs: ['legalReviewOn', 'version'],
        decidedBy: say('司法所', 'the judicial office'),
      },
      remove: {
        label: say('移出', 'Remove'),
        from: ['active'],
        to: 'exited',
        by: ['unitHead'],
        because: true,
        needs: ['exitedOn'],
      },
      diagnose: {
        label: say('诊断', 'Diagnose'),
        from: ['proposed'],
        to: 'diagnosed',
        by: ['handler'],
        when: growing,
        needs: ['diagnosedOn'],
      },
      guide: {
        label: say('辅导', 'Guide'),
        from: ['diagnosed', 'failed'],
        to: 'guided',
        by: ['handler'],
        when: growing,
      },
      apply: {
        label: say('申报', 'Apply'),
        from: ['proposed', 'diagnosed', 'guided'],
        to: 'applied',
        by: ['handler'],
        when: growing,
        needs: ['appliedOn'],
        decidedBy: say('企业', 'the firm'),
      },
      notice: {
        label: say('公示', 'Public notice'),
        from: ['applied'],
        to: 'publicNotice',
        by: ['handler'],
        when: growing,
        decidedBy: say('认定部门', 'the recognising body'),
      },
      recognise: {
        label: say('认定', 'Recognise'),
        from: ['proposed', 'applied', 'publicNotice'],
        to: 'recognised',
        by: ['unitHead'],
        when: growing,
        needs: ['publishedOn', 'outcome', 'evidence'],
        decidedBy: say('认定部门', 'the recognising body'),
      },
      fail: {
        label: say('未通过', 'Fail'),
        from: ['applied', 'publicNotice'],
        to: 'failed',
        by: ['handler'],
        when: growing,
        because: true,
      },
      expire: {
        label: say('认定到期', 'Recognition ends'),
        from: ['recognised'],
        to: 'expired',
        by: 'system',
        when: ofList(...recognitions),
        within: { limit: limit('list.recognition', 1096, 'day', `${t20} 有效期三年 [C]`), after: 'publishedOn' },
      },
      lapse: {
        label: say('免查到期', 'Listing ends'),
        from: ['active'],
        to: 'exited',
        by: 'system',
        when: ofList('noInspection'),
        within: { limit: limit('list.no_inspection', 366, 'day', `${t25} 有效期十二个月`), after: 'enteredOn' },
      },
    },
  },
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    recognised('certifiedLittleGiant', 'littleGiantsRecognised', '新增小巨人', 'Little giants recognised'),
    recognised('certifiedZjtx', 'specialisedRecognised', '新增专精特新企业', 'Specialised firms recognised'),
    onList('noInspection', 'noInspectionListed', '免查企业', 'Firms on the no-inspection list'),
    {
      ...onList('noInspection', 'noInspectionListed', '移出免查的企业', 'Firms taken off it', { state: ['exited'] }),
      datedBy: 'exitedOn',
      sign: 'minus',
    },
    onList('serviceItem', 'serviceItems', '服务事项', 'Service items'),
    onList(
      'serviceItem',
      'serviceItemsComplete',
      '标准齐全的服务事项',
      'Service items with a full standard',
      ...['serviceBasis', 'legalDays', 'promiseDays', 'materials'].map((column) => ({ column, filled: true })),
    ),
    { ...onList('serviceItem', 'serviceLegalDays', '法定时限', 'Days by law'), gives: { quantity: 'legalDays' } },
    { ...onList('serviceItem', 'servicePromiseDays', '承诺时限', 'Days promised'), gives: { quantity: 'promiseDays' } },
    {
      gives: 'one',
      datedBy: 'reviewedOn',
      serves: { measure: 'librariesReviewed' },
      about: 'listCode',
      says: say('评审的培育库', 'Libraries reviewed'),
      when: ofList(...libraries),
    },
    {
      gives: 'one',
      datedBy: 'enteredOn',
      serves: { measure: 'candidatesReady' },
      about: 'uscc',
      says: say('达到推荐分数的后备企业', 'Candidates that reach the score'),
      when: {
        all: [
          ofList(...libraries),
          {
            column: 'score',
            atLeast: parameter(
              'list.score_min',
              say('推荐申报的最低评分', 'Least score to apply'),
              'point',
              60,
              `${t20} [C]`,
            ),
          },
        ],
      },
    },
  ],
  source: book1('§D R08、§C T01 T04 T11 T20 T24 T25'),
})

/** 名单条件: one criterion of one candidate, and what is lacking. What is unknown is asked, it has not failed. */
export const listCriterion = register({
  id: 'listCriterion',
  label: say('名单条件', 'Criteria of candidates'),
  prefix: 'MDTJ',
  columns: {
    entry: row(say('名单条目', 'Entry'), 'listEntry', { required: true }),
    criterion: text(say('条件', 'Criterion'), 120, { required: true }),
    // Figures of a firm that stand on no public paper.
    figure: quantity(say('数值', 'Figure'), { scale: 2, privacy: 'L3' }),
    verdict: choice(
      say('是否达到', 'Whether it is met'),
      [
        ['pass', '达到', 'Met'],
        ['fail', '未达到', 'Not met'],
        ['unknown', '不明', 'Unknown'],
      ],
      { required: true },
    ),
    gap: text(say('差距', 'Gap'), 200, { requiredWhen: { column: 'verdict', is: 'fail' } }),
    criterionSource: text(say('依据来源', 'From where'), 120),
    checkedOn: date(say('核对日期', 'Checked on'), { required: true, notInFuture: true }),
    ...provenance,
  },
  key: ['entry', 'criterion'],
  privacy: 'L2',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'checkedOn',
      serves: { measure: 'criteriaUnknown' },
      says: say('待补充的条件', 'Criteria still unknown'),
      when: { column: 'verdict', is: 'unknown' },
    },
  ],
  source: book1('§D R08 criteria、§A10 ALG-09、§C T20'),
})
