import { instant } from '@guatu/core/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueCode, useCode } from './codes.ts'
import { type OfficeOnTrial, officeOnTrial } from './testing/office-on-trial.ts'

let office: OfficeOnTrial
beforeAll(async () => {
  office = await officeOnTrial()
})
afterAll(() => office.close())

const now = instant('2026-03-02T01:00:00.000Z')
const officer = (at: number) => office.officers[at] ?? ''
const issue = (at: number, validDays = 7) =>
  office.db.inOffice(office.officeId, (tx) =>
    issueCode(tx, { officeId: office.officeId, officerId: officer(at), issuedBy: null, now, validDays }),
  )
const use = (at: number, code: string, on = now) =>
  office.db.inOffice(office.officeId, (tx) =>
    useCode(tx, { officeId: office.officeId, officerId: officer(at), code, now: on }),
  )

test('a code works once, typed in any of the ways people type it', async () => {
  const code = await issue(0)
  expect(await use(0, ` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(true)
  expect(await use(0, code)).toBe(false)
})

test('of sixty-four tries at once exactly one counts', async () => {
  const code = await issue(0)
  const counted = await Promise.all(Array.from({ length: 64 }, () => use(0, code)))
  expect(counted.filter((one) => one)).toHaveLength(1)
})

test('a newer code makes the older one void, and is the one that counts', async () => {
  const [older, newer] = [await issue(0), await issue(0)]
  expect(await use(0, older)).toBe(false)
  expect(await use(0, newer)).toBe(true)
})

test('a code ends with its days, and is nobody else’s', async () => {
  const code = await issue(0, 7)
  await issue(1)
  expect(await use(1, code)).toBe(false)
  expect(await use(0, code, instant('2026-03-09T01:00:00.000Z'))).toBe(false)
  expect(await use(0, code, instant('2026-03-09T00:59:59.999Z'))).toBe(true)
})

test('what is rolled back leaves the code as it was', async () => {
  const code = await issue(0)
  const work = office.db.inOffice(office.officeId, async (tx) => {
    await useCode(tx, { officeId: office.officeId, officerId: officer(0), code, now })
    throw new Error('the password was refused')
  })
  await expect(work).rejects.toThrow('refused')
  expect(await use(0, code)).toBe(true)
})

test('neither the code nor a word of it stands in the table', async () => {
  const code = await issue(0)
  const rows = await office.db.inOffice(office.officeId, (tx) =>
    tx.selectFrom('oneTimeCode').where('officeId', '=', office.officeId).selectAll().execute(),
  )
  for (const part of [code, ...code.split('-')]) expect(JSON.stringify(rows).toUpperCase()).not.toContain(`"${part}"`)
  expect(rows.at(-1)?.codeHash).toMatch(/^[0-9a-f]{64}$/)
})
