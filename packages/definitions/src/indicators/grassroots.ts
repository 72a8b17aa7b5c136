import type { Tree } from '@guatu/core/indicator'
import { decimal } from '@guatu/core/shared'
import { partTimeKinds } from '../registers/organisation.ts'
import { added, book2, counted, inCommunities, inTime } from './say.ts'

const proxy = { proxy: true } as const
const communities = { communities: true } as const
const one = decimal(1)
const three = decimal(3)

const ever = (kind: 'count' | 'sum', measure: string): Tree => ({ kind, measure, within: 'ever' })
const monthly = (of: Tree): Tree => ({ kind: 'periods', each: 'month', of })
const quarterly = (of: Tree): Tree => ({ kind: 'periods', each: 'quarter', of })
const organisationsWith = (measure: string): Tree => ({ kind: 'distinct', measure })
const communitiesWith = (measure: string, within?: 'ever'): Tree => ({
  kind: 'coverage',
  measure,
  of: communities,
  share: false,
  ...(within && { within }),
})
const everyCommunity: Tree = { kind: 'members', of: communities, times: one }

/** What was kept of what recurs, in per cent: organisation-months, or community-quarters. */
const kept = (id: string, zh: string, en: string, met: Tree, due: Tree, source: string, more = {}) =>
  counted(id, zh, en, '%', source, {
    of: { kind: 'ratio', of: met, to: due },
    rollsUp: 'anew',
    judged: 'rate',
    ...proxy,
    ...more,
  })

const branches = ever('sum', 'partyBranches')
const partyOrganisations = ever('sum', 'partyOrganisations')

/** 党建、群团、会议 (tasks 50, 60–62). */
export const grassroots = [
  counted('networkMatrix', '「1+3+7+N」网格配备率', 'Cells of the network staffed', '%', book2('§D T50.3、§B B11'), {
    of: {
      kind: 'ratio',
      of: {
        kind: 'total',
        parts: ['networkUnion', 'networkLeague', 'networkWomen'].map((measure) => communitiesWith(measure, 'ever')),
      },
      to: { kind: 'members', of: communities, times: three },
    },
    rollsUp: 'never',
    judged: 'level',
  }),
  inCommunities('networkLinked', '有挂点部门的社区', 'Communities with a linked department', book2('§B B11'), proxy),
  inCommunities('reductionCommunities', '综合减灾社区', 'Disaster-reduction communities', book2('§D T51.3')),
  counted('rescueTeamsAccepted', '验收的救援队', 'Rescue teams accepted', '支', book2('§D T51.2'), proxy),
  counted('tenMechanisms', '运行的制度机制', 'Mechanisms in operation', '项', book2('§D T60.2'), {
    of: { kind: 'distinct', measure: 'mechanismsChecked', within: 'quarter' },
    rollsUp: 'never',
    judged: 'level',
  }),
  inTime(
    'reportTimeliness',
    '请示报告按时率',
    'Reports in time',
    'reportsInTime',
    'reportsDue',
    book2('§D T60.1'),
    proxy,
  ),
  inTime(
    'emergencyTimeliness',
    '紧急信息按时率',
    'Emergencies in time',
    'emergenciesInTime',
    'emergencies',
    book2('§D T60.1、§A T60'),
    proxy,
  ),
  counted('annualReportsSent', '年度报告', 'Annual reports sent', '次', book2('§D T60.3'), proxy),
  kept(
    'firstTopicCompliance',
    '党组织第一议题落实率',
    'Organisations with a first topic',
    monthly(organisationsWith('firstTopicMeetings')),
    monthly(partyOrganisations),
    book2('§D T61.1、§B B15'),
  ),
  inTime(
    'workCommitteeFirstTopic',
    '党工委会议第一议题落实率',
    'Meetings of the working committee with a first topic',
    'workCommitteeFirstTopics',
    'workCommitteeMeetings',
    book2('§D T61.1、§B B15'),
    proxy,
  ),
  kept(
    'branchMembersCompliance',
    '支部党员大会按季召开率',
    'Branch members, by quarter',
    quarterly(organisationsWith('branchMembersMeetings')),
    quarterly(branches),
    book2('§D T61.2'),
  ),
  kept(
    'branchCommitteeCompliance',
    '支部委员会按月召开率',
    'Branch committees, by month',
    monthly(organisationsWith('branchCommitteeMeetings')),
    monthly(branches),
    book2('§D T61.2'),
  ),
  kept(
    'partyGroupCompliance',
    '党小组会按月召开率',
    'Party groups, by month',
    monthly(organisationsWith('partyGroupMeetings')),
    monthly(branches),
    book2('§D T61.2'),
  ),
  kept(
    'partyLectureCompliance',
    '党课按季开展率',
    'Party lectures, by quarter',
    quarterly(organisationsWith('partyLectures')),
    quarterly(branches),
    book2('§D T61.2'),
  ),
  kept(
    'themeDayCompliance',
    '主题党日按月开展率',
    'Theme Party days, by month',
    monthly(organisationsWith('themeDays')),
    monthly(branches),
    book2('§D T61.2'),
  ),
  counted('centreGroupSessions', '中心组集体学习', 'Sessions of the centre group', '次', book2('§D T61.4'), proxy),
  counted('demoEstates', '党建示范小区', 'Demonstration estates', '个', book2('§D T62.1'), proxy),
  kept(
    'seatFillRate',
    '社区党委席位到位率',
    'Seats filled of those approved',
    ever('count', 'seatsFilled'),
    ever('count', 'seatsApproved'),
    book2('§D T62.2、§B B14'),
    { judged: 'level' },
  ),
  counted(
    'crossAppointment',
    '双向进入、交叉任职的社区',
    'Communities with cross-appointment',
    '%',
    book2('§D T62.3、§B B14'),
    {
      of: {
        kind: 'answering',
        of: communities,
        all: [
          { of: ever('count', 'partTimeMembers'), pass: { atLeast: three } },
          {
            of: {
              kind: 'total',
              parts: partTimeKinds.map(({ measure }): Tree => ({ kind: 'distinct', measure, within: 'ever' })),
            },
            pass: { atLeast: three },
          },
          { of: ever('count', 'outPosts'), pass: { atLeast: one } },
        ],
        share: true,
      },
      rollsUp: 'never',
      judged: 'level',
      ...proxy,
    },
  ),
  counted('partTimeCommunities', '兼职委员到位的社区', 'Communities with part-time members', '个', book2('§D T62.4'), {
    of: {
      kind: 'answering',
      of: communities,
      all: [
        { of: ever('count', 'partTimeMembers'), pass: { atLeast: three } },
        {
          of: {
            kind: 'total',
            parts: partTimeKinds.map(({ measure }): Tree => ({ kind: 'distinct', measure, within: 'ever' })),
          },
          pass: { atLeast: three },
        },
      ],
      share: false,
    },
    rollsUp: 'never',
    judged: 'coverage',
    ...proxy,
  }),
  kept(
    'bigPartyCompliance',
    '社区大党委按季召开率',
    'Big Party committees, by quarter',
    quarterly(communitiesWith('bigPartyMeetings')),
    quarterly(everyCommunity),
    book2('§D T62.5'),
  ),
  kept(
    'analysisCompliance',
    '社区研判会商按月开展率',
    'Analyses in communities, by month',
    monthly(communitiesWith('analysisMeetings')),
    monthly(everyCommunity),
    book2('§D T48.5'),
  ),
  added('tenantServices', '来深人员之家服务', 'Services of tenants’ homes', '人次', book2('§D T50.1'), proxy),
  counted('tenantHomes', '来深人员之家', 'Tenants’ homes', '个', book2('§D T50.1'), proxy),
]
