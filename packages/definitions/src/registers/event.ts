import { type Condition, type Feed, type Lifecycle, type Rule, register, state } from '@guatu/core/fact'
import { everybody } from './access.ts'
import { book1, book2, limit, parameter, say } from './common.ts'
import { eventColumns } from './event-columns.ts'

const workers = ['handler', 'communitySecretary', 'communityStaff'] as const
const isShow: Condition = { column: 'eventType', is: 'exhibition' }
const took: Condition = { state: ['held', 'recorded', 'reviewed'] }

const lifecycle: Lifecycle = {
  initial: 'planned',
  states: {
    planned: state('已计划', 'planned'),
    confirmed: state('已确认', 'confirmed'),
    preparing: state('筹备中', 'in preparation'),
    readyCheck: state('展前检查', 'checked before opening'),
    open: state('展出中', 'open'),
    held: state('已开展', 'held'),
    recorded: state('已登记', 'recorded'),
    reviewed: state('已复盘', 'reviewed', { end: true }),
    noResult: state('未反馈', 'no result'),
    postponed: state('已延期', 'postponed'),
    cancelled: state('已取消', 'cancelled', { end: true }),
  },
  moves: {
    confirm: {
      label: say('确认并发通知', 'Confirm and announce'),
      from: ['planned'],
      to: 'confirmed',
      by: workers,
    },
    prepare: {
      label: say('开始筹备', 'Prepare'),
      from: ['confirmed'],
      to: 'preparing',
      by: workers,
      when: isShow,
    },
    checkReady: {
      label: say('展前检查', 'Check before opening'),
      from: ['preparing'],
      to: 'readyCheck',
      by: workers,
      when: isShow,
      needs: ['guaranteeLevel'],
    },
    openShow: { label: say('开展', 'Open'), from: ['readyCheck'], to: 'open', by: workers, when: isShow },
    closeShow: {
      label: say('闭幕', 'Close'),
      from: ['open'],
      to: 'held',
      by: workers,
      when: isShow,
      needs: ['actualGrossArea'],
    },
    hold: {
      label: say('已开展', 'Held'),
      from: ['planned', 'confirmed', 'noResult'],
      to: 'held',
      by: workers,
      when: { not: isShow },
    },
    record: {
      label: say('登记结果', 'Record the result'),
      from: ['held'],
      to: 'recorded',
      by: workers,
      within: { limit: limit('event.record', 3, 'workday', `${book1('§D R10')}；${book2('§C R1')}`), after: 'startAt' },
      needs: ['endAt', 'evidence'],
    },
    review: {
      label: say('复盘', 'Review'),
      from: ['recorded'],
      to: 'reviewed',
      by: ['handler'],
      when: isShow,
      within: { limit: limit('event.show_review', 5, 'workday', book1('§C T02')), after: 'openTo' },
      needs: ['result'],
    },
    lapse: {
      label: say('到期未反馈', 'No result in time'),
      from: ['planned', 'confirmed'],
      to: 'noResult',
      by: 'system',
      when: { not: isShow },
      within: { limit: limit('event.no_result', 5, 'workday', book2('§C R1')), after: 'startAt' },
    },
    postpone: {
      label: say('延期', 'Postpone'),
      from: ['planned', 'confirmed', 'preparing', 'readyCheck', 'noResult'],
      to: 'postponed',
      by: workers,
      because: true,
    },
    planAnew: {
      label: say('另定时间', 'Plan anew'),
      from: ['postponed'],
      to: 'planned',
      by: workers,
      needs: ['startAt'],
    },
    cancel: {
      label: say('取消', 'Cancel'),
      from: ['planned', 'confirmed', 'preparing', 'readyCheck', 'postponed', 'noResult'],
      to: 'cancelled',
      by: workers,
      because: true,
    },
  },
}

const rules: readonly Rule[] = [
  { kind: 'inOrder', columns: ['startAt', 'endAt'] },
  {
    kind: 'sameDay',
    from: 'startAt',
    to: 'endAt',
    when: { not: { column: 'eventType', is: ['drill', 'exhibition'] } },
  },
  { kind: 'oneNeeded', columns: ['venueText', 'venueFacility'] },
  { kind: 'inOrder', columns: ['moveInFrom', 'openFrom', 'openTo', 'moveOutTo'] },
  { kind: 'inOrder', columns: ['netArea', 'actualGrossArea'] },
  { kind: 'inOrder', columns: ['overseasExhibitors', 'exhibitors'] },
  { kind: 'inOrder', columns: ['orderedAt', 'assignedAt', 'acceptedAt', 'ratedAt'] },
]

const least = (id: string, zh: string, en: string, unit: string, value: number, source: string): Condition => ({
  column: unit === 'minute' ? 'minutes' : unit === 'firm' ? 'firms' : 'attendance',
  atLeast: parameter(`event.${id}`, say(zh, en), unit, value, source),
})
const people = (id: string, value: number, source: string) =>
  least(`${id}_people_min`, '计数的最少人数', 'Fewest people that count', 'person', value, source)
const minutes = (id: string, value: number, source: string) =>
  least(`${id}_minutes_min`, '计数的最短时长', 'Shortest time that counts', 'minute', value, source)

/** One event is one for a measure, where it took place and is of the right kind. */
const counting = (measure: string, zh: string, en: string, ...conditions: readonly Condition[]): Feed => ({
  gives: 'one',
  datedBy: 'startAt',
  serves: { measure },
  says: say(zh, en),
  when: { all: [took, ...conditions] },
})
const ofType = (...types: readonly string[]): Condition => ({ column: 'eventType', is: types })
const training = (topic: string): Condition => ({ column: 'trainingTopic', is: topic })

const shows: readonly Feed[] = [
  {
    ...counting('exhibitionsHeld', '展会场次', 'Exhibitions held', isShow),
    datedBy: 'openFrom',
    anyOf: ['E1', 'E2'],
  },
  {
    ...counting('exhibitionArea', '展览面积', 'Exhibition area', isShow),
    gives: { quantity: 'actualGrossArea' },
    datedBy: 'openFrom',
    anyOf: ['E1', 'E2'],
  },
  {
    ...counting('brandShows', '品牌展会', 'Brand exhibitions', isShow, { column: 'brandLevel', filled: true }),
    datedBy: 'openFrom',
    anyOf: ['E1', 'E2'],
  },
]

const t30 = book1('§C T30 [A]')
const t42 = book2('§A T42 [A]')

const feeds: readonly Feed[] = [
  ...shows,
  counting('matchSessions', '产业对接会', 'Matching sessions', ofType('matchSession')),
  counting(
    'investmentEvents',
    '招商活动',
    'Investment events',
    ofType('investmentEvent'),
    least(
      'investment_firms_min',
      '招商活动的最少企业数',
      'Fewest firms at an investment event',
      'firm',
      10,
      book1('§C T19 [A]'),
    ),
  ),
  { ...counting('enterpriseVisits', '企业走访', 'Enterprise visits', ofType('enterpriseVisit')), about: 'enterprise' },
  {
    ...counting('upgradeIntentionsAsked', '技改意向摸排', 'Firms asked about renovation', ofType('enterpriseVisit'), {
      column: 'upgradeIntention',
      filled: true,
    }),
    about: 'enterprise',
  },
  {
    ...counting('policyItemsExecuted', '落实的惠企措施', 'Measures for firms carried out', {
      column: 'policyItem',
      filled: true,
    }),
    about: 'policyItem',
  },
  counting('policyTalks', '政策宣讲', 'Policy talks', ofType('policyTalk')),
  counting(
    'practiceActivities',
    '文明实践活动',
    'Civilised-practice activities',
    ofType('civPractice'),
    people('practice', 10, t30),
    minutes('practice', 30, t30),
  ),
  counting('healthActions', '爱国卫生活动', 'Patriotic health actions', ofType('patrioticHealth')),
  counting(
    'cultureEvents',
    '文体活动',
    'Culture events',
    ofType('culture'),
    { column: 'series', is: ['springRain', 'hundredThousandTenThousand'] },
    minutes('culture', 30, book2('§A T45')),
  ),
  {
    ...counting('festivalShows', '节日演出', 'Festival shows', { column: 'series', is: 'ourFestivals' }),
    about: 'festivalKey',
  },
  counting('readingSalons', '读书沙龙', 'Reading salons', { column: 'series', is: 'readingMonth' }),
  counting(
    'familyEduEvents',
    '家庭教育活动',
    'Family-education events',
    ofType('familyEdu', 'parentCourse'),
    people('family', 15, t42),
    minutes('family', 45, t42),
  ),
  counting(
    'mentalHealthEvents',
    '心理健康宣传讲座',
    'Mental-health events',
    ofType('mentalHealthTalk', 'mentalHealthPublicity'),
    people('mental', 10, t42),
    minutes('mental', 30, t42),
  ),
  counting(
    'familyEduTraining',
    '家庭教育人才培训班',
    'Classes for family-education talent',
    training('familyEdu'),
    minutes('family_training', 480, t42),
  ),
  {
    ...counting('lawEntryEvents', '法律五进活动', 'Law publicity in five places', ofType('lawPublicity'), {
      column: 'lawEntry',
      filled: true,
    }),
    about: 'lawEntry',
  },
  counting('lawThemeEvents', '月主题普法活动', 'Law publicity of the month’s theme', ofType('lawPublicity'), {
    column: 'monthTheme',
    filled: true,
  }),
  counting('floodDrills', '三防演练', 'Flood drills', { column: 'drillKind', is: 'flood' }),
  counting('drills', '应急演练', 'Drills', ofType('drill')),
  {
    ...counting('cprTrained', '急救培训人数', 'People trained in first aid', training('firstAid')),
    gives: { quantity: 'attendance' },
  },
  {
    ...counting('buildingHeadsTrained', '楼栋长培训人数', 'Building heads trained', training('buildingHead')),
    gives: { quantity: 'attendance' },
  },
  {
    ...counting('safetyTrained', '安全培训人数', 'People trained in work safety', training('safety')),
    gives: { quantity: 'attendance' },
  },
  counting('stabilityTrainings', '综治维稳培训', 'Trainings in stability', training('stability')),
  counting('bigStudyClasses', '大学习大培训班次', 'Big-study classes', training('bigStudy')),
  counting('volunteerActivities', '志愿服务活动', 'Volunteer activities', ofType('volunteerActivity')),
  counting('recruitEvents', '征兵宣传', 'Recruitment events', ofType('recruitPublicity')),
  counting('doubleSupportEvents', '双拥活动', 'Double-support events', ofType('doubleSupport')),
]

/** 活动台账: one row is one activity on its day, one edition of a show, one visit. */
export const event = register({
  id: 'event',
  label: say('活动台账', 'Events'),
  prefix: 'HD',
  columns: eventColumns,
  key: ['eventType', 'title', 'startAt', 'venueText', 'venueFacility', 'leadUnit'],
  rules,
  lifecycle,
  geometry: 'place',
  privacy: 'L1',
  evidence: 'evidence',
  access: everybody,
  feeds,
  source: `${book1('§D R10、§C T02 T19 T30')}；${book2('§C R1、§A T42 T45 T49 T51')}`,
})
