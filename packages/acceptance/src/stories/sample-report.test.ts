import { readFileSync } from 'node:fs'
import type { Review } from '@guatu/contract'
import { afterEach, expect, test } from 'vitest'
import { formOf } from '../support/office.ts'
import { openOffice } from '../support/open-office.ts'

const example = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../../../examples/${name}`, import.meta.url)))

let office: Awaited<ReturnType<typeof openOffice>>
afterEach(() => office.close())

async function adoptFile(name: string, kind: 'report' | 'meeting'): Promise<void> {
  const clerk = await office.as('督查专员')
  const form = formOf({ text: '', name, kind }, '2023-01-10')
  form.set('file', new File([example(name)], name), name)
  const { body } = await clerk.ask<{ id: string }>({ method: 'POST', path: '/api/sources', form })
  const read = await clerk.get<Review>(`/api/sources/${body.id}`)
  const adopt = { withOpen: true, adoptedOn: '2023-01-10', paperNumber: '' }
  await clerk.post(`/api/sources/${read.id}/adopt`, adopt, { version: read.version })
}

const numbersWith = async (light: 'missing' | 'any'): Promise<string[]> =>
  (await office.wall()).areas
    .flatMap((area) => area.tasks)
    .filter((task) => (light === 'missing') === (task.light === 'missing'))
    .map((task) => task.number)

const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i))

test.each(['work-report-2023.docx', 'work-report-2023.txt'])('%s：墙上62根签，63至70项原文缺页', async (name) => {
  office = await openOffice({ today: '2023-01-10' })
  await adoptFile(name, 'report')
  expect(await numbersWith('any')).toEqual(numbered(1, 62))
  expect(await numbersWith('missing')).toEqual(numbered(63, 70))
  expect((await office.plan()).areas).toHaveLength(8)
})

test('任务分解表作为后来的来源，补上缺页的八项，牵头单位和时限随之而来', async () => {
  office = await openOffice({ today: '2023-01-10' })
  await adoptFile('work-report-2023.docx', 'report')
  office.clock.goTo('2023-02-01')
  await adoptFile('task-table-2023.xlsx', 'meeting')
  expect(await numbersWith('missing')).toEqual([])
  expect(await numbersWith('any')).toEqual(numbered(1, 70))
  const { tasks, version } = await office.plan()
  expect(version).toBe(2)
  for (const task of tasks.slice(62)) {
    expect(task.source.kind).toBe('meeting')
    expect(task.lead.length, task.number).toBeGreaterThan(0)
  }
})
