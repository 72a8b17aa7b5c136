import { afterEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'
import { smallReport } from '../support/papers.ts'

let office: Awaited<ReturnType<typeof openOffice>>
afterEach(() => office.close())

test('从报告到墙：审图、改正一个目标、采用，填报并核实七行，签变了，昨天的墙没有变', async () => {
  office = await openOffice({ today: '2023-01-10' })
  const clerk = await office.as('督查专员')

  const read = await office.bringIn({ text: smallReport })
  const practice = read.items.find((item) => item.task === '2' && item.kind === 'target')
  expect(practice).toMatchObject({ comparator: '>=', value: '700' })
  const corrected = await clerk.post<typeof read>(
    `/api/sources/${read.id}/decisions`,
    { do: 'correctTarget', key: practice?.key, to: { value: '70' } },
    { version: read.version },
  )
  expect(corrected.text).toBe(read.text)
  await clerk.post(
    `/api/sources/${read.id}/adopt`,
    { withOpen: true, adoptedOn: '2023-01-10', paperNumber: '' },
    { version: corrected.version },
  )
  const adopted = await office.plan()
  expect(adopted).toMatchObject({ version: 1, missing: ['5', '6'] })
  expect(adopted.tasks.map((task) => task.number)).toEqual(['1', '2', '3', '4'])

  office.clock.goTo('2023-07-10')
  const rows = [1, 2, 3, 4, 5, 6].map((month) => office.report('T2.1', `2023-0${month}-15 6`, { note: `${month}月` }))
  const entered = [...(await Promise.all(rows)), await office.report('T2.1', '2023-07-05 1')]
  expect(await office.light('2')).toBe('noData')

  office.clock.goTo('2023-07-11')
  expect(await office.verify(...entered)).toEqual({ verified: 7, refused: [] })
  expect(await office.light('2')).toBe('green')
  expect(await office.light('2', '2023-07-10')).toBe('noData')
  expect((await office.working('T2.1')).working).toMatchObject({ actual: '37', reported: '37' })

  const wall = await office.wall()
  const slips = wall.areas.flatMap((area) => area.tasks)
  expect(slips.map(({ number, light }) => [number, light])).toEqual([
    ['1', 'noData'],
    ['2', 'green'],
    ['3', 'uncheckable'],
    ['4', 'noData'],
    ['5', 'missing'],
    ['6', 'missing'],
  ])
})

test('只报了、没核实的，写在旁边，不算数', async () => {
  office = await openOffice({ today: '2023-07-10' })
  await office.adopt({ text: smallReport })
  await office.report('T1.1', '2023-03-20 12')
  expect(await office.light('1')).toBe('noData')
  expect((await office.working('T1.1')).working).toMatchObject({ actual: '0', reported: '12' })
})
