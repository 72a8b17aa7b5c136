import type { Review } from '@guatu/contract'
import { expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'
import { query } from '../support/query.ts'

test('八个人同时各改六次同一份审核：答应过的都在，其余都被告知有人先改过', async () => {
  const office = await openOffice()
  const read = await office.bringIn({ text: smallReport })
  const clerk = await office.as('督查专员')
  const path = `/api/sources/${read.id}/decisions`
  const refused = new Set<string>()
  let acknowledged = 0
  const writer = async (_: unknown, who: number) => {
    for (let i = 0; i < 6; i += 1) {
      const { version } = await clerk.get<Review>(`/api/sources/${read.id}`)
      const body = { do: 'retitle', task: read.tasks[0]?.key ?? '', title: `第${who}人第${i}次` }
      const { status, body: said } = await clerk.ask<{ code: string }>({ method: 'POST', path, body, version })
      if (status === 200) acknowledged += 1
      else refused.add(`${status} ${said.code}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, writer))
  const [row] = await query<{ n: number }>(office.database.root, 'select count(*)::int as n from review_decision')
  expect(row?.n).toBe(acknowledged)
  expect(acknowledged).toBeGreaterThanOrEqual(6)
  expect([...refused]).toEqual(['409 request.version_conflict'])
  await office.close()
})
