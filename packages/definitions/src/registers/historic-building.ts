import {
  choice,
  choices,
  coordinates,
  date,
  evidence,
  longText,
  type Move,
  percentage,
  quantity,
  register,
  row,
  state,
  text,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { belonging, book1, provenance, say } from './common.ts'

const t36 = book1('§C T36')
const gates = ['accepted', 'timeChecked', 'ownershipChecked', 'surveyed', 'planReviewed', 'safetyChecked', 'priced']

const step = (zh: string, en: string, from: string, to: string, ...needs: readonly string[]): Move => ({
  label: say(zh, en),
  from: [from],
  to,
  by: ['handler'],
  needs,
})

/** 新三规申报台账: one application to confirm a historic building of industry or public use, gate by gate. */
export const historicBuilding = register({
  id: 'historicBuilding',
  label: say('新三规申报台账', 'Applications for historic buildings'),
  prefix: 'XSG',
  columns: {
    applicationNo: text(say('申报编号', 'Application'), 64, { required: true }),
    ...belonging,
    building: row(say('对应违建', 'Illegal building'), 'illegalBuilding'),
    applicantKind: choice(
      say('申报主体类型', 'Kind of applicant'),
      [
        ['jointStockCoop', '股份合作公司', 'Joint-stock cooperative'],
        ['enterprise', '企业', 'Enterprise'],
        ['individual', '个人', 'Individual'],
        ['government', '政府', 'Government'],
      ],
      { required: true },
    ),
    buildingUse: choice(
      say('建筑用途', 'Use of the building'),
      [
        ['production', '生产经营', 'Production'],
        ['commercial', '商业办公', 'Commerce'],
        ['publicFacility', '公共配套', 'Public facility'],
      ],
      { required: true },
    ),
    buildingArea: quantity(say('建筑面积', 'Floor area'), {
      unit: 'm2',
      scale: 2,
      min: decimal('0.01'),
      required: true,
    }),
    place: coordinates(say('位置', 'Position'), ['point', 'polygon']),
    appliedOn: date(say('受理日期', 'Accepted on'), { required: true, notInFuture: true }),
    timeCheckedOn: date(say('建成时间核查日期', 'Day of building checked on'), { notInFuture: true }),
    ownershipOn: date(say('权属核查日期', 'Ownership checked on'), { notInFuture: true }),
    surveyedOn: date(say('测绘日期', 'Surveyed on'), { notInFuture: true }),
    planReviewOn: date(say('规划用地审查日期', 'Planning reviewed on'), { notInFuture: true }),
    safetyCheckOn: date(say('结构消防检查日期', 'Structure and fire checked on'), { notInFuture: true }),
    pricedOn: date(say('罚款地价核定日期', 'Penalty and land price settled on'), { notInFuture: true }),
    landPriceShare: percentage(say('地价占市场评估价', 'Land price against the market')),
    confirmedOn: date(say('确认日期', 'Confirmed on'), { notInFuture: true }),
    confirmationNo: text(say('确认文书号', 'Confirmation'), 64, {
      requiredWhen: { column: 'confirmedOn', filled: true },
    }),
    exclusions: choices(say('不予确认的情形', 'Why it cannot be confirmed'), [
      ['stateLand', '占用已征国有土地', 'State land acquired'],
      ['farmland', '占用基本农田', 'Farmland'],
      ['waterSource', '一级水源保护区', 'First-grade water source'],
      ['rawWaterPipe', '原水管渠', 'Raw-water pipe'],
      ['orangeLine', '橙线', 'Orange line'],
      ['forbiddenZone', '禁建区', 'Forbidden zone'],
      ['plannedPublic', '规划道路绿地公共设施', 'Planned road, green or public facility'],
    ]),
    rejectReason: longText(say('不予确认的说明', 'Why rejected'), 500, { requiredWhen: { state: ['rejected'] } }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2']),
    ...provenance,
  },
  key: ['applicationNo'],
  rules: [
    {
      kind: 'inOrder',
      columns: [
        'appliedOn',
        'timeCheckedOn',
        'ownershipOn',
        'surveyedOn',
        'planReviewOn',
        'safetyCheckOn',
        'pricedOn',
        'confirmedOn',
      ],
    },
    {
      kind: 'must',
      column: 'confirmedOn',
      when: { column: 'exclusions', filled: true },
      holds: { column: 'confirmedOn', filled: false },
      says: say('有不予确认情形的，不能确认', 'what is excluded is not confirmed'),
    },
  ],
  lifecycle: {
    initial: 'accepted',
    states: {
      accepted: state('已受理', 'accepted'),
      timeChecked: state('时间已核', 'time checked'),
      ownershipChecked: state('权属已核', 'ownership checked'),
      surveyed: state('已测绘', 'surveyed'),
      planReviewed: state('规划已审', 'planning reviewed'),
      safetyChecked: state('安全已查', 'safety checked'),
      priced: state('已核价', 'priced'),
      confirmed: state('已确认', 'confirmed', { end: true }),
      rejected: state('不予确认', 'rejected', { end: true }),
    },
    moves: {
      checkTime: step('核查建成时间', 'Check the time', 'accepted', 'timeChecked', 'timeCheckedOn'),
      checkOwnership: step('核查权属', 'Check ownership', 'timeChecked', 'ownershipChecked', 'ownershipOn'),
      survey: step('测绘', 'Survey', 'ownershipChecked', 'surveyed', 'surveyedOn'),
      reviewPlan: step('规划用地审查', 'Review planning', 'surveyed', 'planReviewed', 'planReviewOn'),
      checkSafety: step('结构消防检查', 'Check safety', 'planReviewed', 'safetyChecked', 'safetyCheckOn'),
      price: step('核定罚款地价', 'Settle the price', 'safetyChecked', 'priced', 'pricedOn'),
      confirm: {
        ...step('确认', 'Confirm', 'priced', 'confirmed', 'confirmedOn', 'confirmationNo', 'evidence'),
        by: ['unitHead'],
        decidedBy: say('规划和自然资源部门', 'the planning authority'),
      },
      reject: {
        label: say('不予确认', 'Reject'),
        from: gates,
        to: 'rejected',
        by: ['unitHead'],
        because: true,
        needs: ['rejectReason'],
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
      datedBy: 'appliedOn',
      serves: { measure: 'confirmationsAccepted' },
      says: say('受理的新三规申报', 'Applications accepted'),
    },
    {
      gives: 'one',
      datedBy: 'confirmedOn',
      serves: { measure: 'confirmationsMade' },
      says: say('确认的历史违建', 'Historic buildings confirmed'),
      when: { state: ['confirmed'] },
      anyOf: ['E1'],
    },
  ],
  source: `${t36}；${book1('§D R15 new3Application')}`,
})
