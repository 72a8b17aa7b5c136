import { afterEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'

let office: Awaited<ReturnType<typeof openOffice>>
afterEach(() => office.close())

test('科室负责人自己填的行，自己不能核实', async () => {
  office = await openOffice()
  await office.adopt({ text: smallReport })
  const own = await office.report('T1.1', '2023-03-20 3', { by: '科室负责人' })
  const others = await office.report('T1.1', '2023-04-20 4')
  const { verified, refused } = await office.verify(own, others)
  expect(verified).toBe(1)
  expect(refused).toMatchObject([{ id: own.id, problem: { code: 'fact.same_person' } }])
  expect((await office.working('T1.1')).working.actual).toBe('4')
})

test('更正人不能核实自己的更正', async () => {
  office = await openOffice()
  await office.adopt({ text: smallReport })
  const first = await office.report('T1.1', '2023-03-20 6')
  await office.verify(first)
  const head = await office.as('科室负责人')
  const correction = await head.post<typeof first>(
    `/api/entries/${first.id}/correct`,
    { values: { ...first.values, target: 'T1.1', quantity: '5' }, because: '重复统计1个' },
    { version: 2 },
  )
  expect((await office.verify(correction)).refused).toMatchObject([{ problem: { code: 'fact.same_person' } }])
  expect((await office.working('T1.1')).working.actual).toBe('6')
})

test('经办人没有核实的权限，督查专员没有填报的权限', async () => {
  office = await openOffice()
  await office.adopt({ text: smallReport })
  const entry = await office.report('T1.1', '2023-03-20 3')
  const path = '/api/registers/progress'
  const verify = { method: 'POST', path: `${path}/verify`, body: { ids: [entry.id] } } as const
  const enter = { method: 'POST', path: `${path}/entries`, body: { values: entry.values } } as const
  expect((await (await office.as('经办人')).refused(verify)).code).toBe('request.forbidden')
  expect((await (await office.as('督查专员')).refused(enter)).code).toBe('request.forbidden')
})
