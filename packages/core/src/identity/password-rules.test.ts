import { expect, test } from 'vitest'
import { day, instant } from '../shared/index.ts'
import { isDue, isUnused, passwordProblem } from './password-rules.ts'
import { mlps3 } from './profile.ts'

const why = (password: string, loginName = 'wang.fang') => passwordProblem(password, loginName, mlps3)?.code ?? 'taken'

test.each([
  ['Qinghe-ducha-71', 'taken'],
  ['口袋公园-Twelve个', 'taken'],
  [`Aa1-${'长江'.repeat(30)}`, 'taken'],
  [`Aa1-${'长江'.repeat(62)}`, 'taken'],
  [`Aa1-${'长江'.repeat(62)}长`, 'identity.password_long'],
  ['Qinghe-du7', 'identity.password_short'],
  // Twelve characters are twelve, whatever they are made of inside.
  ['𠮷𠮷𠮷𠮷Aa1-', 'identity.password_short'],
  ['qingheducha71', 'identity.password_plain'],
  ['qinghe-ducha-park', 'identity.password_plain'],
  ['X-Wang.Fang-8871', 'identity.password_name'],
  ['x-ＷＡＮＧ.ＦＡＮＧ-8871', 'identity.password_name'],
  ['Admin@123456', 'identity.password_common'],
  ['Password2026!', 'identity.password_common'],
  ['P@ssw0rd@2026', 'identity.password_common'],
  ['1qaz@WSX1qaz', 'identity.password_common'],
  ['Qwerty!123456', 'identity.password_common'],
  ['Aaaaaaaaaaa1!', 'identity.password_common'],
  ['Woaini_5201314', 'identity.password_common'],
])('%s: %s', (password, expected) => {
  expect(why(password)).toBe(expected)
})

test('an account without a name hides no password behind it', () => {
  expect(why('Qinghe-ducha-71', '')).toBe('taken')
})

test('a password is due on its day: earlier for an administrator', () => {
  const set = instant('2026-01-01T01:00:00.000Z')
  const due = (on: string, ofAdministrator: boolean) => isDue(set, day(on), ofAdministrator, mlps3)
  expect([due('2026-03-31', true), due('2026-04-01', true)]).toEqual([false, true])
  expect([due('2026-06-29', false), due('2026-06-30', false)]).toEqual([false, true])
})

test('an account lies unused from its ninetieth day on', () => {
  const used = instant('2026-01-01T15:59:59.000Z')
  expect(isUnused(used, day('2026-03-31'), mlps3)).toBe(false)
  expect(isUnused(used, day('2026-04-01'), mlps3)).toBe(true)
})
