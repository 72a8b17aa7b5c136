import { type Condition, type Lifecycle, type Move, state } from '@guatu/core/fact'
import { book2, limit, say } from './common.ts'
import { ofType } from './place-columns.ts'

const t53 = book2('§A T53')
const t55 = book2('§A T55')
const workers = ['handler', 'communityStaff'] as const

type Step = Pick<Move, 'within' | 'needs' | 'because' | 'decidedBy'> & { readonly by?: Move['by'] }

/** A move that only places of some kind make. */
const moveOf =
  (when: Condition) =>
  (zh: string, en: string, from: readonly string[], to: string, more: Step = {}): Move => ({
    label: say(zh, en),
    from,
    to,
    by: workers,
    when,
    ...more,
  })

const park = moveOf(ofType('industrialPark'))
const work = moveOf(ofType('smallWork'))
const house = moveOf(ofType('house'))
const slope = moveOf(ofType('slope'))
const other = moveOf({ not: ofType('industrialPark', 'smallWork', 'house', 'slope') })

const parkMoves: Lifecycle['moves'] = {
  list: park('列入整治', 'List', ['active'], 'listed'),
  diagnose: park('诊断', 'Diagnose', ['listed'], 'diagnosed', {
    within: { limit: limit('place.park_diagnose', 15, 'workday', t53) },
    needs: ['itemsTotal'],
  }),
  issuePlan: park('下发方案', 'Issue the plan', ['diagnosed'], 'planned', {
    within: { limit: limit('place.park_plan', 10, 'workday', t53) },
  }),
  rectify: park('开始整治', 'Rectify', ['planned'], 'rectifying'),
  selfAccept: park('园区自验', 'Self-accept', ['rectifying'], 'selfAccepted', { needs: ['itemsDone'] }),
  preAccept: park('初验', 'Pre-accept', ['selfAccepted'], 'preAccepted', {
    within: { limit: limit('place.park_pre_accept', 10, 'workday', t53) },
  }),
  acceptPark: park('联合验收', 'Accept', ['preAccepted'], 'accepted', {
    by: ['unitHead'],
    needs: ['acceptedOn', 'acceptanceNo', 'evidence'],
  }),
  failPark: park('验收不通过', 'Fail', ['preAccepted'], 'rectifying', {
    because: true,
    within: { limit: limit('place.park_again', 20, 'workday', t53) },
  }),
  revoke: park('撤销验收', 'Revoke', ['accepted', 'archived'], 'rectifying', {
    by: ['unitHead'],
    because: true,
    within: { limit: limit('place.park_revoke', 90, 'day', t53), after: 'acceptedOn' },
  }),
  archive: park('归档', 'Archive', ['accepted'], 'archived'),
  eliminate: park('拆除消化', 'Eliminate', ['active', 'listed', 'diagnosed', 'planned', 'rectifying'], 'archived', {
    because: true,
    needs: ['disposition', 'acceptedOn', 'evidence'],
  }),
}

const workMoves: Lifecycle['moves'] = {
  brief: work('受理交底', 'Accept and brief', ['active'], 'briefed', {
    within: { limit: limit('place.work_brief', 1, 'workday', t55), after: 'registeredOn' },
  }),
  begin: work('开工', 'Begin', ['briefed'], 'working'),
  finish: work('报完工', 'Finish', ['working', 'overdueEnd'], 'finished'),
  overrun: work('到期未报完工', 'Overrun', ['working'], 'overdueEnd', {
    by: 'system',
    within: { limit: limit('place.work_overrun', 3, 'day', t55), after: 'endOn' },
  }),
  closeWork: work('核查销号', 'Close', ['finished'], 'closed', {
    within: { limit: limit('place.work_close', 2, 'workday', t55) },
    needs: ['closedOn'],
  }),
  stopWork: work('叫停未登记工程', 'Stop', ['active'], 'stopped', { needs: ['foundUnregistered'] }),
  registerWork: work('补登记', 'Register', ['stopped'], 'active', { needs: ['registeredOn'] }),
  enforce: work('移交执法', 'Enforce', ['stopped', 'active', 'working'], 'enforcement', { because: true }),
}

const houseMoves: Lifecycle['moves'] = {
  survey: house('摸排', 'Survey', ['active'], 'surveyed', { needs: ['surveyedOn'] }),
  suspect: house('疑似隐患', 'Suspect', ['surveyed'], 'suspected'),
  clearHouse: house('无隐患', 'Clear', ['surveyed', 'suspected', 'appraised'], 'active'),
  appraise: house('鉴定', 'Appraise', ['suspected', 'surveyed'], 'appraised', { needs: ['houseGrade', 'evidence'] }),
  control: house('停用管控', 'Control', ['appraised'], 'controlled', { needs: ['measure', 'measureOn'] }),
  treat: house('加固拆除', 'Treat', ['appraised', 'controlled'], 'treated', {
    needs: ['measure', 'measureOn', 'treatedOn'],
  }),
  writeOffHouse: house('销号', 'Write off', ['treated'], 'writtenOff', {
    by: ['unitHead'],
    needs: ['closedOn', 'evidence'],
  }),
}

const slopeMoves: Lifecycle['moves'] = {
  listSlope: slope('列入年度计划', 'List', ['active'], 'listed', { needs: ['planYear'] }),
  designSlope: slope('设计', 'Design', ['listed'], 'designed'),
  buildSlope: slope('施工', 'Build', ['designed'], 'constructing'),
  acceptSlope: slope('竣工验收', 'Accept', ['constructing'], 'accepted', { needs: ['acceptedOn', 'evidence'] }),
  monitor: slope('监测', 'Monitor', ['accepted'], 'monitored'),
  writeOffSlope: slope('核销', 'Write off', ['accepted', 'monitored'], 'writtenOff', {
    decidedBy: say('规划和自然资源部门', 'the planning authority'),
    needs: ['writeOffDocNo', 'writeOffOn', 'evidence'],
  }),
}

const otherMoves: Lifecycle['moves'] = {
  startRectifying: other('开始整治', 'Rectify', ['active'], 'rectifying'),
  acceptOther: other('验收', 'Accept', ['rectifying'], 'accepted', { needs: ['acceptedOn'] }),
  resume: other('恢复在管', 'Resume', ['accepted', 'rectifying'], 'active'),
  close: {
    label: say('注销', 'Close'),
    from: ['active', 'rectifying', 'accepted', 'stopped', 'enforcement'],
    to: 'closed',
    by: workers,
    because: true,
    needs: ['closedOn'],
  },
  moveOut: {
    label: say('迁出', 'Move out'),
    from: ['active', 'rectifying'],
    to: 'movedOut',
    by: workers,
    needs: ['closedOn'],
  },
}

/** 监管对象的流程: one register, and a way of its own for parks, small works, houses and slopes. */
export const placeLifecycle: Lifecycle = {
  initial: 'active',
  states: {
    active: state('在管', 'active'),
    listed: state('已列入', 'listed'),
    diagnosed: state('已诊断', 'diagnosed'),
    planned: state('已下方案', 'plan issued'),
    rectifying: state('整治中', 'rectifying'),
    selfAccepted: state('已自验', 'self-accepted'),
    preAccepted: state('已初验', 'pre-accepted'),
    accepted: state('已验收', 'accepted'),
    archived: state('已归档', 'archived'),
    briefed: state('已交底', 'briefed'),
    working: state('作业中', 'working'),
    finished: state('已完工', 'finished'),
    overdueEnd: state('到期未报', 'overdue'),
    stopped: state('已叫停', 'stopped'),
    enforcement: state('执法中', 'in enforcement'),
    surveyed: state('已摸排', 'surveyed'),
    suspected: state('疑似隐患', 'suspected'),
    appraised: state('已鉴定', 'appraised'),
    controlled: state('已管控', 'controlled'),
    treated: state('已治理', 'treated'),
    designed: state('已设计', 'designed'),
    constructing: state('施工中', 'constructing'),
    monitored: state('监测中', 'monitored'),
    writtenOff: state('已核销', 'written off', { end: true }),
    closed: state('已注销', 'closed', { end: true }),
    movedOut: state('已迁出', 'moved out', { end: true }),
  },
  moves: { ...parkMoves, ...workMoves, ...houseMoves, ...slopeMoves, ...otherMoves },
}
