import { expect, test } from 'vitest'
import { isShown, switched } from './layers.ts'

const all = ['event', 'facility', 'project']

test('地址里没有写的是全部图层，关一层写剩下的，全关写 none，全开又什么都不写', () => {
  expect(all.filter((id) => isShown(undefined, id))).toEqual(all)
  expect(switched(undefined, all, 'facility', false)).toBe('event,project')
  expect(switched('event', all, 'event', false)).toBe('none')
  expect(all.filter((id) => isShown('none', id))).toEqual([])
  expect(switched('event,project', all, 'facility', true)).toBeUndefined()
})
