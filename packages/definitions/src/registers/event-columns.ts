import {
  choice,
  communities,
  coordinates,
  count,
  date,
  evidence,
  longText,
  moment,
  money,
  quantity,
  row,
  rows,
  text,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { asked, belonging, book2, type Columns, parameter, provenance, say } from './common.ts'

const attendanceMax = parameter(
  'event.attendance_max',
  say('单场参加人数上限', 'Most people at one event'),
  'person',
  5000,
  book2('§C R1'),
)

const eventTypes = [
  ['exhibition', '展会', 'Exhibition'],
  ['matchSession', '产业对接会', 'Matching session'],
  ['investmentEvent', '招商活动', 'Investment event'],
  ['enterpriseVisit', '企业走访', 'Enterprise visit'],
  ['policyTalk', '政策宣讲', 'Policy talk'],
  ['civPractice', '文明实践活动', 'Civilised-practice activity'],
  ['patrioticHealth', '爱国卫生活动', 'Patriotic health action'],
  ['meeting', '会商对接', 'Meeting'],
  ['culture', '文体活动', 'Culture and sports'],
  ['familyEdu', '家庭教育服务', 'Family education'],
  ['parentCourse', '家长课程', 'Parent course'],
  ['mentalHealthTalk', '心理健康讲座', 'Mental-health talk'],
  ['mentalHealthPublicity', '心理健康宣传', 'Mental-health publicity'],
  ['lawPublicity', '普法活动', 'Law publicity'],
  ['training', '培训', 'Training'],
  ['drill', '演练', 'Drill'],
  ['volunteerActivity', '志愿服务活动', 'Volunteer activity'],
  ['recruitPublicity', '征兵宣传', 'Recruitment publicity'],
  ['doubleSupport', '双拥活动', 'Double-support activity'],
  ['visit', '走访慰问', 'Visit'],
  ['other', '其他', 'Other'],
] as const

/** What goes on for an audience of the communities; the others have audiences of their own. */
const beforeResidents = [
  'culture',
  'familyEdu',
  'parentCourse',
  'mentalHealthTalk',
  'mentalHealthPublicity',
  'lawPublicity',
  'training',
  'drill',
  'volunteerActivity',
  'recruitPublicity',
  'doubleSupport',
] as const

const head: Columns = {
  title: text(say('活动名称', 'Title'), 80, { required: true }),
  eventType: choice(say('类别', 'Kind'), eventTypes, { required: true }),
  series: choice(say('系列', 'Series'), [
    ['springRain', '文化春雨行动', 'Spring rain'],
    ['hundredThousandTenThousand', '文化百千万工程', 'Hundred, thousand, ten thousand'],
    ['ourFestivals', '我们的节日', 'Our festivals'],
    ['readingMonth', '读书月', 'Reading month'],
    ['lawFiveEntries', '法律五进', 'Law enters five places'],
    ['bigStudy', '大学习大培训', 'Big study'],
  ]),
  startAt: moment(say('开始时间', 'Start'), { required: true }),
  endAt: moment(say('结束时间', 'End')),
  minutes: count(say('时长', 'Duration'), '分钟'),
  venueFacility: row(say('场地（设施台账）', 'Venue in the register of facilities'), 'facility'),
  venueText: text(say('地点', 'Venue'), 120),
  place: coordinates(say('坐标', 'Coordinates'), ['point']),
  coveredCommunities: communities(say('覆盖社区', 'Communities covered')),
  online: yesNo(say('线上', 'Online')),
}

const people: Columns = {
  audience: choice(
    say('对象', 'Audience'),
    [
      ['residents', '居民', 'Residents'],
      ['women', '妇女', 'Women'],
      ['minors', '未成年人', 'Minors'],
      ['parents', '家长', 'Parents'],
      ['workers', '职工', 'Workers'],
      ['students', '学生', 'Students'],
      ['enterprises', '企业', 'Enterprises'],
      ['members', '党团员', 'Members'],
      ['mixed', '不限', 'Mixed'],
    ],
    { requiredWhen: { column: 'eventType', is: beforeResidents } },
  ),
  attendance: count(say('参加人数', 'Attendance'), '人', { min: decimal(1), max: attendanceMax }),
  attendanceBasis: choice(
    say('人数口径', 'Basis of the attendance'),
    [
      ['headcount', '现场清点', 'Head count'],
      ['signin', '签到', 'Sign-in'],
      ['estimate', '估算', 'Estimate'],
      ['online', '线上', 'Online'],
    ],
    { requiredWhen: { column: 'attendance', filled: true } },
  ),
  onlineViews: count(say('线上人次', 'Online views'), '人次'),
  firms: count(say('参加企业数', 'Firms present'), '家'),
  volunteers: count(say('志愿者人数', 'Volunteers'), '人'),
  lecturerUnit: text(say('主讲单位', 'Lecturing unit'), 120),
  counterpart: text(say('对接单位', 'Counterpart'), 120),
  cost: money(say('经费', 'Cost'), '元'),
  fundSource: choice(say('资金来源', 'Funds'), [
    ['micro', '民生微实事', 'Livelihood micro-projects'],
    ['union', '工会', 'Union'],
    ['league', '团组织', 'Youth League'],
    ['culture', '文体经费', 'Culture funds'],
    ['none', '无', 'None'],
  ]),
  result: longText(say('活动结果', 'Result'), 2000),
}

/** A show in the exhibition centre (1–36, T02). */
const exhibition = asked(
  { column: 'eventType', is: 'exhibition' },
  {
    edition: text(say('届次', 'Edition'), 40),
    organiser: text(say('主办方', 'Organiser'), 120, { required: true }),
    halls: text(say('展馆号', 'Halls'), 120),
    moveInFrom: date(say('布展日期', 'Move-in from')),
    openFrom: date(say('展期起', 'Open from'), { required: true }),
    openTo: date(say('展期止', 'Open to'), { required: true }),
    moveOutTo: date(say('撤展日期', 'Move-out to')),
    plannedGrossArea: quantity(say('计划展览面积', 'Planned gross area'), {
      unit: 'm2',
      scale: 2,
      min: decimal(1),
      required: true,
    }),
    actualGrossArea: quantity(say('实际展览面积', 'Actual gross area'), { unit: 'm2', scale: 2, min: decimal(1) }),
    netArea: quantity(say('净面积', 'Net area'), { unit: 'm2', scale: 2, min: decimal(0) }),
    exhibitors: count(say('参展商', 'Exhibitors'), '家'),
    overseasExhibitors: count(say('境外参展商', 'Exhibitors from abroad'), '家'),
    visitors: count(say('观展人次', 'Visits'), '人次'),
    certainty: choice(say('确定程度', 'Certainty'), [
      ['tentative', '意向', 'Tentative'],
      ['confirmed', '已确认', 'Confirmed'],
    ]),
    guaranteeLevel: choice(say('保障等级', 'Guarantee level'), [
      ['1', '一级', 'Level 1'],
      ['2', '二级', 'Level 2'],
      ['3', '三级', 'Level 3'],
    ]),
    brandLevel: choice(say('品牌等级', 'Brand'), [
      ['ufi', 'UFI 认证', 'UFI approved'],
      ['national', '国家级', 'National'],
      ['firstInSector', '行业首位', 'First in its sector'],
    ]),
    permitNo: text(say('大型活动许可号', 'Permit of a large event'), 64),
  },
)

const forEnterprises: Columns = {
  ...asked({ column: 'eventType', is: 'matchSession' }, { show: row(say('所属展会', 'Of which show'), 'event') }),
  ...asked(
    { column: 'eventType', is: 'enterpriseVisit' },
    {
      enterprise: row(say('走访企业', 'Enterprise visited'), 'enterprise', { required: true }),
      upgradeIntention: yesNo(say('有技改意向', 'Intends technical renovation')),
    },
  ),
  ...asked(
    { column: 'eventType', is: ['policyTalk', 'meeting', 'enterpriseVisit'] },
    { policyItem: row(say('落实的惠企措施', 'Measure carried out'), 'listEntry') },
  ),
  linkedEnterprises: rows(say('相关企业', 'Enterprises concerned'), 'enterprise'),
}

/** A civilised-practice activity (1–36, T30), with its four steps of ordering. */
const practice = asked(
  { column: 'eventType', is: 'civPractice' },
  {
    venueType: choice(
      say('进何处', 'Enters'),
      [
        ['community', '进社区', 'Community'],
        ['campus', '进校园', 'Campus'],
        ['family', '进家庭', 'Family'],
      ],
      { required: true },
    ),
    practiceTheme: choice(say('实践主题', 'Theme of practice'), [
      ['theory', '理论', 'Theory'],
      ['policy', '政策', 'Policy'],
      ['law', '法律', 'Law'],
      ['education', '教育', 'Education'],
      ['culture', '文化', 'Culture'],
      ['sport', '体育', 'Sport'],
      ['science', '科普', 'Science'],
      ['volunteering', '志愿服务', 'Volunteering'],
      ['health', '健康', 'Health'],
      ['environment', '环保', 'Environment'],
      ['tradition', '传统', 'Tradition'],
    ]),
    orderNo: text(say('点单编号', 'Order number'), 64),
    orderedAt: moment(say('点单', 'Ordered'), { notInFuture: true }),
    assignedAt: moment(say('派单', 'Assigned'), { notInFuture: true }),
    acceptedAt: moment(say('接单', 'Accepted'), { notInFuture: true }),
    ratedAt: moment(say('评单', 'Rated'), { notInFuture: true }),
    rating: count(say('评分', 'Rating'), '分', { min: decimal(1), max: decimal(5) }),
  },
)

/** What the other kinds of events are asked for besides (37–62, R1 and tasks 42, 45, 49, 51). */
const particulars: Columns = {
  ...asked(
    { column: 'eventType', is: 'lawPublicity' },
    {
      theme: text(say('月主题', 'Theme of the month'), 60),
      monthTheme: count(say('主题月份', 'Month of the theme'), '月', { min: decimal(1), max: decimal(12) }),
      lawEntry: choice(say('五进', 'Enters'), [
        ['agency', '进机关', 'Agency'],
        ['community', '进社区', 'Community'],
        ['enterprise', '进企业', 'Enterprise'],
        ['school', '进学校', 'School'],
        ['park', '进园区', 'Park'],
      ]),
    },
  ),
  ...asked(
    { column: 'series', is: 'ourFestivals' },
    {
      festivalKey: choice(
        say('节日', 'Festival'),
        [
          ['springFestival', '春节', 'Spring Festival'],
          ['lantern', '元宵', 'Lantern Festival'],
          ['qingming', '清明', 'Qingming'],
          ['dragonBoat', '端午', 'Dragon Boat Festival'],
          ['qixi', '七夕', 'Qixi'],
          ['midAutumn', '中秋', 'Mid-Autumn Festival'],
          ['doubleNinth', '重阳', 'Double Ninth'],
        ],
        { required: true },
      ),
    },
  ),
  ...asked(
    { column: 'eventType', is: 'culture' },
    {
      artForm: text(say('艺术形式', 'Art form'), 40),
      performerGroup: text(say('演出团体', 'Performing group'), 120),
    },
  ),
  ...asked(
    { column: 'eventType', is: ['familyEdu', 'parentCourse', 'mentalHealthTalk', 'mentalHealthPublicity'] },
    {
      topic: text(say('主题内容', 'Topic'), 120),
      school: text(say('相关学校', 'School'), 120),
    },
  ),
  ...asked(
    { column: 'eventType', is: 'training' },
    {
      trainingTopic: choice(
        say('培训内容', 'Subject of the training'),
        [
          ['firstAid', '急救与AED', 'First aid and AED'],
          ['familyEdu', '家庭教育人才', 'Family-education talent'],
          ['buildingHead', '楼栋长', 'Building heads'],
          ['safety', '安全生产', 'Work safety'],
          ['stability', '综治维稳', 'Grid and stability'],
          ['bigStudy', '大学习大培训', 'Big study'],
          ['other', '其他', 'Other'],
        ],
        { required: true },
      ),
    },
  ),
  ...asked(
    { column: 'eventType', is: 'drill' },
    {
      drillKind: choice(say('演练类别', 'Kind of drill'), [
        ['flood', '三防', 'Flood'],
        ['fire', '消防', 'Fire'],
        ['safety', '安全生产', 'Work safety'],
        ['stability', '维稳', 'Stability'],
        ['other', '其他', 'Other'],
      ]),
      drillScenario: text(say('演练科目', 'Scenario'), 120, { required: true }),
      plannedMinutes: count(say('计划集结时间', 'Planned minutes to assemble'), '分钟'),
      assemblyMinutes: count(say('实际集结时间', 'Minutes to assemble'), '分钟'),
      problemsFound: count(say('发现问题', 'Problems found'), '个'),
    },
  ),
}

export const eventColumns: Columns = {
  ...head,
  ...belonging,
  ...people,
  ...exhibition,
  ...forEnterprises,
  ...practice,
  ...particulars,
  evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2', 'E4']),
  ...provenance,
}
