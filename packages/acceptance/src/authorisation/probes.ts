import { randomUUID } from 'node:crypto'
import { filesForm, formOf } from '../support/office.ts'
import type { Asked } from '../support/person.ts'
import { digestOf, rosterBook, rosterForm, savedRoster } from '../support/rosters.ts'
import { savedSheet, sheetForm } from '../support/sheets.ts'

/** A well-formed request for a route, so that nothing but the guard can refuse it. Ids are of nobody. */
type Probe = () => Pick<Asked, 'body' | 'form'> & { readonly version?: number }

const row = { on: '2023-06-30', target: 'T999.9', unit: '城管办', quantity: '1', note: '', paper: '' }
const because = { because: '核对后更正' }
const someEntry = () => [{ id: randomUUID(), version: 1 }]
const roster = await savedRoster(rosterBook({}))
const ledger = await savedSheet([['日期', '目标', '填报单位', '完成数']])
const series = {
  code: 'pm25',
  measure: 'pm25Daily',
  community: '街道本级',
  place: '',
  periodType: 'day',
  unit: 'μg/m3',
  lagDays: 2,
  rhythmSource: '区生态环境局通知',
  from: '2023-01-01',
}
const words = '1.新建口袋公园12个。'

/** One for each unsafe route of the policy table; a new route has to bring its own. */
export const probes: Readonly<Record<string, Probe>> = {
  'POST /api/offices': () => ({ body: { name: '邻近街道', units: [] } }),
  'POST /api/formal-offices': () => ({
    body: { officeId: randomUUID(), administrators: { systemAdmin: '甲', securityAdmin: '乙', auditAdmin: '丙' } },
  }),
  'POST /api/session': () => ({ body: { officeId: randomUUID() } }),
  'POST /api/units': () => ({ body: { name: `科室${randomUUID().slice(0, 8)}`, kind: 'department' } }),
  'POST /api/posts/:id/close': () => ({ body: { on: '2023-07-01' } }),
  'POST /api/units/:id/close': () => ({ body: { on: '2023-07-01' } }),
  'POST /api/posts': () => ({ body: { unitId: randomUUID(), title: '专员', duties: ['handler'] } }),
  'POST /api/holdings': () => ({
    body: { postId: randomUUID(), officer: { name: '新来的' }, kind: 'holder', from: '2023-07-01' },
  }),
  'POST /api/holdings/:id/confirm': () => ({ body: {}, version: 1 }),
  'POST /api/holdings/:id/end': () => ({ body: { until: '2023-12-31' }, version: 2 }),
  'POST /api/oidc/start': () => ({ body: { officeId: randomUUID() } }),
  'POST /api/oidc/finish': () => ({ body: { answer: 'code=x&state=x' } }),
  'POST /api/oidc/providers': () => ({
    body: {
      label: '用统一身份认证登录',
      issuer: 'https://login.example.test',
      clientId: 'guatu',
      secret: 'a secret',
      origin: 'https://guatu.example.test',
      secondFactorValues: [],
    },
  }),
  'POST /api/oidc/providers/:id/confirm': () => ({ body: {}, version: 1 }),
  'POST /api/oidc/providers/:id/end': () => ({ body: {} }),
  'POST /api/oidc/links': () => ({ body: { officerId: randomUUID(), subject: 'wang.fang' } }),
  'POST /api/oidc/links/:id/end': () => ({ body: {} }),
  'POST /api/wall-passes': () => ({ body: { screen: '三楼会议室大屏', until: null } }),
  'POST /api/wall-passes/bind': () => ({ body: { officeId: randomUUID(), code: '0000-0000-0000-0000' } }),
  'POST /api/wall-passes/:id/revoke': () => ({ body: {} }),
  'POST /api/source-systems': () => ({
    body: {
      name: `街道空气站${randomUUID().slice(0, 8)}`,
      unitId: randomUUID(),
      basis: '区生态环境局通知',
      series: [series],
    },
  }),
  'POST /api/source-systems/:id/series': () => ({ body: series }),
  'POST /api/source-series/:id/end': () => ({ body: {} }),
  'POST /api/source-systems/:id/keys': () => ({ body: {} }),
  'POST /api/source-keys/:id/revoke': () => ({ body: {} }),
  'POST /api/readings': () => ({ body: { readings: [{ series: 'pm25', period: '2023-06-30', value: '17.2' }] } }),
  'POST /api/holdings/confirm': () => ({ body: { holdings: [{ id: randomUUID(), version: 1 }] } }),
  'POST /api/roster/preview': () => ({ form: rosterForm(roster) }),
  'POST /api/roster/apply': () => ({ form: rosterForm(roster, digestOf(roster)), version: 0 }),
  'POST /api/roster/slips': () => ({ body: { units: [randomUUID()] } }),
  'POST /api/sign-in': () => ({ body: { officeId: randomUUID(), loginName: '王芳', password: 'Shengtai-71' } }),
  'POST /api/sign-in/first': () => ({
    body: { officeId: randomUUID(), loginName: '王芳', code: 'ABCD-EFGH-JKMN-PQRS', password: 'Shengtai-Kaifa-71' },
  }),
  'POST /api/sign-in/second-factor': () => ({ body: { code: '123456' } }),
  'POST /api/sign-in/enrolment': () => ({ body: {} }),
  'POST /api/sign-in/enrolment/confirm': () => ({ body: { code: '123456' } }),
  'POST /api/sign-in/password': () => ({ body: { password: 'Shengtai-Kaifa-71' } }),
  'POST /api/sign-out': () => ({ body: {} }),
  'POST /api/my/sessions/:id/end': () => ({ body: {} }),
  'POST /api/my/sessions/end-others': () => ({ body: {} }),
  'POST /api/my/post': () => ({ body: { postId: randomUUID() } }),
  'POST /api/my/password': () => ({ body: { old: 'Shengtai-71', password: 'Shengtai-Kaifa-71' } }),
  'POST /api/my/second-factor': () => ({ body: { password: 'Shengtai-71' } }),
  'POST /api/my/second-factor/confirm': () => ({ body: { code: '123456' } }),
  'POST /api/my/second-factor/end': () => ({ body: { password: 'Shengtai-71', code: '123456' } }),
  'POST /api/officers/:id/code': () => ({ body: {} }),
  'POST /api/officers/:id/disable': () => ({ body: {} }),
  'POST /api/officers/:id/enable': () => ({ body: {} }),
  'POST /api/sample/reset': () => ({ body: {} }),
  'POST /api/samples': () => ({ body: { seed: 1, name: '示例·种子1', until: '2023-01-17' } }),
  'DELETE /api/sample': () => ({}),
  'POST /api/sources': () => ({ form: formOf({ text: words }, '2023-01-10') }),
  'POST /api/sources/:id/decisions': () => ({ body: { do: 'confirmSure' }, version: 0 }),
  'POST /api/sources/:id/adopt': () => ({
    body: { withOpen: true, adoptedOn: '2023-01-10', paperNumber: '' },
    version: 0,
  }),
  'POST /api/plans/:year/tasks': () => ({
    body: { sourceKind: 'meeting', sourceTitle: '会议纪要', datedOn: '2023-03-01', number: '63', area: null, words },
    version: 1,
  }),
  'POST /api/plans/:year/bindings': () => ({
    body: { bindings: [{ target: randomUUID(), indicator: 'practiceActivities' }], because: '' },
    version: 0,
  }),
  'POST /api/targets/:id/settle': () => ({
    body: { to: { value: '12' }, because: '会议议定', adoptedOn: '2023-03-01', paperNumber: '' },
    version: 1,
  }),
  'POST /api/registers/:register/entries': () => ({ body: { values: row } }),
  'POST /api/registers/:register/batch': () => ({ body: { rows: [row], preview: false } }),
  'POST /api/months/:month/lock': () => ({ body: {} }),
  'POST /api/registers/:register/check': () => ({ body: { values: row } }),
  'POST /api/area': () => ({
    body: { boundary: '113.74,22.68,113.80,22.74', marginM: 500, source: '民政勘界' },
    version: 0,
  }),
  'POST /api/area/communities': () => ({
    body: { map: '{"type":"FeatureCollection","features":[]}', source: '民政勘界' },
    version: 0,
  }),
  'POST /api/registers/:register/columns': () => ({
    body: { label: { zh: `宣传品${randomUUID().slice(0, 8)}` }, kind: 'text', ...because },
  }),
  'POST /api/registers/:register/columns/:column/change': () => ({ body: { retired: true, ...because }, version: 1 }),
  'POST /api/registers/:register/columns/:column/confirm': () => ({ body: {}, version: 1 }),
  'POST /api/registers/:register/verify': () => ({ body: { ids: [randomUUID()] } }),
  'POST /api/registers/:register/return': () => ({ body: { ...because, entries: someEntry(), preview: false } }),
  'POST /api/registers/:register/correct': () => ({
    body: { ...because, entries: someEntry(), values: row, preview: false },
  }),
  'POST /api/registers/:register/move': () => ({
    body: { move: 'hold', values: {}, because: '', entries: someEntry(), preview: false },
  }),
  'POST /api/registers/:register/views': () => ({ body: { name: '我的视图', view: { asked: {}, columns: null } } }),
  'POST /api/views/:id/drop': () => ({ body: {} }),
  'POST /api/evidence': () => ({ form: filesForm(new File(['现场核对'], '核对.txt')) }),
  'POST /api/entries/:id/evidence': () => ({ body: { ids: [randomUUID()] } }),
  'POST /api/entries/:id/return': () => ({ body: because, version: 1 }),
  'POST /api/entries/:id/move': () => ({ body: { move: 'hold', values: {}, because: '' }, version: 1 }),
  'POST /api/entries/:id/correct': () => ({ body: { values: row, ...because }, version: 1 }),
  'POST /api/prints': () => ({ body: { page: '/ledger' } }),
  'POST /api/imports': () => ({ form: sheetForm('progress', ledger) }),
  'POST /api/imports/:id/mapping': () => ({ body: { columns: [], constants: {}, words: {} }, version: 1 }),
  'POST /api/imports/:id/accept': () => ({ body: {}, version: 1 }),
  'POST /api/imports/:id/withdraw': () => ({ body: because, version: 1 }),
  'POST /api/exports': () => ({ body: {} }),
  'POST /api/exports/:id/confirm': () => ({ body: {}, version: 1 }),
  'POST /api/exports/:id/end': () => ({ body: because, version: 1 }),
  'POST /api/audit/export': () => ({}),
  'POST /api/audit/checkpoints': () => ({ body: {} }),
  'POST /api/audit/checkpoints/:size/printed': () => ({ body: {} }),
  'POST /api/paper-approvals': () => ({
    body: {
      route: 'POST /api/entries/:id/return',
      params: { id: randomUUID() },
      body: because,
      version: 1,
      signer: { officerId: randomUUID(), postId: randomUUID() },
      signedOn: '2023-06-30',
      scan: randomUUID(),
    },
  }),
  'POST /api/paper-approvals/:id/confirm': () => ({ body: {}, version: 1 }),
  'POST /api/paper-approvals/:id/return': () => ({ body: because, version: 1 }),
  'POST /api/paper-approvals/:id/withdraw': () => ({ body: because, version: 1 }),
  'POST /api/entries/:id/withdraw': () => ({ body: because, version: 1 }),
}

/** The request that a row of the policy table is tried with; `id` is whatever its path names, nobody's if left out. */
export function probeOf(route: string, id: string = randomUUID()): Asked {
  const parameters: Readonly<Record<string, string>> = {
    ':id': id,
    ':year': '2023',
    // Only a register of places goes out as a map.
    ':register': route.endsWith('/geojson') ? 'facility' : 'progress',
    ':size': '1',
    ':month': '2023-05',
    ':column': 'own1',
  }
  const [method = '', pattern = ''] = route.split(' ')
  const path = pattern.replace(/:\w+/g, (name) => {
    const value = parameters[name]
    if (!value) throw new Error(`${route}: give ${name} a value in probes.ts`)
    return value
  })
  if (method === 'GET') return { method, path }
  const probe = probes[route]
  if (!probe) throw new Error(`${route}: give it a request in probes.ts`)
  return { method: method as 'POST' | 'DELETE', path, ...probe() }
}
