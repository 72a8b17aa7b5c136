import type { Tree } from '@guatu/core/indicator'
import { decimal } from '@guatu/core/shared'
import { added, book2, counted, inTime } from './say.ts'

const proxy = { proxy: true } as const
const count = (measure: string): Tree => ({ kind: 'count', measure })
const ever = (measure: string): Tree => ({ kind: 'count', measure, within: 'ever' })
const total = (...measures: readonly string[]): Tree => ({ kind: 'total', parts: measures.map(count) })

const share = (id: string, zh: string, en: string, of: Tree, to: Tree, source: string, more = {}) =>
  counted(id, zh, en, '%', source, {
    of: { kind: 'ratio', of, to },
    rollsUp: 'anew',
    judged: 'rate',
    ...proxy,
    ...more,
  })

/** An official rate, as it comes in. */
const read = (id: string, measure: string, zh: string, en: string, source: string) =>
  counted(id, zh, en, '%', source, { of: { kind: 'latest', measure }, rollsUp: 'never', judged: 'level', ...proxy })

/** 案件、应急、物资、帮扶 (tasks 40–42, 46–49, 57–59). */
export const cases = [
  read('firstDose60', 'vaccineFirst60', '60岁以上第一针接种率', 'First dose from 60', book2('§D T40.1')),
  read('fullCourse60', 'vaccineFull60', '60岁以上全程接种率', 'Full course from 60', book2('§D T40.2')),
  read('firstDose80', 'vaccineFirst80', '80岁以上第一针接种率', 'First dose from 80', book2('§D T40.2')),
  read('fullCourse80', 'vaccineFull80', '80岁以上全程接种率', 'Full course from 80', book2('§D T40.2')),
  read('keyGroupContactRate', 'keyGroupContacts', '重点人群健康服务率', 'Contact rounds done', book2('§D T40.3')),
  counted('jointCasesClosed', '「工会＋劳动＋法庭」办结案件', 'Joint cases closed', '件', book2('§D T41.2'), proxy),
  inTime(
    'jointSuccessRate',
    '「工会＋劳动＋法庭」调解成功率',
    'Joint cases agreed',
    'jointCasesAgreed',
    'jointCasesClosed',
    book2('§D T41.2'),
    proxy,
  ),
  counted('familyEduCentres', '家庭教育服务中心', 'Family-education centres', '个', book2('§D T42.1'), proxy),
  counted('villagesHelped', '回头看、回头帮的村', 'Villages visited and helped', '个', book2('§D T46.1'), {
    of: { kind: 'distinct', measure: 'villagesHelped' },
    rollsUp: 'never',
    judged: 'coverage',
  }),
  added('purchasesPaid', '消费帮扶净额（逐笔）', 'Purchases, net, by single rows', '元', book2('§D T46.2'), proxy),
  inTime(
    'protectionPeriodCompliance',
    '特别防护期到岗率',
    'Shifts of protection periods in place',
    'protectionShiftsInPlace',
    'protectionShiftsDue',
    book2('§D T47.5'),
    proxy,
  ),
  inTime(
    'zeroReportTimeliness',
    '零报告按时率',
    'Zero reports in time',
    'zeroReportsInTime',
    'zeroReportsDue',
    book2('§D T47.5'),
    proxy,
  ),
  added('protectionIncidents', '防护期重大事件', 'Major incidents of protection periods', '起', book2('§D T47.5'), {
    judged: 'zeroEvent',
    ...proxy,
  }),
  inTime(
    'windowMediationSuccess',
    '窗口调解成功率',
    'Agreed at the window',
    'windowMediationsAgreed',
    'windowMediationsEligible',
    book2('§D T48.1'),
    proxy,
  ),
  counted('jointMediations', '联合调解案件', 'Cases mediated jointly', '件', book2('§D T48.2'), proxy),
  inTime(
    'receptionCompliance',
    '领导接访落实率',
    'Leaders’ receptions kept',
    'receptionsKept',
    'receptionsDue',
    book2('§D T48.3'),
    proxy,
  ),
  inTime(
    'visitCompliance',
    '领导下访落实率',
    'Leaders’ visits kept',
    'leaderVisitsKept',
    'leaderVisitsDue',
    book2('§D T48.4'),
    proxy,
  ),
  share(
    'backlogResolved',
    '信访积案化解率',
    'Backlog cases resolved',
    ever('backlogResolved'),
    ever('backlogListed'),
    book2('§D T48.6'),
    { judged: 'level' },
  ),
  share(
    'petitionOnTime',
    '信访按期办理率',
    'Petitions in time',
    total('petitionNoticesInTime', 'petitionOpinionsInTime'),
    total('petitionNoticesDue', 'petitionOpinionsDue'),
    book2('§D T48.7'),
  ),
  counted('monthThemeCompliance', '「一月一主题」普法月数', 'Months with their theme', '个月', book2('§D T49.1'), {
    of: { kind: 'passing', each: 'month', of: count('lawThemeEvents'), pass: { atLeast: decimal(1) }, share: false },
    rollsUp: 'never',
  }),
  counted('lawEntryKinds', '法律五进的类别', 'Kinds of places that the law entered', '类', book2('§D T49.3'), {
    of: { kind: 'distinct', measure: 'lawEntryEvents' },
    rollsUp: 'never',
    judged: 'coverage',
    ...proxy,
  }),
  inTime(
    'confirmRate',
    '调解协议确认率',
    'Agreements confirmed',
    'agreementsConfirmed',
    'agreementsEligible',
    book2('§D T49.4、§B B5'),
    proxy,
  ),
  // Closed in the year, of those open at its start and accepted since: accepted ever, less closed in the years before.
  share(
    'clearanceOfCases',
    '仲裁清案率（逐案）',
    'Clearance rate, by single cases',
    count('arbitrationClosed'),
    {
      kind: 'difference',
      of: { kind: 'total', parts: [ever('arbitrationAccepted'), count('arbitrationClosed')] },
      less: ever('arbitrationClosed'),
    },
    book2('§D T57.1、§A T57、§B B4'),
    { judged: 'level' },
  ),
  inTime(
    'complaintOnTime',
    '劳动投诉按期办结率',
    'Complaints closed in time',
    'complaintsInTime',
    'complaintsDue',
    book2('§D T57.2'),
    proxy,
  ),
  inTime(
    'complaintSameDay',
    '劳动投诉当日登记率',
    'Complaints registered the same day',
    'complaintsSameDay',
    'complaintsReceived',
    book2('§A T57.2'),
    proxy,
  ),
  inTime(
    'mediationShare',
    '劳动争议调解结案率',
    'Labour disputes mediated',
    'labourCasesMediated',
    'labourCasesAccepted',
    book2('§D T57.4'),
    proxy,
  ),
  counted('floodPlansReported', '三防预案', 'Flood plans reported', '份', book2('§D T58.1'), proxy),
  counted('floodStockOk', '物资储备达标率', 'Articles with their least stock', '%', book2('§D T58.3、§B B12'), {
    of: {
      kind: 'answering',
      of: { namedBy: 'stockMinimum' },
      all: [
        {
          of: {
            kind: 'difference',
            of: { kind: 'sum', measure: 'stockChange', within: 'ever' },
            less: { kind: 'cumulative', measure: 'stockMinimum', within: 'ever' },
          },
          pass: { atLeast: decimal(0) },
        },
      ],
      share: true,
    },
    rollsUp: 'never',
    judged: 'level',
    ...proxy,
  }),
  added('floodDeaths', '汛期死亡人数', 'Deaths of floods', '人', book2('§D T58.4'), { judged: 'zeroEvent', ...proxy }),
  inTime(
    'responseTimeliness',
    '应急响应及时率',
    'Shifts in time in all three',
    'shiftsOnTime',
    'shiftsCalled',
    book2('§D T58.4、§B B13'),
    proxy,
  ),
  counted('recruitmentReported', '征兵任务', 'Recruitment reported done', '次', book2('§D T59.2'), proxy),
  counted('militiaReported', '民兵整组', 'Militia reported done', '次', book2('§D T59.3'), proxy),
  read('benefitBatchesOnTime', 'benefitBatches', '优抚待遇按时发放率', 'Benefits in time', book2('§D T59.5')),
]
