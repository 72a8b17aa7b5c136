import { expect, test } from 'vitest'
import { entriesAsked, readWhere, whereText } from './asked.ts'

test('筛选条件写进地址再读回来还是原样，值里有分隔符也一样', () => {
  const where = { eventType: ['drill', 'visit'], venue: ['一楼，东:西;南'], online: ['是'] }
  expect(readWhere(whereText(where))).toEqual(where)
  expect(whereText({ eventType: [] })).toBeUndefined()
  expect(readWhere(undefined)).toEqual({})
  expect(readWhere('eventType:%E4%B')).toEqual({ eventType: ['%E4%B'] })
})

test('没有排序就不说朝哪个方向', () => {
  expect(entriesAsked({ state: 'submitted', way: 'down' })).toEqual({
    state: 'submitted',
    columns: undefined,
    sort: undefined,
    way: undefined,
  })
  expect(entriesAsked({ where: 'kind:a', sort: 'on', way: 'down' })).toEqual({
    columns: '{"kind":{"is":["a"]}}',
    sort: 'on',
    way: 'down',
  })
})
