import type { Review, SourceRow } from '@guatu/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { formOf } from '../support/office.ts'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice({ today: '2023-07-01' })
})
afterEach(() => office.close())

const aside = { do: 'setAside', because: '拿错了文件' }

test('拿错的材料标为不采用：不能再审，不能采用，列表上看得出；撤销上一步就恢复', async () => {
  const { id, items } = await office.bringIn({ text: smallReport })
  const clerk = await office.as('督查专员')
  const decide = (body: unknown, version: number) =>
    clerk.ask<Review & { code: string }>({ method: 'POST', path: `/api/sources/${id}/decisions`, body, version })
  const short = await decide({ ...aside, because: '错' }, 0)
  expect(short.status).toBe(422)
  expect((await decide(aside, 0)).body).toMatchObject({ setAside: '拿错了文件', version: 1, canUndo: true })

  const adoption = { withOpen: true, adoptedOn: '2023-07-01', paperNumber: '' }
  const adopt = (version: number) =>
    clerk.ask<{ code: string }>({ method: 'POST', path: `/api/sources/${id}/adopt`, body: adoption, version })
  expect((await decide({ do: 'confirm', keys: [items[0]?.key] }, 1)).body.code).toBe('review.set_aside')
  expect((await decide(aside, 1)).body.code).toBe('review.set_aside')
  expect((await adopt(1)).body.code).toBe('review.set_aside')
  const { sources } = await clerk.get<{ sources: SourceRow[] }>('/api/sources')
  expect(sources.map(({ setAside, adoptedAs }) => ({ setAside, adoptedAs }))).toEqual([
    { setAside: true, adoptedAs: null },
  ])

  expect((await decide({ do: 'undo' }, 1)).body).toMatchObject({ setAside: null, canUndo: false })
  expect((await adopt(2)).status).toBe(200)
})

test('误读的一项不作为任务要写原因；材料列表上的任务数跟着变，没有的一项说明没有', async () => {
  const { id, tasks } = await office.bringIn({ text: smallReport })
  const clerk = await office.as('督查专员')
  const decide = (body: unknown, version: number) =>
    clerk.ask<Review & { code: string }>({ method: 'POST', path: `/api/sources/${id}/decisions`, body, version })
  const [first] = tasks
  expect((await decide({ do: 'dropTask', task: first?.key, because: '' }, 0)).status).toBe(422)
  expect((await decide({ do: 'dropTask', task: 'k9', because: '不是任务' }, 0)).body.code).toBe('review.task_unknown')
  const dropped = await decide({ do: 'dropTask', task: first?.key, because: '不是任务' }, 0)
  expect(dropped.body.tasks.map((task) => task.dropped)).toEqual(['不是任务', ...tasks.slice(1).map(() => null)])
  const countOf = async () => (await clerk.get<{ sources: SourceRow[] }>('/api/sources')).sources[0]?.tasks
  expect(await countOf()).toBe(tasks.length - 1)
  expect((await decide({ do: 'keepTask', task: first?.key }, 1)).body.tasks.map((task) => task.dropped)).toEqual(
    tasks.map(() => null),
  )
  expect(await countOf()).toBe(tasks.length)
})

test('同一个文件再导入一次，审图时看得出以前导入过哪一份；内容不同的不算', async () => {
  const first = await office.bringIn({ text: smallReport, name: '报告.txt' })
  office.clock.goTo('2023-07-02')
  const other = await office.bringIn({ text: `${smallReport}\n补一行。`, name: '报告.txt' })
  const again = await office.bringIn({ text: smallReport, name: '改了名字.txt' })
  expect([first, other].map(({ sameFiles }) => sameFiles)).toEqual([[], []])
  expect(again.sameFiles.map(({ id, title }) => ({ id, title }))).toEqual([{ id: first.id, title: '报告.txt' }])
})

test('文件日期晚于今天的不收，今天的收', async () => {
  const clerk = await office.as('督查专员')
  const bring = (datedOn: string) =>
    clerk.ask<{ code?: string }>({
      method: 'POST',
      path: '/api/sources',
      form: formOf({ text: smallReport }, datedOn),
    })
  expect((await bring('2023-07-02')).body.code).toBe('plan.dated_in_future')
  expect((await clerk.get<{ sources: SourceRow[] }>('/api/sources')).sources).toEqual([])
  expect((await bring('2023-07-01')).status).toBe(201)
})
