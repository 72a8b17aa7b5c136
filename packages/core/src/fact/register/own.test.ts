import { describe, expect, test } from 'vitest'
import { choice } from '../columns/choice.ts'
import { phone } from '../columns/phone.ts'
import { text } from '../columns/text.ts'
import { visits } from '../testing/visits.ts'
import { changesWhatIsRequired, mistakesInOwn, type OwnColumn, withOwnColumns } from './own.ts'

const named = (zh: string) => ({ zh, en: zh })
const own = (more: Partial<OwnColumn> = {}): OwnColumn => ({
  id: 'own1',
  column: text(named('宣传品'), 30),
  retired: false,
  ...more,
})
const [firstId = '', first] = Object.entries(visits.columns)[0] ?? []

test('自设列排在后面，写明是自设的；原来的台账不动', () => {
  const composed = withOwnColumns(visits, [own(), own({ id: 'own2', column: text(named('份数'), 9), retired: true })])
  expect(Object.keys(composed.columns).slice(-2)).toEqual(['own1', 'own2'])
  expect(composed.columns.own1).toMatchObject({ label: { zh: '宣传品' }, own: 'open' })
  expect(composed.columns.own2).toMatchObject({ own: 'retired' })
  expect(composed.feeds).toBe(visits.feeds)
  expect(Object.hasOwn(visits.columns, 'own1')).toBe(false)
})

describe('新版程序变了，单位照常办事', () => {
  test('程序后来也有了同名的列：自设的那一列写明自设', () => {
    const composed = withOwnColumns(visits, [own({ column: text(named(first?.label.zh ?? ''), 30) })])
    expect(composed.columns.own1?.label.zh).toBe(`${first?.label.zh}（自设）`)
  })

  test('条件问的列程序里没有了：条件不再问', () => {
    const column = text(named('宣传品'), 30, { requiredWhen: { column: 'gone', filled: true } })
    expect(withOwnColumns(visits, [own({ column })]).columns.own1).not.toHaveProperty('requiredWhen')
  })
})

test.each([
  ['手机', text(named('手机'), 30), /个人的信息/],
  ['护照号', text(named('护照号'), 30), /个人的信息/],
  ['电话这一种', phone(named('值班电话')), /种类不能自设/],
  ['同名', text(named(first?.label.zh ?? ''), 30), /已经有一列叫/],
  ['一个选项', choice(named('方式'), [['a', '甲', 'A']]), /选项不到两个/],
  ['问自己', text(named('宣传品'), 30, { requiredWhen: { column: 'own1', filled: true } }), /问的是这一列自己/],
  [
    '问没有的列',
    text(named('宣传品'), 30, { requiredWhen: { column: 'gone', filled: true } }),
    /「gone」这一列没有声明/,
  ],
])('设得不对：%s', (_, column, why) => {
  expect(
    mistakesInOwn(visits, own({ column }))
      .map(({ zh }) => zh)
      .join(),
  ).toMatch(why)
})

test('设得对就没有话说', () => {
  const column = text(named('宣传品'), 30, { requiredWhen: { column: firstId, filled: true } })
  expect(mistakesInOwn(visits, own({ column }))).toEqual([])
})

test.each<[string, OwnColumn | null, OwnColumn, boolean]>([
  ['新设，不必填', null, own(), false],
  ['新设，必填', null, own({ column: text(named('宣传品'), 30, { required: true }) }), true],
  ['改名', own(), own({ column: text(named('宣传单'), 30) }), false],
  [
    '改成有条件必填',
    own(),
    own({ column: text(named('宣传品'), 30, { requiredWhen: { column: firstId, filled: true } }) }),
    true,
  ],
  ['停用不必填的', own(), own({ retired: true }), false],
  [
    '停用必填的',
    own({ column: text(named('宣传品'), 30, { required: true }) }),
    own({ column: text(named('宣传品'), 30, { required: true }), retired: true }),
    true,
  ],
])('%s：要不要另一个人确认', (_, before, after, needed) => {
  expect(changesWhatIsRequired(before, after)).toBe(needed)
})
