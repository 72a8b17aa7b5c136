import { type Duty, duties, type Grant, workDuties } from '@guatu/core/office'
import {
  alsoOnWallPass,
  inOffice,
  official,
  onlyOn,
  open,
  type PolicyRow,
  reading,
  writing,
} from '../platform/policy.ts'

const everybody = inOffice(...duties)
const keepers: readonly Duty[] = ['systemAdmin', 'securityAdmin']

// An office that tries things out has no administrators yet: there the supervision clerk does both parts.
const clerkOnTrial: Grant = { duties: ['supervisor'], relation: 'office', states: ['sample', 'trial'] }
/** Who changes posts and holdings: applies for them, and confirms what another applied for. */
export const applying: readonly Grant[] = [clerkOnTrial, inOffice('systemAdmin')]
export const confirming: readonly Grant[] = [clerkOnTrial, inOffice('securityAdmin')]

export const officePolicy: readonly PolicyRow[] = [
  open('GET /api/offices', '看单位列表', 'see the offices'),
  // Who sits at the machine may try things out in any seat; from the network nobody does.
  onlyOn('loopback', open('POST /api/offices', '新建单位', 'make an office')),
  onlyOn('loopback', open('POST /api/session', '切换身份', 'switch officers')),
  reading('GET /api/me', '看自己的身份', 'see who one is', [everybody]),
  reading('GET /api/people', '看人员与岗位', 'see people and posts', [inOffice(...workDuties, ...keepers)]),
  reading('GET /api/policy', '看权限表', 'see the policy table', [everybody]),
  writing('POST /api/posts', '设岗位', 'make a post', applying),
  writing('POST /api/holdings', '提出任职', 'apply for a holding', applying),
  official(writing('POST /api/holdings/:id/confirm', '确认任职', 'confirm a holding', confirming, 'required')),
  writing('POST /api/holdings/:id/end', '结束任职', 'end a holding', applying, 'required'),
  writing('POST /api/posts/:id/close', '撤销岗位', 'close a post', applying),
  writing('POST /api/units/:id/close', '撤销科室社区', 'close a unit', applying),
  writing('POST /api/units', '新增科室社区', 'add a unit', ['supervisor', 'systemAdmin']),
  // Where the sample was the only office, nobody has a seat from which to bring it back.
  onlyOn('loopback', open('POST /api/sample/reset', '重置示例', 'reset the sample')),
  onlyOn('loopback', open('POST /api/samples', '模拟一年', 'make up a year')),
  onlyOn('loopback', writing('DELETE /api/sample', '删除示例', 'delete the sample', [everybody])),
  alsoOnWallPass(reading('GET /api/live', '实时更新', 'live updates', [everybody])),
]
