import {
  type Condition,
  choice,
  choices,
  community,
  coordinates,
  count,
  date,
  documentNumber,
  evidence,
  type Feed,
  percentage,
  register,
  row,
  state,
  text,
  units,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { belonging, book2, keptFor, limit, parameter, provenance, say } from './common.ts'

const orgTypes = [
  ['partyBranch', '党支部', 'Party branch'],
  ['communityPartyCommittee', '社区党委', 'Community Party committee'],
  ['leagueBranch', '团支部', 'League branch'],
  ['communityLeague', '社区团组织', 'Community League'],
  ['unionFederation', '工联会', 'Union federation'],
  ['womensFederation', '妇联', 'Women’s federation'],
  ['volunteerFederation', '志愿者联合会', 'Volunteer federation'],
  ['watchTeam', '邻里守望志愿服务队', 'Neighbourhood team'],
  ['mediationCommittee', '调解委员会', 'Mediation committee'],
  ['rescueTeam', '应急救援队', 'Rescue team'],
  ['orchestra', '乐团', 'Orchestra'],
  ['gridPost', '网格岗位', 'Grid posts'],
  ['buildingHeadTeam', '楼栋长队伍', 'Building heads'],
  ['serviceCentre', '服务中心', 'Service centre'],
  ['demoEstate', '示范小区', 'Demonstration estate'],
  ['reductionCommunity', '综合减灾社区', 'Disaster-reduction community'],
] as const
type OrgType = (typeof orgTypes)[number][0]

const accepted: Condition = { state: ['accepted'] }
const established: Condition = { state: ['approved', 'established', 'accepted'] }
const one = (
  datedBy: string,
  measure: string,
  zh: string,
  en: string,
  type: OrgType,
  ...conditions: readonly Condition[]
): Feed => ({
  gives: 'one',
  datedBy,
  serves: { measure },
  about: 'community',
  says: say(zh, en),
  when: { all: [{ column: 'orgType', is: type }, ...conditions] },
  anyOf: ['E1'],
})

const linked = { column: 'orgType', is: 'communityPartyCommittee' } as const

/** 十个有: what a disaster-reduction community has to have (37–62, T51). */
const tenItems = [
  ['organisation', '应急组织体系', 'Organisation'],
  ['loudspeaker', '大喇叭', 'Loudspeaker'],
  ['siren', '报警器', 'Siren'],
  ['shelter', '避难场所', 'Shelter'],
  ['riskMap', '风险地图', 'Risk map'],
  ['card', '明白卡', 'Know-it card'],
  ['communication', '应急通讯', 'Communication'],
  ['lighting', '应急照明', 'Lighting'],
  ['booklet', '小册子', 'Booklet'],
  ['board', '公示栏', 'Publicity board'],
] as const
const allTen: Condition = { all: tenItems.map(([item]) => ({ column: 'reductionItems', is: item })) }

/** One of the three that stand in every community: staffed where a post of it is filled (37–62, B11). */
const staffed = (measure: string, zh: string, en: string, type: OrgType): Feed =>
  one('approvedOn', measure, zh, en, type, established, { column: 'postsFilled', atLeast: decimal(1) })

/** Organisations there are: one more when it is established, one fewer when it is dissolved. */
const standing = (measure: string, zh: string, en: string, ...types: readonly OrgType[]): readonly Feed[] => {
  const feed = (datedBy: string): Feed => ({
    gives: 'one',
    datedBy,
    serves: { measure },
    says: say(zh, en),
    when: { column: 'orgType', is: types },
    anyOf: ['E1', 'E4'],
  })
  return [feed('establishedOn'), { ...feed('dissolvedOn'), sign: 'minus' }]
}

const t41 = parameter('organisation.score_min', say('验收及格分', 'Score to pass'), 'point', 80, book2('§A T41 [A]'))

/** 组织台账: one row is one grassroots organisation or team; no names of members. */
export const organisation = register({
  id: 'organisation',
  label: say('组织台账', 'Organisations'),
  prefix: 'ZZ',
  columns: {
    orgType: choice(say('组织类型', 'Kind'), orgTypes, { required: true }),
    name: text(say('名称', 'Name'), 120, { required: true }),
    ...belonging,
    parentOrg: row(say('上级组织', 'Superior organisation'), 'organisation'),
    hostEntity: text(say('依托单位', 'Host'), 120),
    approvalDocNo: documentNumber(say('批复文号', 'Approval document'), { requiredWhen: established }),
    approvedOn: date(say('批复日期', 'Approved on'), { notInFuture: true, requiredWhen: established }),
    establishedOn: date(say('成立日期', 'Established on'), { notInFuture: true }),
    postsApproved: count(say('核定职数', 'Posts approved'), '个'),
    postsFilled: count(say('实有职数', 'Posts filled'), '个'),
    memberCountBand: choice(say('人数规模', 'Members'), [
      ['3to9', '3–9人', '3 to 9'],
      ['10to49', '10–49人', '10 to 49'],
      ['50up', '50人及以上', '50 and more'],
    ]),
    rosterTotal: count(say('在册人数', 'On the roster'), '人'),
    electedSecretary: yesNo(say('负责人已选举产生', 'Secretary elected')),
    site: row(say('阵地（设施台账）', 'Site'), 'facility'),
    siteAddress: text(say('阵地地址', 'Address of the site'), 120),
    sitePoint: coordinates(say('阵地坐标', 'Coordinates of the site'), ['point']),
    linkedUnits: units(say('挂点部门', 'Departments linked'), { askedWhen: linked }),
    linkedOn: date(say('挂点日期', 'Linked on'), { notInFuture: true, askedWhen: linked }),
    reductionItems: choices(say('十个有已具备', 'Of the ten, there are'), tenItems, {
      askedWhen: { column: 'orgType', is: 'reductionCommunity' },
    }),
    acceptanceScore: percentage(say('验收得分', 'Score of the acceptance')),
    acceptedOn: date(say('验收日期', 'Accepted on'), { notInFuture: true }),
    predecessorOrg: row(say('前身组织', 'Predecessor'), 'organisation'),
    dissolvedOn: date(say('撤销日期', 'Dissolved on'), { notInFuture: true }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E4']),
    ...provenance,
  },
  key: ['orgType', 'name', 'approvalDocNo'],
  rules: [
    { kind: 'inOrder', columns: ['approvedOn', 'establishedOn', 'acceptedOn', 'dissolvedOn'] },
    { kind: 'inOrder', columns: ['postsFilled', 'postsApproved'] },
    { kind: 'allOrNone', columns: ['linkedUnits', 'linkedOn'] },
    {
      kind: 'must',
      column: 'memberCountBand',
      when: { all: [{ column: 'orgType', is: 'leagueBranch' }, established] },
      holds: { column: 'memberCountBand', filled: true },
      says: say('团支部至少三名团员，要填人数规模', 'a League branch takes three members at least'),
    },
  ],
  lifecycle: {
    initial: 'planned',
    states: {
      planned: state('已计划', 'planned'),
      applied: state('已申请', 'applied'),
      approved: state('已批复', 'approved'),
      established: state('已成立', 'established'),
      accepted: state('已验收', 'accepted'),
      suspended: state('已暂停', 'suspended'),
      dissolved: state('已撤销', 'dissolved', { end: true }),
    },
    moves: {
      apply: { label: say('申请', 'Apply'), from: ['planned'], to: 'applied', by: ['handler', 'communityStaff'] },
      approve: {
        label: say('批复', 'Approve'),
        from: ['applied'],
        to: 'approved',
        by: ['handler'],
        within: { limit: limit('organisation.approve', 5, 'workday', book2('§C R4')) },
        needs: ['approvalDocNo', 'approvedOn'],
        decidedBy: say('上级组织', 'the superior organisation'),
      },
      establish: {
        label: say('成立', 'Establish'),
        from: ['approved'],
        to: 'established',
        by: ['handler', 'communityStaff'],
        needs: ['establishedOn', 'evidence'],
      },
      accept: {
        label: say('验收', 'Accept'),
        from: ['established'],
        to: 'accepted',
        by: ['handler', 'unitHead'],
        needs: ['acceptanceScore', 'acceptedOn'],
      },
      suspend: {
        label: say('暂停', 'Suspend'),
        from: ['established', 'accepted'],
        to: 'suspended',
        by: ['handler', 'communityStaff'],
        because: true,
      },
      resume: {
        label: say('恢复', 'Resume'),
        from: ['suspended'],
        to: 'established',
        by: ['handler', 'communityStaff'],
      },
      dissolve: {
        label: say('撤销', 'Dissolve'),
        from: ['approved', 'established', 'accepted', 'suspended'],
        to: 'dissolved',
        by: ['handler'],
        because: true,
        needs: ['dissolvedOn'],
      },
    },
  },
  geometry: 'sitePoint',
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    one('acceptedOn', 'unionFederations', '先行示范工联会', 'Union federations', 'unionFederation', accepted, {
      column: 'acceptanceScore',
      atLeast: t41,
    }),
    one('establishedOn', 'communityLeagues', '社区团组织', 'Community Leagues', 'communityLeague', {
      column: 'electedSecretary',
      is: true,
    }),
    one('approvedOn', 'leagueBranchesNew', '新建两新团支部', 'League branches', 'leagueBranch', established, {
      column: 'predecessorOrg',
      filled: false,
    }),
    one('establishedOn', 'volunteerFederations', '志愿者联合会', 'Volunteer federations', 'volunteerFederation'),
    one('establishedOn', 'watchTeams', '邻里守望队', 'Neighbourhood teams', 'watchTeam', {
      column: 'rosterTotal',
      atLeast: parameter(
        'organisation.watch_team_min',
        say('守望队最少人数', 'Fewest in a team'),
        'person',
        10,
        book2('§A T44 [A]'),
      ),
    }),
    one('establishedOn', 'womensFederations', '社区妇联', 'Women’s federations', 'womensFederation'),
    one('establishedOn', 'orchestrasFounded', '成立的乐团', 'Orchestras founded', 'orchestra'),
    one('acceptedOn', 'rescueTeamsAccepted', '验收的救援队', 'Rescue teams accepted', 'rescueTeam', accepted),
    one('acceptedOn', 'demoEstates', '命名的示范小区', 'Demonstration estates named', 'demoEstate', accepted),
    one(
      'acceptedOn',
      'reductionCommunities',
      '综合减灾社区',
      'Disaster-reduction communities',
      'reductionCommunity',
      accepted,
      allTen,
    ),
    staffed('networkUnion', '有工会岗位的社区', 'Communities with a union post', 'unionFederation'),
    staffed('networkLeague', '有团组织岗位的社区', 'Communities with a League post', 'communityLeague'),
    staffed('networkWomen', '有妇联岗位的社区', 'Communities with a women’s post', 'womensFederation'),
    one(
      'linkedOn',
      'networkLinked',
      '有挂点部门的社区',
      'Communities with a linked department',
      'communityPartyCommittee',
    ),
    ...standing('partyBranches', '在册党支部', 'Party branches', 'partyBranch'),
    ...standing('partyOrganisations', '在册党组织', 'Party organisations', 'partyBranch', 'communityPartyCommittee'),
    {
      ...one('approvedOn', 'gridPostsFilled', '配备的网格岗位', 'Grid posts filled', 'gridPost'),
      gives: { quantity: 'postsFilled' },
    },
  ],
  retention: keptFor('organisation', 5, 'dissolvedOn'),
  source: book2('§C R4、§A T41 T43–T45 T50 T51 T61 T62、§B B11 B15'),
})

const unitKinds = [
  ['police', '派出所', 'Police'],
  ['property', '物业', 'Property company'],
  ['ownersCommittee', '业委会', 'Owners’ committee'],
  ['enterprise', '企业（园区）', 'Enterprise'],
  ['school', '学校', 'School'],
  ['medical', '医疗机构', 'Medical'],
  ['stockCompany', '股份合作公司', 'Stock company'],
  ['socialOrg', '社会组织', 'Social organisation'],
  ['community', '社区', 'Community'],
] as const

/** The kinds of units from which part-time members come, each with the measure of its seats. */
export const partTimeKinds = unitKinds
  .filter(([kind]) => kind !== 'community')
  .map(([kind, zh, en]) => ({ kind, measure: `partTime${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, zh, en }))

const filled: Condition = { column: 'filled', is: true }
const seat = (measure: string, zh: string, en: string, ...conditions: readonly Condition[]): Feed => ({
  gives: 'one',
  datedBy: 'since',
  serves: { measure },
  about: 'community',
  says: say(zh, en),
  when: { all: [filled, ...conditions] },
})
const towards = (direction: string): Condition => ({ column: 'direction', is: direction })

/** 组织席位: one seat of an organisation, by post and kind of unit, never by name. */
export const organisationSeat = register({
  id: 'organisationSeat',
  label: say('组织席位台账', 'Seats of organisations'),
  prefix: 'ZZXW',
  columns: {
    organisation: row(say('组织', 'Organisation'), 'organisation', { required: true }),
    community: community(say('所属社区', 'Community'), { required: true }),
    postName: text(say('职务', 'Post'), 60, { required: true }),
    unitKind: choice(say('单位类型', 'Kind of unit'), unitKinds, { required: true }),
    direction: choice(
      say('方向', 'Direction'),
      [
        ['in', '进（兼职委员）', 'In'],
        ['out', '出（任职）', 'Out'],
        ['own', '本职', 'Own'],
      ],
      { required: true },
    ),
    approvedOn: date(say('核定日期', 'Seat approved on'), { required: true, notInFuture: true }),
    filled: yesNo(say('已到位', 'Filled'), { required: true }),
    since: date(say('任职起', 'Since'), { notInFuture: true, requiredWhen: { column: 'filled', is: true } }),
    until: date(say('任职止', 'Until')),
    serial: count(say('同名席位序号', 'Serial of like seats'), '号', { min: decimal(1), required: true }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E4']),
    ...provenance,
  },
  key: ['organisation', 'postName', 'unitKind', 'direction', 'serial'],
  rules: [{ kind: 'inOrder', columns: ['approvedOn', 'since', 'until'] }],
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    seat('seatsFilled', '到位的席位', 'Seats filled'),
    {
      gives: 'one',
      datedBy: 'approvedOn',
      serves: { measure: 'seatsApproved' },
      about: 'community',
      says: say('核定的席位', 'Seats approved'),
    },
    seat('partTimeMembers', '兼职委员', 'Part-time members', towards('in')),
    seat('outPosts', '社区委员在外任职', 'Posts held outside', towards('out')),
    ...partTimeKinds.map(({ kind, measure, zh, en }) =>
      seat(measure, `来自${zh}的兼职委员`, `Part-time members: ${en}`, towards('in'), { column: 'unitKind', is: kind }),
    ),
  ],
  source: book2('§C R4 seat、§A T62、§B B14'),
})
