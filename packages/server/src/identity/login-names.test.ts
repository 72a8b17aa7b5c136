import { loginNameCharsMax } from '@guatu/core/identity'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freeLoginName } from './login-names.ts'
import { type OfficeOnTrial, officeOnTrial } from './testing/office-on-trial.ts'

let office: OfficeOnTrial
beforeAll(async () => {
  office = await officeOnTrial()
})
afterAll(() => office.close())

/** Gives somebody the nearest free name and returns it. */
const give = (at: number, wanted: string) =>
  office.db.inOffice(office.officeId, async (tx) => {
    const loginName = await freeLoginName(tx, office.officeId, wanted)
    await tx
      .updateTable('officer')
      .set({ loginName })
      .where('officeId', '=', office.officeId)
      .where('id', '=', office.officers[at] ?? '')
      .execute()
    return loginName
  })

test('a name that is taken, in whatever spelling, is given with the next number behind it', async () => {
  expect(await give(0, 'Wang.Fang')).toBe('wang.fang')
  expect(await give(1, 'ｗａｎｇ.ｆａｎｇ')).toBe('wang.fang2')
  expect(await give(2, 'wang fang')).toBe('wangfang')
  expect(await give(3, 'WANG.FANG')).toBe('wang.fang3')
})

test('a name without a letter still becomes one, and a long one keeps room for its number', async () => {
  expect(await give(0, '！')).toBe('user')
  const long = '长'.repeat(loginNameCharsMax)
  expect(await give(1, long)).toBe(long)
  expect(await give(2, long)).toBe(`${'长'.repeat(loginNameCharsMax - 1)}2`)
})

test('the database refuses one name for two', async () => {
  const same = office.db.inOffice(office.officeId, (tx) =>
    tx.updateTable('officer').set({ loginName: '同名' }).where('officeId', '=', office.officeId).execute(),
  )
  await expect(same).rejects.toMatchObject({ code: '23505' })
})
