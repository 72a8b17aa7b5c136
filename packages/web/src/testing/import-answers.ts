import type { RegisterShape, SheetImport, SheetImports } from '@guatu/contract'

const eventRegister: RegisterShape = {
  id: 'event',
  label: { zh: '活动台账', en: 'Events' },
  topic: { zh: '活动与组织', en: 'Events and organisations' },
  columns: [],
  key: ['title'],
  status: null,
  geometry: 'place',
  evidence: null,
  retention: null,
  may: ['enter'],
}

const options = [
  { value: '文体活动', label: { zh: '文体活动', en: 'Culture and sports' } },
  { value: '普法活动', label: { zh: '普法活动', en: 'Law publicity' } },
]

const column = (at: number, head: string, field: string | null, sample: string) => ({
  at,
  letter: String.fromCharCode(65 + at),
  head,
  unit: '',
  personal: head === '联系电话',
  field,
  sure: field === null ? null : at === 1 ? ('alike' as const) : ('same' as const),
  samples: head === '联系电话' ? [] : [sample],
})

const understood: SheetImport['understood'] = {
  sheet: '活动台账',
  sheets: ['活动台账'],
  titles: ['云桥街道2023年上半年群众活动台账'],
  year: 2023,
  headRows: [3, 4],
  rows: 210,
  shape: { zh: '群众活动台账', en: 'Ledger of activities' },
  wide: false,
  columns: [
    column(0, '时间 日期', 'date', '2023-03-05'),
    column(1, '活动信息 活动名称', 'title', '学雷锋便民集市'),
    column(2, '活动信息 类别', 'type', '法治宣传'),
    column(3, '参加人数', null, '180'),
    column(4, '联系电话', null, ''),
  ],
  targets: [
    { id: 'date', label: { zh: '日期', en: 'Day' }, needed: true },
    { id: 'title', label: { zh: '活动名称', en: 'Title' }, needed: true },
    { id: 'type', label: { zh: '类别', en: 'Kind' }, needed: false },
    { id: 'attendance', label: { zh: '参加人数', en: 'Attendance' }, needed: false },
  ],
  places: [],
  stands: null,
  constants: [
    {
      column: 'leadUnit',
      label: { zh: '牵头部门', en: 'Lead unit' },
      needed: true,
      options: [],
      evidence: false,
      value: '',
    },
    { column: 'audience', label: { zh: '对象', en: 'Audience' }, needed: false, options, evidence: false, value: '' },
  ],
}

const brought: SheetImport = {
  id: '018a0000-0000-7000-8000-00000000aa01',
  version: 3,
  register: 'event',
  name: '群众活动台账.xlsx',
  bytes: 48_000,
  state: 'ready',
  addedBy: '陈立',
  addedAt: '2023-08-15T01:00:00.000Z',
  progress: { done: 210, all: 210 },
  understood,
  counts: { new: 188, changed: 6, same: 2, refused: 1, passed: 13 },
  first: [],
  refusals: [
    {
      row: 9,
      column: 'A',
      head: '时间 日期',
      problem: {
        code: 'sheet.date_invalid',
        says: {
          zh: '「日期」里的「2023-02-30」不是日历上的一天（一个月）。',
          en: '“2023-02-30” is no day of the calendar.',
        },
        next: { zh: '请写成 2023-06-30。', en: 'Write it as 2023-06-30.' },
      },
    },
  ],
  words: [{ column: 'eventType', label: { zh: '类别', en: 'Kind' }, word: '法治宣传', rows: 12, means: '', options }],
  notes: [],
  failed: null,
  acceptedAt: null,
  withdrawn: null,
  may: ['map', 'accept'],
}

const { id, register, name, addedBy, addedAt, counts } = brought
const imports: SheetImports = {
  imports: [
    { id, register, name, state: 'ready', addedBy, addedAt, counts },
    {
      id: '018a0000-0000-7000-8000-00000000aa02',
      register,
      name: '五月活动.xls',
      state: 'accepted',
      addedBy,
      addedAt,
      counts: { new: 30, changed: 0, same: 0, refused: 0, passed: 4 },
    },
  ],
}

/** An invented import of a sheet, and the register it is for. */
export const importAnswers = {
  '/api/registers': { registers: [eventRegister] },
  '/api/imports': imports,
  '/api/imports/': brought,
}

export const broughtId = brought.id
