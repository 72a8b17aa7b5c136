import { expect, test } from 'vitest'
import { choice, choices } from './columns/choice.ts'
import { phone } from './columns/phone.ts'
import { community } from './columns/reference.ts'
import { longText, text } from './columns/text.ts'
import { date } from './columns/time.ts'
import { saidInRow } from './said-in-row.ts'

const say = (zh: string, en: string) => ({ zh, en })
const columns = {
  title: text(say('名称', 'Name'), 40),
  kind: choice(say('类别', 'Kind'), [
    ['culture', '文化', 'culture'],
    ['drill', '演练', 'drill'],
  ]),
  parts: choices(say('部分', 'Parts'), [
    ['a', '甲', 'first'],
    ['b', '乙', 'second'],
  ]),
  community: community(say('社区', 'Community')),
  on: date(say('日期', 'Day')),
  contact: phone(say('电话', 'Phone')),
  matter: longText(say('诉求内容', 'What is asked'), 200, { privacy: 'L3' }),
}
const content = {
  title: '社区活动',
  kind: 'drill',
  parts: ['a', 'b'],
  community: 'street',
  on: '2023-06-30',
  contact: '13800001111',
  matter: '夜间乱停车',
}

test('一行的字按栏给出，选项用名称；日期、电话和需知悉的内容不在其中', () => {
  expect(saidInRow({ columns, privacy: 'L2' }, content)).toEqual([
    { column: 'title', text: say('社区活动', '社区活动') },
    { column: 'kind', text: say('演练', 'drill') },
    { column: 'parts', text: say('甲、乙', 'first, second') },
    { column: 'community', text: say('街道本级', '街道本级') },
  ])
})

test('整本需知悉的台账，没有一个字能检索', () => {
  expect(saidInRow({ columns, privacy: 'L3' }, content)).toEqual([])
})
