import { type Condition, choice, date, evidence, type Feed, register, row, state, text, uscc } from '@guatu/core/fact'
import { everybody } from './access.ts'
import { asked, belonging, book1, provenance, say } from './common.ts'

const objects = [
  ['enterprise', '企业', 'Enterprise'],
  ['riverReach', '河段', 'River reach'],
  ['place', '管理单元', 'Place'],
  ['project', '项目', 'Project'],
  ['grid', '网格', 'Grid'],
] as const
const ofObject = (...wanted: readonly (typeof objects)[number][0][]): Condition => ({
  column: 'objectType',
  is: wanted,
})
const isFirm = ofObject('enterprise')
const post = (zh: string, en: string) => text(say(zh, en), 60)

/** All five posts at once: three of five are no team. */
const fullTeam: readonly Condition[] = [
  isFirm,
  ...['leaderPost', 'secretaryPost', 'safetyPost', 'gridPost'].map((column) => ({ column, filled: true })),
  {
    any: [
      { column: 'servicePost', filled: true },
      { column: 'statisticianPost', filled: true },
    ],
  },
]
const team = (datedBy: string, zh: string, en: string, ...more: readonly Condition[]): Feed => ({
  gives: 'one',
  datedBy,
  serves: { measure: 'serviceTeams' },
  about: 'uscc',
  says: say(zh, en),
  when: { all: [...fullTeam, ...more] },
})

/** 责任分工台账: who answers for one thing, by posts and never by names; another division of it is another row. */
export const responsibility = register({
  id: 'responsibility',
  label: say('责任分工台账', 'Who answers for what'),
  prefix: 'ZRFG',
  columns: {
    objectType: choice(say('对象类型', 'Kind of object'), objects, { required: true }),
    enterprise: row(say('企业', 'Enterprise'), 'enterprise', { askedWhen: isFirm, required: true }),
    uscc: uscc(say('统一社会信用代码', 'USCC'), { askedWhen: isFirm, required: true }),
    object: row(say('管理单元', 'Place'), 'place', { askedWhen: ofObject('riverReach', 'place'), required: true }),
    project: row(say('项目', 'Project'), 'project', { askedWhen: ofObject('project'), required: true }),
    ...belonging,
    leaderPost: post('处级领导（岗位）', 'Leader, by post'),
    secretaryPost: post('社区党委书记（岗位）', 'Community secretary, by post'),
    safetyPost: post('安格员（岗位）', 'Safety officer, by post'),
    gridPost: post('网格员（岗位）', 'Grid officer, by post'),
    ...asked(isFirm, {
      servicePost: post('企业服务专员（岗位）', 'Service officer, by post'),
      statisticianPost: post('统计员（岗位）', 'Statistician, by post'),
    }),
    ...asked(ofObject('riverReach'), {
      streetChiefPost: post('街道级河长（岗位）', 'Street chief, by post'),
      communityChiefPost: post('社区级河长（岗位）', 'Community chief, by post'),
    }),
    projectLeadPost: text(say('项目负责人（岗位）', 'Head of the project, by post'), 60, {
      askedWhen: ofObject('project'),
      required: true,
    }),
    from: date(say('起始日期', 'From'), { required: true, notInFuture: true }),
    to: date(say('终止日期', 'To'), { notInFuture: true, requiredWhen: { state: ['ended'] } }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2']),
    ...provenance,
  },
  key: ['objectType', 'enterprise', 'object', 'project', 'grid', 'from'],
  rules: [
    { kind: 'inOrder', columns: ['from', 'to'] },
    {
      kind: 'must',
      column: 'grid',
      when: ofObject('grid'),
      holds: { column: 'grid', filled: true },
      says: say('网格的分工要写明网格', 'a division of a grid names the grid'),
    },
  ],
  lifecycle: {
    initial: 'active',
    states: { active: state('有效', 'active'), ended: state('已终止', 'ended', { end: true }) },
    moves: {
      end: { label: say('终止', 'End'), from: ['active'], to: 'ended', by: ['handler', 'unitHead'], needs: ['to'] },
    },
  },
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    team('from', '五岗配齐的企业', 'Firms with all five posts'),
    { ...team('to', '终止的分工', 'Divisions that ended', { state: ['ended'] }), sign: 'minus' },
  ],
  source: book1('§D R12、§C T24、§E5.18'),
})
