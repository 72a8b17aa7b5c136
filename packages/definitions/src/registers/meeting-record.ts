import {
  type Condition,
  choice,
  count,
  date,
  evidence,
  type Feed,
  longText,
  register,
  row,
  state,
  text,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { asked, belonging, book2, keptFor, limit, provenance, say } from './common.ts'

const meetingTypes = [
  ['workCommittee', '党工委会议', 'Working committee'],
  ['centreGroup', '理论学习中心组', 'Centre group'],
  ['branchMembers', '支部党员大会', 'Branch members'],
  ['branchCommittee', '支部委员会', 'Branch committee'],
  ['partyGroup', '党小组会', 'Party group'],
  ['partyLecture', '党课', 'Party lecture'],
  ['themeDay', '主题党日', 'Theme Party day'],
  ['analysis', '研判会商', 'Analysis'],
  ['specialTopic', '专题会议', 'Special topic'],
  ['bigPartyCommittee', '社区大党委会议', 'Big Party committee'],
  ['officeMeeting', '办公会议', 'Office meeting'],
  ['leaderReception', '领导接访', 'Leader’s reception'],
  ['leaderVisit', '领导下访', 'Leader’s visit'],
] as const
type MeetingType = (typeof meetingTypes)[number][0]
const ofType = (...types: readonly MeetingType[]): Condition => ({ column: 'meetingType', is: types })

const ofOrganisations = ofType(
  'workCommittee',
  'centreGroup',
  'branchMembers',
  'branchCommittee',
  'partyGroup',
  'partyLecture',
  'themeDay',
  'bigPartyCommittee',
)
const withLeader = ofType('leaderReception', 'leaderVisit')
const held: Condition = { state: ['held', 'minuted'] }
const workers = ['handler', 'communityStaff'] as const

const one = (
  datedBy: string,
  measure: string,
  zh: string,
  en: string,
  when: readonly Condition[],
  about?: string,
): Feed => ({
  gives: 'one',
  datedBy,
  serves: { measure },
  says: say(zh, en),
  when: { all: when },
  ...(about && { about }),
})

/** A meeting of a Party organisation that took place with more than half of those who decide. */
const valid = (measure: string, zh: string, en: string, type: MeetingType, about = 'organisation'): Feed =>
  one('heldOn', measure, zh, en, [held, ofType(type), { column: 'quorumMet', is: true }], about)

const kept = (measure: string, zh: string, en: string, type: MeetingType): readonly Feed[] => [
  one('dueOn', `${measure}Due`, `应开展的${zh}`, `${en} due`, [ofType(type), { not: { state: ['cancelled'] } }]),
  one('dueOn', `${measure}Kept`, `按期开展的${zh}`, `${en} kept`, [
    held,
    ofType(type),
    { column: 'heldOn', notAfter: 'dueOn' },
  ]),
]

/** 会议学习台账: one row is one meeting; those present are counted, and notes, pictures and points are not asked for. */
export const meetingRecord = register({
  id: 'meetingRecord',
  label: say('会议学习台账', 'Meetings and study'),
  prefix: 'HY',
  columns: {
    meetingType: choice(say('会议类型', 'Kind of meeting'), meetingTypes, { required: true }),
    organisation: row(say('组织', 'Organisation'), 'organisation', { requiredWhen: ofOrganisations }),
    ...belonging,
    plannedOn: date(say('计划日期', 'Planned on')),
    dueOn: date(say('应开期限', 'To be held by')),
    heldOn: date(say('召开日期', 'Held on'), { notInFuture: true, requiredWhen: held }),
    shouldAttend: count(say('应到', 'Expected'), '人', { min: decimal(1), requiredWhen: ofOrganisations }),
    attended: count(say('实到', 'Present'), '人'),
    quorumMet: yesNo(say('到会过半数', 'More than half present'), { requiredWhen: { all: [held, ofOrganisations] } }),
    firstTopicFirst: yesNo(say('首项为第一议题', 'Opens with the first topic'), {
      requiredWhen: { all: [held, ofType('workCommittee')] },
    }),
    firstTopic: longText(say('第一议题内容', 'First topic'), 500, {
      requiredWhen: { column: 'firstTopicFirst', is: true },
    }),
    mainTopics: longText(say('主要议题', 'Topics'), 2000),
    minutesNo: text(say('纪要编号', 'Number of the minutes'), 64),
    minutedOn: date(say('纪要日期', 'Minuted on'), { notInFuture: true }),
    lecturerPost: text(say('主讲岗位', 'Post that lectured'), 60),
    ...asked(ofType('specialTopic'), {
      mechanism: text(say('检查的制度机制', 'Mechanism checked'), 40),
    }),
    ...asked(withLeader, {
      leaderPost: text(say('领导岗位', 'Post of the leader'), 60, { required: true }),
      casesRegistered: count(say('登记案件数', 'Cases registered'), '件'),
    }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E4']),
    ...provenance,
  },
  key: ['meetingType', 'organisation', 'leadUnit', 'leaderPost', 'mechanism', 'plannedOn', 'heldOn'],
  rules: [
    { kind: 'oneNeeded', columns: ['heldOn', 'plannedOn', 'dueOn'] },
    { kind: 'inOrder', columns: ['plannedOn', 'dueOn'] },
    { kind: 'inOrder', columns: ['heldOn', 'minutedOn'] },
    { kind: 'inOrder', columns: ['attended', 'shouldAttend'] },
  ],
  lifecycle: {
    initial: 'planned',
    states: {
      planned: state('已计划', 'planned'),
      held: state('已召开', 'held'),
      minuted: state('已出纪要', 'minuted', { end: true }),
      cancelled: state('已取消', 'cancelled', { end: true }),
    },
    moves: {
      hold: { label: say('召开', 'Hold'), from: ['planned'], to: 'held', by: workers, needs: ['heldOn'] },
      minute: {
        label: say('出纪要', 'Minute'),
        from: ['held'],
        to: 'minuted',
        by: workers,
        within: { limit: limit('meeting.minutes', 3, 'workday', book2('§C R11')), after: 'heldOn' },
        needs: ['minutesNo', 'minutedOn'],
      },
      cancel: { label: say('取消', 'Cancel'), from: ['planned'], to: 'cancelled', by: workers, because: true },
    },
  },
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    one('heldOn', 'workCommitteeMeetings', '党工委会议', 'Meetings of the working committee', [
      held,
      ofType('workCommittee'),
    ]),
    one('heldOn', 'workCommitteeFirstTopics', '以第一议题开头的党工委会议', 'Those that open with the first topic', [
      held,
      ofType('workCommittee'),
      { column: 'firstTopicFirst', is: true },
    ]),
    one(
      'heldOn',
      'firstTopicMeetings',
      '落实第一议题的会议',
      'Meetings with a first topic',
      [held, ofOrganisations, { column: 'quorumMet', is: true }, { column: 'firstTopicFirst', is: true }],
      'organisation',
    ),
    valid('branchMembersMeetings', '支部党员大会', 'Meetings of branch members', 'branchMembers'),
    valid('branchCommitteeMeetings', '支部委员会会议', 'Meetings of branch committees', 'branchCommittee'),
    valid('partyGroupMeetings', '党小组会', 'Meetings of Party groups', 'partyGroup'),
    valid('partyLectures', '党课', 'Party lectures', 'partyLecture'),
    valid('themeDays', '主题党日', 'Theme Party days', 'themeDay'),
    valid('bigPartyMeetings', '社区大党委会议', 'Meetings of big Party committees', 'bigPartyCommittee', 'community'),
    one('heldOn', 'centreGroupSessions', '中心组集体学习', 'Sessions of the centre group', [
      held,
      ofType('centreGroup'),
    ]),
    one('heldOn', 'analysisMeetings', '研判会商', 'Analyses', [held, ofType('analysis')], 'community'),
    one(
      'heldOn',
      'mechanismsChecked',
      '检查的制度机制',
      'Mechanisms checked',
      [held, ofType('specialTopic'), { column: 'mechanism', filled: true }],
      'mechanism',
    ),
    ...kept('receptions', '领导接访', 'Leaders’ receptions', 'leaderReception'),
    ...kept('leaderVisits', '领导下访', 'Leaders’ visits', 'leaderVisit'),
  ],
  retention: keptFor('meetingRecord', 5, 'heldOn'),
  source: book2('§C R11、§A T48 T60 T61 T62、§B B15'),
})

/** 会议议题: one item of an agenda, and what was decided on it. */
export const meetingItem = register({
  id: 'meetingItem',
  label: say('会议议题', 'Items of agendas'),
  prefix: 'HYYT',
  columns: {
    meeting: row(say('会议', 'Meeting'), 'meetingRecord', { required: true }),
    position: count(say('序号', 'Number'), '项', { min: decimal(1), required: true }),
    title: text(say('议题', 'Item'), 120, { required: true }),
    isFirstTopic: yesNo(say('是第一议题', 'Is the first topic'), { required: true }),
    sourceDoc: text(say('来源文件', 'Source document'), 120, { requiredWhen: { column: 'isFirstTopic', is: true } }),
    decision: longText(say('议定事项', 'Decision'), 2000),
    ...provenance,
  },
  key: ['meeting', 'position'],
  privacy: 'L2',
  access: everybody,
  feeds: [],
  source: book2('§C R11 agenda'),
})
