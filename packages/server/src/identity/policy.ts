import { duties } from '@guatu/core/office'
import { inOffice, open, type PolicyRow, reading, writing } from '../platform/policy.ts'

const everybody = [inOffice(...duties)]

export const identityPolicy: readonly PolicyRow[] = [
  open('POST /api/sign-in', '登录', 'sign in'),
  open('POST /api/sign-in/first', '用一次性口令码设口令', 'set a password with a one-time code'),
  open('POST /api/sign-in/second-factor', '输入动态码', 'take the second step'),
  open('POST /api/sign-in/enrolment', '绑定动态码', 'begin a second factor'),
  open('POST /api/sign-in/enrolment/confirm', '确认绑定动态码', 'confirm a second factor'),
  open('POST /api/sign-in/password', '更换到期口令', 'change a password that is due'),
  writing('POST /api/sign-out', '退出登录', 'sign out', everybody),
  reading('GET /api/my/sessions', '看自己的登录', 'see one’s own sessions', everybody),
  writing('POST /api/my/sessions/:id/end', '结束自己的一个登录', 'end one of one’s own sessions', everybody),
  writing('POST /api/my/sessions/end-others', '结束自己的其他登录', 'end one’s other sessions', everybody),
  writing('POST /api/my/post', '切换自己的岗位', 'switch one’s own post', everybody),
  writing('POST /api/my/password', '更换口令', 'change one’s password', everybody),
  writing('POST /api/my/second-factor', '开始启用动态码', 'begin a second factor of one’s own', everybody),
  writing('POST /api/my/second-factor/confirm', '启用动态码', 'turn one’s second factor on', everybody),
  writing('POST /api/my/second-factor/end', '停用动态码', 'turn one’s second factor off', everybody),
  writing('POST /api/officers/:id/code', '签发一次性口令码', 'issue a one-time code', ['securityAdmin']),
  writing('POST /api/officers/:id/disable', '停用账号', 'disable an account', ['securityAdmin']),
  writing('POST /api/officers/:id/enable', '恢复账号', 'enable an account', ['securityAdmin']),
]
