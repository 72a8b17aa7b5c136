import type { Tree } from '@guatu/core/indicator'
import { curves } from './curves.ts'
import { added, book1, counted, inTime, statistics } from './say.ts'

const toDate = (measure: string): Tree => ({ kind: 'cumulative', measure })
const retail: Tree = { kind: 'total', parts: [toDate('salesValueYtd'), toDate('turnoverYtd')] }

const published = { owner: statistics, rollsUp: 'anew' } as const
const invested = (id: string, zh: string, en: string, ...alsoSaid: readonly string[]) =>
  added(id, zh, en, '万元', book1('§C T18、§E1 18'), {
    of: toDate(id),
    grain: 'project',
    owner: statistics,
    curve: curves.investment,
    alsoSaid,
  })

/** 会展、产业、招商、企业 (tasks 1–3, 13, 17–26). */
export const economy = [
  counted('topOrganisersLanded', '招引世界顶级会展机构', 'Top organisers landed', '家', book1('§C T01、§E1 01-N1')),
  counted('exhibitionsHeld', '展会场次', 'Exhibitions held', '场', book1('§C T02、§E1 02-N1'), {
    curve: curves.exhibition,
    alsoSaid: ['展会', '举办展会'],
  }),
  added('exhibitionArea', '展览面积', 'Exhibition area', 'm2', book1('§C T02、§E1 02-N2'), {
    curve: curves.exhibition,
  }),
  counted('brandShows', '品牌展会', 'Brand exhibitions', '场', book1('§E1 01-P1'), { proxy: true }),
  inTime(
    'guaranteeInTime',
    '展会保障事项按时完成率',
    'Guarantee items closed in time',
    'guaranteeItemsInTime',
    'guaranteeItemsDue',
    book1('§E1 02-P1'),
    { proxy: true },
  ),
  counted('exhibitionLeads', '展会招商线索', 'Leads from shows', '条', book1('§E1 03-P1'), { proxy: true }),
  counted('exhibitionLeadsLanded', '展会线索落地', 'Leads from shows that landed', '家', book1('§E1 03-P2'), {
    proxy: true,
  }),
  counted('matchSessions', '产业对接会', 'Matching sessions', '场', book1('§E1 03-P3'), { proxy: true }),
  counted('businessesOpened', '开业的酒店商业项目', 'Hotels and retail opened', '个', book1('§E1 06-M1'), {
    proxy: true,
  }),
  counted('subLeasesClosed', '清理二房东', 'Sub-leases cleared', '宗', book1('§E1 13-P1'), { proxy: true }),
  counted('scatteredClosed', '整治散乱污危企业', 'Scattered firms handled', '家', book1('§E1 13-P2'), { proxy: true }),
  added('grossOutput', '工业总产值', 'Gross industrial output', '万元', book1('§C T17、§E1 17-N1'), {
    of: toDate('grossOutputYtd'),
    grain: 'enterprise',
    owner: statistics,
    curve: curves.industry,
  }),
  counted(
    'grossOutputGrowth',
    '工业总产值绝对增速',
    'Growth of gross output',
    '%',
    book1('§C T17、ALG-04、§E1 17-N2'),
    {
      of: { kind: 'growth', of: toDate('grossOutputYtd') },
      ...published,
      judged: 'growth',
      alsoSaid: ['绝对增速', '工业总产值增速', '产值增长'],
      notSaid: ['增加值'],
    },
  ),
  counted('grossOutputComparable', '工业总产值可比增速', 'Comparable growth of gross output', '%', book1('ALG-04'), {
    of: { kind: 'growth', of: toDate('grossOutputYtd'), before: 'grossOutputLastYear' },
    ...published,
    judged: 'growth',
    alsoSaid: ['可比增速'],
  }),
  invested('governmentInvested', '政府投资项目完成投资', 'Government investment', '政府投资项目', '政府投资'),
  invested('socialInvested', '社会投资项目完成投资', 'Social investment', '社会投资项目', '社会投资'),
  invested('crossStreetInvested', '跨街道项目完成投资', 'Investment across streets', '跨街道项目', '跨街道项目清单'),
  counted('investmentEvents', '招商活动', 'Investment events', '场', book1('§C T19、§E1 19-N1'), {
    curve: curves.promotion,
  }),
  counted('keyProjectsLanded', '招引重点项目', 'Key projects landed', '宗', book1('§C T19、§E1 19-N2'), {
    curve: curves.promotion,
    alsoSaid: ['落地重点项目', '引进重点项目'],
  }),
  counted('firmsRegistered', '新增注册企业', 'Firms registered', '家', book1('§C T19、§E1 19-N3'), {
    curve: curves.promotion,
  }),
  counted('gapLeads', '补链线索', 'Leads that fill a gap', '条', book1('§E1 21-P1'), { proxy: true }),
  counted('industryEnrolled', '新增规上企业', 'Industrial firms enrolled', '家', book1('§C T20、§E1 20-N3'), {
    alsoSaid: ['新增规上工业企业', '规上工业企业入库'],
  }),
  counted('fourUpEnrolled', '新增四上企业', 'Four-up firms enrolled', '家', book1('§C T20'), {
    alsoSaid: ['新增“四上”企业', '四上企业入库'],
  }),
  counted('advancedShare', '先进制造业占比', 'Share of advanced manufacturing', '%', book1('§C T21、§E1 21-N1'), {
    of: { kind: 'latest', measure: 'advancedOutputShare' },
    ...published,
    judged: 'level',
  }),
  counted('oceanLeads', '海洋产业线索', 'Ocean leads', '条', book1('§E1 35-P1'), { proxy: true }),
  counted('spaceRegistered', '登记的产业空间', 'Space registered', 'm2', book1('§C T23、§E1 23-P1'), {
    of: { kind: 'sum', measure: 'spaceRegistered', within: 'ever' },
    proxy: true,
  }),
  inTime(
    'appealsFirstHandled',
    '诉求不过夜办理率',
    'Appeals handled the same day',
    'appealsFirstInTime',
    'appealsFirstDue',
    book1('§C T24、§E1 24-P1'),
    { proxy: true },
  ),
  inTime(
    'appealsInTime',
    '诉求按时办结率',
    'Appeals resolved in time',
    'appealsResolvedInTime',
    'appealsFinalDue',
    book1('§C T24、§E1 24-P2'),
    { proxy: true },
  ),
  inTime('appealsSatisfied', '诉求满意率', 'Appeals rated well', 'appealsSatisfied', 'appealsRated', book1('§C T24'), {
    proxy: true,
  }),
  counted(
    'inspectionsOutsideExceptions',
    '免查企业违规检查',
    'Inspections of listed firms without reason',
    '次',
    book1('§C T25、§E1 25'),
    {
      judged: 'zeroEvent',
      proxy: true,
    },
  ),
  counted('serviceGrowth', '服务业增速', 'Growth of services', '%', book1('§C T26、§E1 26-N1'), {
    of: { kind: 'growth', of: toDate('serviceRevenueYtd') },
    ...published,
    judged: 'growth',
    alsoSaid: ['服务业', '服务业营业收入'],
    notSaid: ['增加值'],
  }),
  counted('retailGrowth', '批零住餐增速', 'Growth of trade, hotels and catering', '%', book1('§C T26、§E1 26-N2'), {
    of: { kind: 'growth', of: retail },
    ...published,
    judged: 'growth',
    alsoSaid: ['批零住餐', '批发零售住宿餐饮'],
    notSaid: ['增加值', '零售总额'],
  }),
] as const
