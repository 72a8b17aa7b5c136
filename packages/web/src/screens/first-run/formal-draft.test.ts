import { expect, test } from 'vitest'
import { draftOf, type Typed, wrongIn } from './formal-draft.ts'

const typed: Typed = {
  officeId: '',
  name: ' 青禾街道 ',
  units: '城管办\n\n 城管办 \n经发办',
  systemAdmin: '王系统',
  securityAdmin: ' 李安全 ',
  auditAdmin: '赵审计',
}

test('新建：名称和姓名去掉空格，空行和重复的科室不要', () => {
  expect(draftOf(typed)).toEqual({
    name: '青禾街道',
    units: ['城管办', '经发办'],
    administrators: { systemAdmin: '王系统', securityAdmin: '李安全', auditAdmin: '赵审计' },
  })
})

test('试用转正式：只带编号和三个人', () => {
  expect(Object.keys(draftOf({ ...typed, officeId: 'an-id' }))).toEqual(['officeId', 'administrators'])
})

test.each([
  [{ name: '青' }, { field: 'name', why: 'missing' }],
  [{ securityAdmin: '　' }, { field: 'securityAdmin', why: 'missing' }],
  [{ auditAdmin: ' 王系统' }, { field: 'auditAdmin', why: 'twice' }],
  [{}, null],
])('%j', (part, wrong) => {
  expect(wrongIn(draftOf({ ...typed, ...part }))).toEqual(wrong)
})
