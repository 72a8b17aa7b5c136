import { curves } from './curves.ts'
import { added, book2, counted, inCommunities, inTime } from './say.ts'

/** 民生 (tasks 37–46). */
export const people = [
  counted('nurseryPoints', '社区托育点', 'Nursery points', '个', book2('§D T37.4'), {
    curve: curves.backEnd,
    proxy: true,
    alsoSaid: ['新建托育点'],
  }),
  counted(
    'toddlerClassKindergartens',
    '开办托班的幼儿园',
    'Kindergartens with toddler classes',
    '所',
    book2('§D T37.5'),
    { proxy: true },
  ),
  counted('healthStations', '社康站', 'Health stations', '个', book2('§D T38'), { proxy: true }),
  counted('aedsInService', '新增AED', 'AEDs in service', '台', book2('§D T38.6a'), {
    alsoSaid: ['AED安装', '增加AED'],
    proxy: true,
  }),
  added('cprTrained', '急救培训人数', 'People trained in first aid', '人', book2('§D T38.6c'), { proxy: true }),
  counted('microProjectsClosed', '民生微实事', 'Livelihood micro-projects accepted', '个', book2('§D T38.7'), {
    curve: curves.backEnd,
    proxy: true,
  }),
  added('rentalUnitsRaised', '筹集保障性租赁住房', 'Rental units raised', '套', book2('§D T39.5、§B9'), {
    alsoSaid: ['筹集建设保障性租赁住房', '保障性租赁住房', '保租房'],
  }),
  added('talentUnitsSupplied', '人才房配租', 'Talent units allotted', '套', book2('§D T39.6'), { proxy: true }),
  counted('boosterCoverage60', '60岁以上加强针接种率', 'Booster coverage from 60', '%', book2('§D T40.1'), {
    of: { kind: 'latest', measure: 'vaccineBooster60' },
    rollsUp: 'never',
    judged: 'level',
    proxy: true,
  }),
  counted('boosterCoverage80', '80岁以上加强针接种率', 'Booster coverage from 80', '%', book2('§D T40.2'), {
    of: { kind: 'latest', measure: 'vaccineBooster80' },
    rollsUp: 'never',
    judged: 'level',
    proxy: true,
  }),
  inCommunities(
    'unionFederations',
    '先行示范工联会覆盖社区',
    'Communities with a union federation',
    book2('§D T41.1'),
    {
      alsoSaid: ['工联会社区全覆盖', '先行示范工联会'],
    },
  ),
  counted('unionMicroProjects', '工会微实事', 'Union micro-projects accepted', '个', book2('§D T41.3'), {
    curve: curves.backEnd,
    proxy: true,
  }),
  counted('familyEduEvents', '家庭教育服务示范活动、社区家长课程', 'Family-education events', '场', book2('§D T42.2'), {
    curve: curves.family,
    alsoSaid: ['家庭教育活动', '家长课程', '家长课堂'],
  }),
  counted('mentalHealthEvents', '心理健康宣传讲座', 'Mental-health events', '场', book2('§D T42.3'), {
    curve: curves.mental,
    alsoSaid: ['心理健康活动', '宣传、讲座活动'],
  }),
  counted('familyEduTraining', '家庭教育人才培训班', 'Classes for family-education talent', '期', book2('§D T42.4'), {
    proxy: true,
  }),
  inCommunities('communityLeagues', '社区团组织覆盖', 'Communities with a League organisation', book2('§D T43.2'), {
    alsoSaid: ['社区团组织建设全覆盖'],
  }),
  counted('leagueBranchesNew', '两新组织成立团支部', 'League branches of new organisations', '个', book2('§D T43.3'), {
    curve: curves.youthOrg,
    alsoSaid: ['成立团支部', '两新团支部'],
  }),
  inCommunities(
    'volunteerFederations',
    '社区成立志愿者联合会',
    'Communities with a volunteer federation',
    book2('§D T44.1'),
  ),
  inCommunities('watchTeams', '邻里守望互助志愿服务队', 'Communities with a watch team', book2('§D T44.2'), {
    proxy: true,
  }),
  counted('volunteerActivities', '志愿服务活动', 'Volunteer activities', '场', book2('§D T44'), { proxy: true }),
  counted('orchestrasFounded', '组建青年交响乐团', 'Orchestras founded', '个', book2('§D T45.1'), { proxy: true }),
  counted('cultureEvents', '文体系列活动', 'Culture events', '场', book2('§D T45.2'), {
    curve: curves.culture,
    alsoSaid: ['文化春雨行动', '文化百千万工程系列活动'],
  }),
  counted('festivalShows', '传统文化展演', 'Festival shows', '场', book2('§D T45.3'), {
    of: { kind: 'distinct', measure: 'festivalShows' },
    alsoSaid: ['我们的节日'],
  }),
  counted('readingSalons', '读书沙龙', 'Reading salons', '场', book2('§D T45.4'), {
    curve: curves.readingMonth,
    alsoSaid: ['系列读书沙龙活动', '读书月活动'],
  }),
  added('assistPurchases', '消费帮扶', 'Purchases that help', '万元', book2('§D T46.2'), {
    alsoSaid: ['消费帮扶任务', '消费帮扶金额'],
  }),
  inTime(
    'firstVisitsInTime',
    '小散工程首巡及时率',
    'First visits of small works in time',
    'firstVisitsInTime',
    'firstVisitsDue',
    book2('§D T55.1、§B6'),
    { proxy: true },
  ),
] as const
