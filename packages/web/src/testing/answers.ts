import type {
  Bindings,
  Explanation,
  FirstRun,
  Me,
  OfficeExport,
  OfficeExports,
  OidcLinks,
  OidcProviders,
  People,
  PlanTask,
  PolicyPage,
  WallChart,
} from '@guatu/contract'
import { walls } from '../charts/wall/fixtures.ts'
import { importAnswers } from './import-answers.ts'
import { mapOf } from './map-answers.ts'
import type { Answers } from './serve-dist.ts'
import { sourceSystemAnswers } from './source-system-answers.ts'

const office = {
  id: '0190a000-0000-7000-8000-000000009000',
  name: '云桥街道',
  sample: true,
  kind: 'sample' as const,
  today: '2023-08-15',
  years: [2023],
}
const firstRun: FirstRun = {
  formal: false,
  formalNames: [],
  lan: { open: false, addresses: [], uncovered: [], certificate: null, problem: null },
}
const officers: Me['officers'] = [
  {
    id: '0190a000-0000-7000-8000-000000000011',
    name: '周敏',
    postId: '0190a000-0000-7000-8000-000000000021',
    post: '督查专员',
    unit: '综合办',
    duties: ['supervisor'],
  },
  {
    id: '0190a000-0000-7000-8000-000000000012',
    name: '陈立',
    postId: '0190a000-0000-7000-8000-000000000022',
    post: '经办人',
    unit: '经济发展办',
    duties: ['handler'],
  },
]

const me: Me = {
  office,
  officer: officers[0] as Me['officer'],
  officers,
  offices: [office],
  may: [
    'GET /api/wall',
    'GET /api/plans/:year',
    'GET /api/registers',
    'GET /api/sources',
    'GET /api/people',
    'POST /api/posts',
    'POST /api/holdings',
    'POST /api/holdings/:id/confirm',
    'POST /api/holdings/confirm',
    'POST /api/roster/preview',
    'POST /api/oidc/providers',
    'POST /api/oidc/providers/:id/confirm',
    'POST /api/oidc/providers/:id/end',
    'GET /api/oidc/links',
    'POST /api/plans/:year/bindings',
    'POST /api/source-systems',
    'POST /api/source-systems/:id/series',
    'POST /api/source-systems/:id/keys',
    'POST /api/source-series/:id/end',
    'POST /api/source-keys/:id/revoke',
    'POST /api/exports',
    'POST /api/exports/:id/confirm',
    'POST /api/exports/:id/end',
  ],
  now: '2023-08-15T01:00:00.000Z',
  units: [],
}

const people: People = {
  officers: officers.map(({ id, name }) => ({ id, name, disabled: false })),
  duties: [{ id: 'handler', label: { zh: '经办人', en: 'handler' } }],
  today: '2023-08-15',
  units: [
    {
      id: '0190a000-0000-7000-8000-000000000031',
      name: '综合办',
      kind: 'department',
      parentId: null,
      closedOn: null,
      posts: officers.map(({ id, name, postId, post, duties }, i) => ({
        id: postId,
        unitId: '0190a000-0000-7000-8000-000000000031',
        title: post,
        duties,
        line: i === 0 ? [] : ['0190a000-0000-7000-8000-000000000031'],
        wholeLine: i === 0,
        closedOn: null,
        holdings: [
          {
            id: `0190a000-0000-7000-8000-00000000004${i}`,
            postId,
            officerId: id,
            name,
            kind: i === 0 ? 'holder' : 'deputy',
            from: '2023-01-01',
            until: i === 0 ? null : '2023-12-31',
            appliedBy: name,
            confirmedBy: i === 0 ? name : null,
            byOneself: i === 0,
            confirmedByPaper: null,
            endedByPaper: null,
            inForce: i === 0,
            version: 2,
          },
        ],
      })),
    },
    {
      id: '0190a000-0000-7000-8000-000000000032',
      name: '云桥社区',
      kind: 'community',
      parentId: null,
      closedOn: null,
      posts: [],
    },
  ],
}

const policy: PolicyPage = {
  rows: [
    {
      route: 'POST /api/session',
      label: { zh: '切换身份', en: 'switch officers' },
      open: true,
      versioned: false,
      grants: [],
    },
    {
      route: 'POST /api/entries/:id/return',
      label: { zh: '退回', en: 'return a row' },
      open: false,
      versioned: true,
      grants: [
        {
          duties: [{ zh: '科室负责人', en: 'head of unit' }],
          relation: { zh: '本单位和所分管单位', en: 'the units the post answers for' },
          states: [{ zh: '待核实', en: 'waiting for verification' }],
        },
        {
          duties: [{ zh: '督查专员', en: 'supervision clerk' }],
          relation: { zh: '全单位', en: 'the whole office' },
          states: null,
        },
      ],
    },
  ],
}

const providers: OidcProviders = {
  providers: [
    {
      id: '0190a000-0000-7000-8000-000000000051',
      version: 1,
      state: 'proposed',
      label: '用统一身份认证登录',
      issuer: 'https://login.yunqiao.example.test/realms/the-whole-district-and-its-streets',
      clientId: 'guatu',
      origin: 'https://192.168.1.5:8443',
      redirectUri: 'https://192.168.1.5:8443/sign-in/oidc',
      secondFactorValues: ['otp', 'mfa'],
      proposedBy: '周敏',
      proposedAt: '2023-08-15T01:00:00.000Z',
      confirmedBy: null,
      endedBy: null,
    },
  ],
}

const links: OidcLinks = {
  links: [
    {
      id: '0190a000-0000-7000-8000-000000000061',
      officerId: '0190a000-0000-7000-8000-000000000012',
      name: '陈立',
      issuer: 'https://login.yunqiao.example.test/realms/the-whole-district-and-its-streets',
      subject: 'f3b9a1d2-0c4e-4b57-9a55-1f1e6b2f7c11',
      madeBy: '周敏',
      madeAt: '2023-08-15T01:00:00.000Z',
    },
  ],
}

const noPlan = {
  code: 'plan.none',
  kind: 'notFound',
  says: { zh: '2022年没有已采用的计划。', en: 'There is no adopted plan for 2022.' },
  next: { zh: '请先交报告并采用。', en: 'Hand in a report and adopt it first.' },
  facts: {},
}

/** Tests choose a wall by its year, which the address carries: 2101 is the first of `walls`. */
export const yearOf = (name: keyof typeof walls): number => 2101 + Object.keys(walls).indexOf(name)

function wallAsked(url: URL): WallChart | typeof noPlan {
  const year = url.searchParams.get('year')
  if (year === '2022') return noPlan
  const chosen = Object.values(walls)[Number(year ?? 2101) - 2101] ?? walls.sample
  const on = url.searchParams.get('on')
  const knownAt = url.searchParams.get('known') ?? `${on}T15:59:59.999Z`
  return on ? { ...chosen, on, knownAt } : chosen
}

const sentence = '加快片区用地整备，完成可行性研究报告和实施方案编制，年内整备产业用地15.4公顷。'
const at = (words: string) => ({
  start: 400 + sentence.indexOf(words),
  end: 400 + sentence.indexOf(words) + words.length,
})

type Target = PlanTask['targets'][number]
const targetOf = (n: number, target: Partial<Target> & Pick<Target, 'subject' | 'at' | 'working'>): Target => ({
  id: `0190a000-0000-7000-8000-00000000800${n}`,
  code: `T15.${n}`,
  kind: 'target',
  says: target.subject,
  comparator: '>=',
  value: '1',
  valueTo: null,
  unit: '份',
  printedUnit: '份',
  basis: 'level',
  event: null,
  stretch: false,
  down: false,
  printedComparator: null,
  due: '2023',
  feedable: true,
  ...target,
})
const workingOf = (
  working: Partial<Target['working']> & Pick<Target['working'], 'light' | 'says'>,
): Target['working'] => ({
  rule: 'ratio',
  actual: null,
  reported: null,
  planned: null,
  ratio: null,
  attainment: null,
  badges: [],
  ...working,
})

const task: PlanTask = {
  id: '',
  number: '15',
  area: 3,
  title: '产业用地整备',
  sentence,
  at: { start: 400, end: 400 + sentence.length },
  source: { id: office.id, kind: 'report', title: '2023年工作报告', datedOn: '2023-01-18' },
  lead: ['土地整备中心'],
  support: ['云桥社区'],
  leaders: [],
  due: null,
  uncheckable: null,
  light: 'red',
  targets: [
    targetOf(1, {
      subject: '整备产业用地',
      at: at('整备产业用地15.4公顷'),
      value: '15.4',
      unit: '公顷',
      printedUnit: '公顷',
      working: workingOf({
        light: 'red',
        says: {
          zh: '已核5.9公顷，今日应达9.6公顷，完成应达的61%，低于70%。',
          en: '5.9 ha verified of 9.6 ha due: 61%, under 70%.',
        },
        actual: '5.9',
        planned: '9.6',
        ratio: '0.6146',
        attainment: '0.3831',
        badges: [{ kind: 'overdue', days: 31 }],
      }),
    }),
    targetOf(2, {
      subject: '可行性研究报告',
      at: at('可行性研究报告'),
      working: workingOf({
        light: 'blue',
        says: { zh: '6月28日已完成。', en: 'Done on 28 June.' },
        actual: '1',
        planned: '1',
        ratio: '1',
        attainment: '1',
      }),
    }),
    targetOf(3, {
      subject: '实施方案编制',
      at: at('实施方案编制'),
      working: workingOf({ light: 'noData', says: { zh: '还没有已核的台账。', en: 'No verified rows yet.' } }),
    }),
  ],
}

const rowOf = (trueOn: string, quantity: string, note: string, counted: boolean): Explanation['rows'][number] => ({
  entryId: office.id,
  register: 'progress',
  trueOn,
  knownAt: `${trueOn}T08:00:00.000Z`,
  unit: '土地整备中心',
  quantity,
  note,
  paper: '',
  late: false,
  counted,
  because: counted ? { zh: '已核', en: 'verified' } : { zh: '尚未核实', en: 'not verified yet' },
})

function explanation(url: URL): Explanation {
  const target = task.targets.find((one) => url.pathname.includes(one.id)) ?? task.targets[0]
  if (!target) throw new Error('the invented task has targets')
  const rows =
    target.code === 'T15.1'
      ? [
          rowOf('2023-08-09', '1.2', '北片签约两户', false),
          rowOf('2023-07-20', '2.4', '', true),
          rowOf('2023-05-31', '3.5', '首批移交', true),
        ]
      : []
  return {
    target,
    task,
    on: '2023-08-15',
    knownAt: '2023-08-15T15:59:59.999Z',
    working: target.working,
    number: null,
    rows,
    span: { from: '2023-01-01', to: '2023-12-31' },
    curve: [],
    history: [],
  }
}

const exportOf = (n: number, more: Partial<OfficeExport>): OfficeExport => ({
  id: `018a0000-0000-7000-8000-00000000ee0${n}`,
  version: 1,
  state: 'waiting',
  askedBy: '示例·督查专员',
  askedAt: '2023-08-15T01:00:00.000Z',
  holds: { rows: 12_480, bytes: 36_700_160 },
  confirmed: null,
  until: null,
  made: null,
  trouble: null,
  ended: null,
  own: true,
  mayConfirm: false,
  ...more,
})

const confirmed = { by: '示例·安全管理员', at: '2023-08-15T01:20:00.000Z', alone: false }
const until = '2023-08-22T15:59:59.999Z'
const made = { sha256: '9f86d081884c7d65'.repeat(4), bytes: 9_300_000, files: 42, rows: 31_220 }

const exportAnswers: OfficeExports = {
  exports: [
    exportOf(1, { mayConfirm: true, own: false }),
    exportOf(2, {
      version: 2,
      state: 'making',
      confirmed,
      until,
      trouble: {
        code: 'export.disk_full',
        kind: 'unavailable',
        says: { zh: '磁盘快满了，这次没有做成。', en: 'The disk is nearly full: the file was not made.' },
        next: { zh: '请管理员腾出空间。', en: 'Ask the administrator to make room.' },
        facts: {},
      },
    }),
    exportOf(3, { version: 2, state: 'ready', confirmed, until, made }),
    exportOf(4, {
      version: 3,
      state: 'ended',
      confirmed: { ...confirmed, alone: true },
      until,
      made,
      ended: { by: '示例·督查专员', at: '2023-08-15T03:00:00.000Z', because: '已经取走' },
    }),
  ],
}

const bindingAnswers: Bindings = {
  year: 2023,
  version: 1,
  targets: [
    {
      id: office.id,
      code: 'T30.1',
      says: '文明实践活动进社区、进校园、进家庭 700场',
      task: { number: '30', title: '推进全国文明城市创建' },
      unit: '场',
      printedUnit: '场',
      binding: null,
      named: '12',
      gives: { value: '405', says: { zh: '405场', en: '405' } },
      stale: null,
      gaps: null,
      proposal: { indicator: 'practiceActivities', score: 100, sure: true },
      fits: ['practiceActivities', 'drills'],
    },
    {
      id: officers[0]?.id ?? '',
      code: 'T51.1',
      says: '应急演练 4场',
      task: { number: '51', title: '应急管理规范化建设' },
      unit: '场',
      printedUnit: '场',
      named: '0',
      gives: { value: null, says: { zh: '没有数', en: 'no figure' } },
      binding: {
        indicator: 'drills',
        evidenceOnly: true,
        since: '2023-08-01T01:00:00.000Z',
        by: officers[0]?.name ?? '',
        because: '',
      },
      stale: { since: '2023-07-31' },
      gaps: { count: 3, periods: '2023-02、03、05' },
      proposal: null,
      fits: ['practiceActivities', 'drills'],
    },
  ],
  indicators: [
    {
      id: 'practiceActivities',
      label: { zh: '文明实践活动', en: 'Practice activities' },
      unit: '场',
      says: { zh: '本年「文明实践活动」（活动台账）的条数', en: 'the number of practice activities this year' },
      owner: { zh: '经办人', en: 'handler' },
      source: '任务书 1–36 §C T30',
      proxy: false,
      books: ['30-N1'],
    },
    {
      id: 'drills',
      label: { zh: '应急演练', en: 'Drills' },
      unit: '场',
      says: { zh: '本年「应急演练」（活动台账）的条数', en: 'the number of drills this year' },
      owner: { zh: '经办人', en: 'handler' },
      source: '任务书 37–62 §D T51',
      proxy: true,
      books: [],
    },
  ],
}

/** The day on which the map has more points than a page holds as elements. */
export const manyPointsOn = '2023-08-01'

/** What the pages are answered in tests and in pictures taken without a server. Everything here is invented. */
export const answers: Answers = {
  '/api/first-run': firstRun,
  '/api/me': me,
  '/api/people': people,
  '/api/policy': policy,
  '/api/oidc/providers': providers,
  '/api/oidc/links': links,
  '/api/exports': exportAnswers,
  '/api/source-systems': sourceSystemAnswers,
  '/api/plans': { years: [{ year: 2023, version: 1 }] },
  '/api/plans/2023/bindings': bindingAnswers,
  ...importAnswers,
  '/api/offices': { offices: [office] },
  '/api/wall': wallAsked,
  '/api/map': (url: URL) => mapOf(url.searchParams.get('on') === manyPointsOn ? 3500 : 140),
  '/api/tasks/': (url: URL) => ({ ...task, id: url.pathname.split('/').at(-1) }),
  '/api/targets/': explanation,
}
