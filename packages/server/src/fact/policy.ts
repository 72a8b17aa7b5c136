import type { EntryState } from '@guatu/core/fact'
import { workDuties } from '@guatu/core/office'
import {
  type Duty,
  type Grant,
  inOffice,
  keepingNothing,
  type PolicyRow,
  reading,
  writing,
} from '../platform/policy.ts'

// A community sees and enters its own rows; a head and a leader those of the units their posts answer for.
const community: readonly Duty[] = ['communitySecretary', 'communityStaff']

/** Who may see rows, here and wherever rows stand behind a number. */
export const rowsSeen: readonly Grant[] = [
  inOffice('chief', 'supervisor', 'handler', 'finance', 'discipline', 'viewer'),
  { duties: ['leader', 'unitHead'], relation: 'line' },
  { duties: community, relation: 'unit' },
  { duties: ['gridWorker'], relation: 'own' },
]

const entered: readonly Grant[] = [inOffice('handler'), { duties: [...community, 'gridWorker'], relation: 'unit' }]
const moving: readonly EntryState[] = ['submitted', 'verified']
const verified: readonly Grant[] = [{ duties: ['unitHead'], relation: 'line', states: ['submitted'] }]
const standing: readonly EntryState[] = ['submitted', 'verified', 'returned']
const correcting: readonly Grant[] = [
  { duties: ['handler'], relation: 'office', states: standing },
  { duties: community, relation: 'unit', states: standing },
]
const moved: readonly Grant[] = [
  { duties: ['handler'], relation: 'office', states: moving },
  { duties: [...community, 'gridWorker'], relation: 'unit', states: moving },
  { duties: ['unitHead'], relation: 'line', states: moving },
]

export const factPolicy: readonly PolicyRow[] = [
  reading('GET /api/registers', '看台账目录', 'see the registers'),
  reading('GET /api/ledgers', '看台账条数', 'see how many rows there are', rowsSeen),
  reading('GET /api/registers/:register/entries', '看台账', 'see a register', rowsSeen),
  reading('GET /api/entries/:id', '看一行台账', 'see a row', rowsSeen),
  reading('GET /api/entries/:id/alike', '查重', 'see rows like this one', rowsSeen),
  reading('GET /api/registers/:register/views', '看存着的视图', 'see saved views'),
  writing('POST /api/registers/:register/views', '存视图', 'save a view', [inOffice(...workDuties)]),
  writing('POST /api/views/:id/drop', '删视图', 'drop a view', [inOffice(...workDuties)]),
  writing('POST /api/registers/:register/entries', '填报', 'enter a row', entered),
  writing('POST /api/registers/:register/batch', '批量填报', 'enter rows', entered),
  reading('GET /api/months', '看封账', 'see which months are locked'),
  reading('GET /api/months/:month', '看封账前情况', 'see what a month lacks', [inOffice('supervisor')]),
  writing('POST /api/months/:month/lock', '封账', 'lock a month', ['supervisor']),
  keepingNothing(
    writing('POST /api/registers/:register/check', '试查', 'check a draft', [
      ...entered,
      { duties: ['unitHead'], relation: 'line' },
    ]),
  ),
  writing('POST /api/registers/:register/verify', '核实', 'verify rows', verified),
  writing('POST /api/entries/:id/return', '退回', 'return a row', verified, 'required'),
  writing('POST /api/registers/:register/return', '批量退回', 'return rows', verified),
  writing('POST /api/entries/:id/correct', '更正', 'correct a row', correcting, 'required'),
  writing('POST /api/registers/:register/correct', '批量更正', 'correct rows', correcting),
  // Who of them makes which move, the lifecycle of the register says.
  writing('POST /api/entries/:id/move', '办理', 'take a row further', moved, 'required'),
  writing('POST /api/registers/:register/move', '批量办理', 'take rows further', moved),
  writing(
    'POST /api/entries/:id/withdraw',
    '撤回',
    'withdraw a row',
    [{ duties: ['handler', ...community, 'gridWorker'], relation: 'own', states: ['submitted'] }],
    'required',
  ),
]
