import { type Condition, type Feed, type Lifecycle, register, state } from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { book1, book2, limit, say } from './common.ts'
import { ofType, projectColumns } from './project-columns.ts'

const working = ['active', 'designing', 'procuring', 'constructing']
const finished: Condition = { state: ['accepted', 'handedOver', 'closed'] }

const lifecycle: Lifecycle = {
  initial: 'draft',
  states: {
    draft: state('储备', 'in reserve'),
    proposed: state('已申报', 'proposed'),
    active: state('已立项', 'approved'),
    designing: state('设计中', 'designing'),
    procuring: state('采购中', 'procuring'),
    constructing: state('施工中', 'constructing'),
    completed: state('已完工', 'completed'),
    accepted: state('已验收', 'accepted'),
    handedOver: state('已移交', 'handed over'),
    closed: state('已办结', 'closed', { end: true }),
    paused: state('已暂停', 'paused'),
    cancelled: state('已取消', 'cancelled', { end: true }),
  },
  moves: {
    propose: { label: say('申报', 'Propose'), from: ['draft'], to: 'proposed', by: ['handler'] },
    approve: {
      label: say('立项', 'Approve'),
      from: ['proposed'],
      to: 'active',
      by: ['unitHead'],
      within: { limit: limit('project.approve', 5, 'workday', book1('§D R01')) },
    },
    design: { label: say('开始设计', 'Design'), from: ['active'], to: 'designing', by: ['handler'] },
    procure: { label: say('开始采购', 'Procure'), from: ['active', 'designing'], to: 'procuring', by: ['handler'] },
    build: {
      label: say('开工', 'Build'),
      from: ['active', 'designing', 'procuring'],
      to: 'constructing',
      by: ['handler'],
      needs: ['startActual'],
    },
    complete: {
      label: say('完工', 'Complete'),
      from: working,
      to: 'completed',
      by: ['handler'],
      needs: ['endActual', 'evidence'],
    },
    accept: {
      label: say('验收', 'Accept'),
      from: ['completed'],
      to: 'accepted',
      by: ['unitHead', 'supervisor'],
      needs: ['acceptedOn', 'evidence'],
    },
    handOver: {
      label: say('移交', 'Hand over'),
      from: ['accepted'],
      to: 'handedOver',
      by: ['handler'],
      needs: ['handedOverOn'],
    },
    close: { label: say('办结', 'Close'), from: ['accepted', 'handedOver'], to: 'closed', by: ['supervisor'] },
    pause: { label: say('暂停', 'Pause'), from: working, to: 'paused', by: ['unitHead'], because: true },
    resume: { label: say('恢复', 'Resume'), from: ['paused'], to: 'active', by: ['unitHead'], because: true },
    cancel: {
      label: say('取消', 'Cancel'),
      from: ['draft', 'proposed', ...working, 'paused'],
      to: 'cancelled',
      by: ['leader'],
      because: true,
    },
  },
}

const leasing = (column: 'leasableArea' | 'leasedArea', zh: string, en: string): Feed => ({
  gives: { quantity: column },
  datedBy: 'leasedAsOf',
  serves: { measure: column },
  says: say(zh, en),
  when: ofType('commercial'),
})

/** 项目台账: one row is one project, plan, study or co-operation with its stage gates. */
export const project = register({
  id: 'project',
  label: say('项目台账', 'Projects'),
  prefix: 'XM',
  columns: projectColumns,
  key: ['projectCode', 'name', 'projectType'],
  rules: [
    { kind: 'inOrder', columns: ['startPlanned', 'endPlanned'] },
    { kind: 'inOrder', columns: ['startActual', 'endActual', 'acceptedOn', 'handedOverOn'] },
    { kind: 'inOrder', columns: ['gasApprovedOn', 'acceptedOn'] },
    { kind: 'inOrder', columns: ['planYear', 'totalInvestment'] },
    { kind: 'inOrder', columns: ['planAnnouncedOn', 'planningApprovedOn', 'implementerConfirmedOn'] },
    { kind: 'inOrder', columns: ['signedUnits', 'totalUnits'] },
    { kind: 'inOrder', columns: ['openedArea', 'leasedArea', 'leasableArea'] },
    { kind: 'inOrder', columns: ['councilVoteFor', 'councilVoteTotal'] },
    { kind: 'inOrder', columns: ['paid', 'contractAmount'] },
    {
      kind: 'must',
      column: 'enrolledOn',
      when: { column: 'enrolledOn', filled: true },
      holds: { column: 'enrolled', is: true },
      says: say('先选「已纳统入库」，再填入库日期', 'a day of enrolment needs the project to be enrolled'),
    },
  ],
  lifecycle,
  geometry: 'place',
  privacy: 'L1',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'handedOverOn',
      serves: { measure: 'roadsPrepared' },
      says: say('完成土地整备的道路', 'Roads whose land is prepared'),
      when: { all: [ofType('roadLand'), { column: 'unreleasedM2', atMost: decimal(0) }] },
    },
    leasing('leasableArea', '可租商业面积', 'Area to lease'),
    leasing('leasedArea', '已租商业面积', 'Area leased'),
    {
      gives: 'one',
      datedBy: 'clearedOn',
      serves: { measure: 'deadEndsCleared' },
      says: say('完成清拆的断头路', 'Dead-end roads cleared'),
      when: { all: [ofType('roadLand'), { column: 'deadEnd', is: true }] },
    },
    {
      gives: 'one',
      datedBy: 'gasApprovedOn',
      serves: { measure: 'gasVillagesApproved' },
      says: say('立项的瓶改管项目', 'Piped-gas projects approved'),
      when: ofType('gas'),
    },
    {
      gives: 'one',
      datedBy: 'acceptedOn',
      serves: { measure: 'gasVillagesCompleted' },
      says: say('完工验收的瓶改管项目', 'Piped-gas projects accepted'),
      when: { all: [ofType('gas'), finished] },
    },
    {
      gives: 'one',
      datedBy: 'acceptedOn',
      serves: { measure: 'microProjectsClosed' },
      says: say('完成的民生微实事', 'Livelihood micro-projects accepted'),
      when: { all: [ofType('livelihoodMicro'), finished] },
    },
    {
      gives: 'one',
      datedBy: 'acceptedOn',
      serves: { measure: 'unionMicroProjects' },
      says: say('完成的工会微实事', 'Union micro-projects accepted'),
      when: { all: [ofType('unionMicro'), finished] },
    },
    {
      gives: 'one',
      datedBy: 'openedOn',
      serves: { measure: 'businessesOpened' },
      says: say('开业的酒店商业项目', 'Hotels and retail opened'),
      when: ofType('hotel', 'commercial'),
    },
    {
      gives: 'one',
      datedBy: 'acceptedOn',
      serves: { measure: 'projectsAccepted' },
      says: say('验收的项目', 'Projects accepted'),
      when: finished,
    },
  ],
  source: `${book1('§D R01、§B、§C T06 T09 T12 T14–T16 T18')}；${book2('§C R3、§A T37–T39')}`,
})
