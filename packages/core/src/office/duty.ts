import type { Words } from '../shared/index.ts'

/** What a post may do. A duty is bound to a post, never to a person. */
export const duties = [
  'chief',
  'leader',
  'supervisor',
  'unitHead',
  'handler',
  'communitySecretary',
  'communityStaff',
  'gridWorker',
  'expert',
  'finance',
  'discipline',
  'viewer',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const
export type Duty = (typeof duties)[number]

/** The three who keep the system and see none of the office's work. */
export const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const
export type Administrator = (typeof administrators)[number]

const isAdministrator = (duty: Duty): duty is Administrator => administrators.some((one) => one === duty)

/** Everybody who takes part in the office's work. */
export const workDuties: readonly Duty[] = duties.filter((duty) => !isAdministrator(duty))

export const dutyLabels: Readonly<Record<Duty, Words>> = {
  chief: { zh: '党政主要负责人', en: 'chief' },
  leader: { zh: '分管领导', en: 'leader' },
  supervisor: { zh: '督查专员', en: 'supervision clerk' },
  unitHead: { zh: '科室负责人', en: 'head of unit' },
  handler: { zh: '经办人', en: 'handler' },
  communitySecretary: { zh: '社区书记', en: 'community secretary' },
  communityStaff: { zh: '社区专干', en: 'community staff' },
  gridWorker: { zh: '网格员', en: 'grid worker' },
  expert: { zh: '专家', en: 'expert' },
  finance: { zh: '财政内审', en: 'finance' },
  discipline: { zh: '纪工委', en: 'discipline inspection' },
  viewer: { zh: '只读人员', en: 'viewer' },
  systemAdmin: { zh: '系统管理员', en: 'system administrator' },
  securityAdmin: { zh: '安全管理员', en: 'security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'audit administrator' },
}

/** Which of four kinds a post or a person is of. A person stays of one kind, so no one ever holds two of them. */
export type Side = 'business' | Administrator

/** The side of a post with these duties; null where they do not go together in one post. */
export function sideOf(held: readonly Duty[]): Side | null {
  const apart = held.filter(isAdministrator)
  if (apart.length === 0) return held.length > 0 ? 'business' : null
  return held.length === 1 ? (apart[0] ?? null) : null
}
