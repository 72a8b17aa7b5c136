import { decimal } from '@guatu/core/shared'
import { curves } from './curves.ts'
import { added, book1, counted, inTime } from './say.ts'

/** PM2.5 of each month against the year. */
const airSeason = {
  index: ['1.45', '1.15', '1.10', '1.00', '0.78', '0.62', '0.60', '0.68', '0.85', '1.15', '1.20', '1.42'].map(decimal),
  source: `${book1('ALG-11')}[A]，有两年本地数后重订`,
}

/** 土地、城建、环境 (tasks 4–5, 16, 27–36). */
export const city = [
  inTime(
    'roadDefectsInTime',
    '道路病害按期修复率',
    'Road defects mended in time',
    'roadDefectsInTime',
    'roadDefectsDue',
    book1('§E1 04-P1'),
    { proxy: true },
  ),
  counted('signsReplaced', '更新的交通标识', 'Signs replaced', '块', book1('§E1 04-M2'), { proxy: true }),
  counted('furnitureUpgraded', '提升的城市家具', 'Street furniture upgraded', '处', book1('§E1 05-P2'), {
    proxy: true,
  }),
  counted('roadsPrepared', '完成土地整备的道路', 'Roads whose land is prepared', '条', book1('§C T16、§E1 16-N1'), {
    alsoSaid: ['道路土地整备', '道路新建、整治工程土地整备'],
  }),
  added('gasPipesInstalled', '管道燃气安装户数', 'Households with pipes', '户', book1('§C T27'), { proxy: true }),
  added('bottlesCleared', '清瓶数', 'Bottles cleared', '瓶', book1('§C T27、§E1 27-N2'), { alsoSaid: ['清瓶'] }),
  added('parkingSpacesAdded', '增加停车位', 'Parking spaces added', '个', book1('§C T28、§E1 28-N1'), {
    curve: curves.parking,
    alsoSaid: ['新增停车位', '增加停车位供给'],
  }),
  added('berthsOnline', '增设宜停车泊位', 'Berths on line', '个', book1('§C T28、§E1 28-N2'), {
    curve: curves.parking,
    alsoSaid: ['宜停车泊位', '路边停车泊位'],
  }),
  added('nonMotorLanes', '非机动车道建设', 'Non-motor lanes', '米', book1('§C T28、§E1 28-N3'), {
    alsoSaid: ['建设非机动车道', '非机动车道'],
  }),
  counted('mechanicalGarages', '立体停车库', 'Mechanical garages', '个', book1('§E1 28-P1'), { proxy: true }),
  counted('trafficHazardsClosed', '整改交通隐患', 'Traffic hazards closed', '处', book1('§C T28、§E1 28-N4')),
  counted('buildingsRenewed', '完成改造的楼栋', 'Buildings renewed', '栋', book1('§C T29、§E1 29-N1'), {
    alsoSaid: ['老旧小区改造', '旧房改造'],
  }),
  added('householdsRenewed', '旧房改造受益户数', 'Households of renewed buildings', '户', book1('§C T29、§E1 29-N2'), {
    alsoSaid: ['老旧小区改造户数', '旧房改造'],
  }),
  counted('practiceActivities', '文明实践活动', 'Civilised-practice activities', '场', book1('§C T30、§E1 30-N1'), {
    curve: curves.practice,
  }),
  counted('practiceSites', '文明实践点', 'Practice sites', '个', book1('§E1 30-P1'), { proxy: true }),
  inTime(
    'civIssuesInTime',
    '创文问题按期整改率',
    'Civilised-city issues fixed in time',
    'civIssuesInTime',
    'civIssuesDue',
    book1('§E1 30-P3'),
    { proxy: true },
  ),
  counted('pm25Mean', 'PM2.5平均浓度', 'Mean of PM2.5', 'ug/m3', book1('§C T31、ALG-10、§E1 31-N1'), {
    of: { kind: 'mean', measure: 'pm25Daily' },
    rollsUp: 'never',
    judged: 'upperMean',
    season: airSeason,
    alsoSaid: ['PM2.5年均浓度', 'PM2.5'],
  }),
  counted('goodAirDays', '空气质量优良率', 'Share of days of good air', '%', book1('§C T31、ALG-10、§E1 31-N2'), {
    of: { kind: 'passingFacts', measure: 'aqiDaily', pass: { atMost: decimal(100) } },
    rollsUp: 'never',
    judged: 'budget',
    curve: curves.badDays,
    alsoSaid: ['空气质量优良天数比例', '空气优良率'],
  }),
  inTime(
    'dustPassed',
    '扬尘检查合格率',
    'Dust checks passed',
    'dustChecksPassed',
    'dustChecks',
    book1('§C T31、ALG-18、§E1 31-P1'),
    { proxy: true },
  ),
  counted('healthActions', '爱国卫生活动', 'Patriotic health actions', '场', book1('§E1 33-P1'), { proxy: true }),
  counted(
    'appearanceRankMonths',
    '市容环境综合指数测评',
    'Months in which the city-appearance index passed',
    '%',
    book1('§C T33、§E1 33-N1'),
    {
      of: {
        kind: 'passing',
        each: 'month',
        of: { kind: 'latest', measure: 'cityAppearanceRank' },
        pass: { atMost: decimal(5) },
        share: true,
      },
      rollsUp: 'never',
      judged: 'everyPeriod',
      proxy: true,
    },
  ),
  counted('smartWastePoints', '智能投放点', 'Smart waste points', '个', book1('§E1 32'), { proxy: true }),
  counted('vehiclePoints', '以车代库回收点', 'Recycling vehicle points', '个', book1('§E1 32'), { proxy: true }),
  counted('drainageHandedOver', '排水单元移交', 'Drainage units handed over', '个', book1('§C T34、§E1 34-N1'), {
    of: { kind: 'count', measure: 'drainageHandedOver', within: 'ever' },
    proxy: true,
  }),
  counted('riverPatrols', '有效巡河', 'Valid river patrols', '次', book1('§C T34、§E1 34-P1'), { proxy: true }),
  inTime(
    'pollutionInTime',
    '污染源按期整治率',
    'Pollution sources closed in time',
    'pollutionClosedInTime',
    'pollutionDue',
    book1('§E1 34-P2'),
    { proxy: true },
  ),
  added('soilFilled', '纳土量', 'Soil filled', '立方米', book1('§C T35、§E1 35-M1'), {
    of: { kind: 'cumulative', measure: 'soilFilled' },
    proxy: true,
  }),
] as const
