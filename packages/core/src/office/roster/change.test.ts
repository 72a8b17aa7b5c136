import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../shared/index.ts'
import { rosterFromSheets } from './from-sheets.ts'
import { accountOf, changeOf, fatesOf, office, sheetsOf, today, type Written } from './testing/office.ts'
import { rowsFromRoster } from './to-sheets.ts'

const people = (...rows: string[]): Written => ({ people: rows })

test.each<[string, Written, string[]]>([
  ['新单位', { units: ['环卫所 | 其他 | 城管办'] }, ['new']],
  ['原有的单位', { units: ['党政办 | 科室'] }, ['same']],
  ['类型没填的是科室', { units: ['党政办'] }, ['same']],
  ['改类型', { units: ['城管办 | 其他'] }, ['changed']],
  ['改上级', { units: ['城管办 | 科室 | 党政办'] }, ['changed']],
  ['上级不认识', { units: ['环卫所 | 科室 | 不存在'] }, ['roster.unit_unknown']],
  ['没有名称', { units: ['| 社区'] }, ['roster.missing']],
  ['类型不在表里', { units: ['环卫所 | 工厂'] }, ['roster.not_one_of']],
  ['同一单位两行', { units: ['环卫所', '环卫所'] }, ['new', 'roster.row_twice']],
  ['上级绕回自己', { units: ['甲 | 科室 | 乙', '乙 | 科室 | 甲'] }, ['roster.unit_cycle', 'roster.row_refused']],
  ['自己是自己的上级', { units: ['党政办 | 科室 | 党政办'] }, ['roster.unit_cycle']],
  ['上级那一行有问题', { units: ['甲 | 工厂', '乙 | 科室 | 甲'] }, ['roster.not_one_of', 'roster.row_refused']],
  ['名称太长', { units: ['长'.repeat(41)] }, ['roster.too_long']],

  ['新岗位', { posts: ['城管办 | 科长 | 科室负责人、经办人 | 党政办'] }, ['new']],
  ['原有的岗位', { posts: ['党政办 | 领导 | 分管领导 | 全部', '党政办 | 副职 | 分管领导 | 城管办'] }, ['same', 'same']],
  ['岗位的职责不同', { posts: ['城管办 | 经办 | 督查专员'] }, ['roster.post_differs']],
  ['岗位的分管不同', { posts: ['党政办 | 领导 | 分管领导'] }, ['roster.post_differs']],
  ['单位不认识', { posts: ['不存在 | 科长 | 经办人'] }, ['roster.unit_unknown']],
  ['分管的单位不认识', { posts: ['城管办 | 科长 | 经办人 | 不存在'] }, ['roster.unit_unknown']],
  ['职责不认识', { posts: ['城管办 | 科长 | 经办人、打杂'] }, ['roster.not_one_of']],
  ['没有职责', { posts: ['城管办 | 科长 |'] }, ['roster.missing']],
  ['三员与别的职责合在一起', { posts: ['城管办 | 科长 | 系统管理员、经办人'] }, ['office.duties_apart']],
  ['两员合在一起', { posts: ['城管办 | 科长 | 系统管理员、审计管理员'] }, ['office.duties_apart']],
  ['新单位的岗位', { units: ['环卫所'], posts: ['环卫所 | 所长 | 科室负责人'] }, ['new', 'new']],
  ['同一岗位两行', { posts: ['城管办 | 科长 | 经办人', '城管办 | 科长 | 经办人'] }, ['new', 'roster.row_twice']],

  ['新来的人', people('赵六 | zhaoliu | 城管办 | 经办'), ['new']],
  ['姓名中间的空格不算', people('王　芳 | wangfang | 党政办 | 督查'), ['same']],
  ['账号的大小写和全角不算', people('王芳 | ＷangFang | 党政办 | 督查'), ['same']],
  ['没有账号的老人不用填', people('李四 | | 城管办 | 经办'), ['same']],
  ['给老人定账号', people('李四 | lisi | 城管办 | 经办'), ['changed']],
  ['新人没有账号', people('赵六 | | 城管办 | 经办'), ['roster.account_missing']],
  ['账号里有别的字符', people('赵六 | zhao liu! | 城管办 | 经办'), ['roster.account_form']],
  ['账号是别人的', people('赵六 | wangfang | 城管办 | 经办'), ['roster.account_of_another']],
  [
    '一个账号两个姓名',
    people('赵六 | z | 城管办 | 经办', '钱七 | z | 城管办 | 经办'),
    ['new', 'roster.account_of_another'],
  ],
  ['两个同名的人分不清', people('同名 | tongming | 城管办 | 经办'), ['roster.name_ambiguous']],
  [
    '一个老人两个账号',
    people('李四 | l1 | 城管办 | 经办', '李四 | l2 | 城管办 | 经办'),
    ['roster.name_ambiguous', 'roster.name_ambiguous'],
  ],
  ['B角', people('李四 | | 党政办 | 督查 | B角 | 2023-07-01 | 2023-07-31'), ['new']],
  ['任职方式不在表里', people('李四 | | 城管办 | 经办 | C角'), ['roster.not_one_of']],
  ['三员不设B角', people('李四 | | 党政办 | 系统 | B角'), ['office.sides_apart']],
  ['三员自己也不作B角', people('钱五 | qianwu | 党政办 | 系统 | B角 | 2022-01-01 | 2022-02-01'), ['office.no_deputy']],
  ['业务的人任三员', people('王芳 | wangfang | 党政办 | 系统'), ['office.sides_apart']],
  [
    '新人两边都占',
    people('赵六 | z | 党政办 | 系统', '赵六 | z | 城管办 | 经办'),
    ['office.sides_apart', 'office.sides_apart'],
  ],
  ['岗位在别的单位', people('赵六 | z | 城管办 | 督查'), ['roster.post_elsewhere']],
  ['岗位不认识', people('赵六 | z | 城管办 | 厨师'), ['roster.post_unknown']],
  ['单位不认识的人', people('赵六 | z | 不存在 | 督查'), ['roster.unit_unknown']],
  ['同一个人同一岗位两行', people('赵六 | z | 城管办 | 经办', '赵六 | z | 城管办 | 经办'), ['new', 'roster.row_twice']],
  ['老人同一任职两行', people('李四 | | 城管办 | 经办', '李四 | | 城管办 | 经办'), ['same', 'roster.row_twice']],
  ['日期颠倒', people('赵六 | z | 城管办 | 经办 | 本人 | 2023-08-01 | 2023-07-01'), ['office.end_before_start']],
  ['没有这一天', people('赵六 | z | 城管办 | 经办 | 本人 | 2023-02-29'), ['roster.no_such_day']],
  ['别的世纪', people('赵六 | z | 城管办 | 经办 | 本人 | 0203-02-01'), ['roster.no_such_day']],
  ['各种写法的日期', people('赵六 | z | 城管办 | 经办 | 本人 | 2023/8/1 | 2023年12月31日'), ['new']],
  ['过去就到期又没写起始', people('赵六 | z | 城管办 | 经办 | 本人 | | 2023-06-01'), ['office.end_before_start']],
  ['结束任职', people('李四 | | 城管办 | 经办 | 本人 | 2023-01-01 | 2023-07-31'), ['ended']],
  ['结束早于开始', people('李四 | | 城管办 | 经办 | 本人 | | 2022-12-31'), ['office.end_before_start']],
  ['起始日期与原来不同', people('李四 | | 城管办 | 经办 | 本人 | 2023-03-01'), ['roster.starts_otherwise']],
  ['已定的终止日期不再改', people('王芳 | wangfang | 党政办 | 领导 | B角 | | 2023-11-30'), ['roster.ends_otherwise']],
  ['已定的终止日期照旧', people('王芳 | wangfang | 党政办 | 领导 | B角 | | 2023-12-31'), ['same']],
  ['最后一位督查专员', people('王芳 | wangfang | 党政办 | 督查 | 本人 | | 2023-07-31'), ['office.last_one']],
  [
    '最后一位有人接',
    people('王芳 | wangfang | 党政办 | 督查 | 本人 | | 2023-07-31', '李四 | | 党政办 | 督查 | 本人 | 2023-08-01'),
    ['ended', 'new'],
  ],
  [
    '接得晚了一天',
    people('王芳 | wangfang | 党政办 | 督查 | 本人 | | 2023-07-31', '李四 | | 党政办 | 督查 | 本人 | 2023-08-02'),
    ['office.last_one', 'new'],
  ],
  [
    '结束以后再任',
    people('李四 | | 城管办 | 经办 | 本人 | 2023-01-01 | 2023-07-31', '李四 | | 城管办 | 经办 | 本人 | 2023-09-01'),
    ['ended', 'new'],
  ],
  ['身份证号当账号', people('赵六 | 440301199001011234 | 城管办 | 经办'), ['roster.private_number']],
  ['手机号跟在姓名后面', people('赵六138 0013 8000 | z | 城管办 | 经办'), ['roster.private_number']],
  ['看不见的字符', people('赵六\u202e | z | 城管办 | 经办'), ['roster.unwritable']],
])('%s', (_what, written, expected) => {
  expect(fatesOf(changeOf(written))).toEqual(expected)
})

test('岗位那一行有问题，人就跟着等；岗位原来就有的不受影响', () => {
  const { rows } = changeOf({
    posts: ['城管办 | 科长 | 打杂', '城管办 | 经办 | 督查专员'],
    people: ['赵六 | z | 城管办 | 科长', '钱七 | q | 城管办 | 经办'],
  })
  expect(rows.map(({ fate, problems }) => problems[0]?.code ?? fate)).toEqual([
    'roster.not_one_of',
    'roster.post_differs',
    'roster.row_refused',
    'new',
  ])
})

test('正式单位里接任的还没有确认，最后一位系统管理员不能先走', () => {
  const written = people(
    '钱五 | qianwu | 党政办 | 系统 | 本人 | | 2023-07-31',
    '赵六 | z | 党政办 | 系统 | 本人 | 2023-08-01',
  )
  expect(fatesOf(changeOf(written, { isFormal: true }))).toEqual(['office.last_one', 'new'])
})

const closed = {
  ...office,
  units: office.units.map((unit) => (unit.id === 'u2' ? { ...unit, closedOn: '2023-07-15' } : unit)),
  posts: office.posts.map((post) => (post.id === 'p2' ? { ...post, closedOn: '2023-07-15' } : post)),
}

test.each<[string, Written, string[]]>([
  ['撤销的单位里设新岗位', { posts: ['城管办 | 科长 | 经办人'] }, ['office.closed_already']],
  ['任撤销的岗位', people('赵六 | z | 城管办 | 经办'), ['office.closed_already']],
  ['任到撤销的那一天', people('赵六 | z | 城管办 | 经办 | 本人 | | 2023-07-15'), ['office.closed_already']],
  ['任到撤销的前一天', people('赵六 | z | 城管办 | 经办 | 本人 | | 2023-07-14'), ['new']],
  ['撤销的单位和岗位照旧写着', { units: ['城管办'], posts: ['城管办 | 经办 | 经办人'] }, ['same', 'same']],
  [
    '新岗位有问题，任它的人也进不去',
    { posts: ['城管办 | 科长 | 经办人'], people: ['赵六 | z | 城管办 | 科长'] },
    ['office.closed_already', 'roster.row_refused'],
  ],
])('撤销以后：%s', (_what, written, expected) => {
  expect(fatesOf(changeOf(written, { now: closed }))).toEqual(expected)
})

test('撤销的单位和岗位，到那一天就不在下载的花名册里', () => {
  const namesOn = (on: string) => {
    const { units, posts } = rowsFromRoster(closed, day(on))
    return [...units.map(([name]) => name), ...posts.map(([, title]) => title)]
  }
  expect(namesOn('2023-07-14')).toEqual(expect.arrayContaining(['城管办', '经办']))
  expect(namesOn('2023-07-15')).toEqual(['党政办', '督查', '领导', '系统', '副职'])
})

test('接任的人账号已停用，不算有人接', () => {
  const written = people(
    '王芳 | wangfang | 党政办 | 督查 | 本人 | | 2023-07-31',
    '李四 | | 党政办 | 督查 | 本人 | 2023-08-01',
  )
  const now = { ...office, people: office.people.map((person) => ({ ...person, disabled: person.id === 'o2' })) }
  expect(fatesOf(changeOf(written, { now }))).toEqual(['office.last_one', 'new'])
})

test('不在表里的人不动，只说出来', () => {
  const { absent, steps } = changeOf(people('王芳 | wangfang | 党政办 | 督查'))
  expect(absent.map(({ name }) => name)).toEqual(['李四', '钱五'])
  expect(steps).toEqual([])
})

test('拒绝的话里从不重复号码', () => {
  const { rows } = changeOf(people('赵六 | 440301199001011234 | 138-0013-8000 | 经办 | 本人 | 13800138000 | '))
  expect(JSON.stringify(rows)).not.toMatch(/\d{8}/)
  expect(rows[0]?.problems.map(({ code }) => code)).toEqual(Array(3).fill('roster.private_number'))
})

const headed = (at: number, change: (rows: string[][]) => void) => {
  const sheets = sheetsOf({ people: ['赵六 | z | 城管办 | 经办'] })
  const rows = (sheets[at]?.rows ?? []).map((row) => [...row])
  change(rows)
  return sheets.map((sheet, i) => (i === at ? { ...sheet, rows } : sheet))
}
const codeOf = (sheets: Parameters<typeof rosterFromSheets>[0]) => {
  const read = rosterFromSheets(sheets, accountOf)
  return read.ok ? 'read' : read.problem.code
}

test.each([
  ['少一张表', sheetsOf({}).slice(0, 2), 'roster.sheet_missing'],
  ['表名不对', sheetsOf({}).map((sheet) => ({ ...sheet, name: `${sheet.name}表` })), 'roster.sheet_missing'],
  ['表名有空格', sheetsOf({}).map((sheet) => ({ ...sheet, name: ` ${sheet.name} ` })), 'read'],
  ['表头换了顺序', headed(0, (rows) => rows[0]?.reverse()), 'read'],
  ['表头少一列', headed(2, (rows) => rows[0]?.splice(1, 1, '')), 'roster.heading'],
  ['表头多一列', headed(2, (rows) => rows[0]?.push('身份证号')), 'roster.heading'],
  ['没有表头的列里有字', headed(2, (rows) => rows[1]?.push('备注')), 'roster.heading'],
  [
    '合并的表头',
    sheetsOf({}).map((sheet) => ({ ...sheet, merges: [{ top: 0, left: 0, bottom: 0 }] })),
    'roster.heading',
  ],
  ['行太多', sheetsOf({ units: Array.from({ length: 301 }, (_, i) => `单位${i}`) }), 'roster.too_many_rows'],
])('%s', (_what, sheets, code) => {
  expect(codeOf(sheets)).toBe(code)
})

test('空行跳过，行号照印出来的算', () => {
  const sheets = headed(2, (rows) => rows.splice(1, 0, Array(7).fill(' ')))
  const read = rosterFromSheets(sheets, accountOf)
  expect(read.ok && read.value.people.map(({ row }) => row)).toEqual([3])
})

test('公式、合并、隐藏的行各有说明', () => {
  const marks = { formulas: [{ row: 1, column: 1 }], hiddenRows: [1], merges: [{ top: 1, left: 0, bottom: 1 }] }
  const read = rosterFromSheets(
    sheetsOf(people('赵六 | z | 城管办 | 经办')).map((sheet) =>
      sheet.name === '人员' ? { ...sheet, ...marks } : sheet,
    ),
    accountOf,
  )
  const codes = read.ok ? read.value.people[0]?.problems.map(({ code }) => code) : []
  expect(codes).toEqual(['roster.hidden_row', 'roster.merged', 'roster.formula'])
})

test('现有花名册原样交回，什么都不变，也没有一行被拒绝', () => {
  const rows = rowsFromRoster(office, today)
  const written = (part: readonly (readonly string[])[]) => part.map((row) => row.join('|'))
  const change = changeOf({
    units: written(rows.units),
    posts: written(rows.posts),
    people: written(rows.people),
  })
  expect(change.steps).toEqual([])
  expect(new Set(fatesOf(change))).toEqual(new Set(['same']))
  expect(change.absent).toEqual([])
})

test('任何一格写任何字，都不出错，步骤只来自没有问题的行', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '党政办',
      '城管办',
      '督查',
      '经办',
      '王芳',
      '李四',
      'z',
      'B角',
      '2023-07-01',
      '2023-06-01',
      '全部',
      '经办人',
      '',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replaceAll('|', '')),
  )
  const rows = fc.array(
    fc.array(cell, { minLength: 1, maxLength: 7 }).map((cells) => cells.join('|')),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(rows, rows, rows, (units, posts, persons) => {
      const change = changeOf({ units, posts, people: persons })
      const taken = change.rows.filter(({ fate }) => fate !== 'refused' && fate !== 'same')
      if (taken.length === 0) expect(change.steps).toEqual([])
      expect(change.steps.length).toBeGreaterThanOrEqual(taken.length)
    }),
    { numRuns: 100 },
  )
})
