import { afterEach, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'

const text = `青禾街道2023年工作报告
2023年重点工作任务
一、建设宜居城区
1.新建口袋公园。年内新建口袋公园12个。
2.持续提升城市精细化管理水平。
3.推进柳湾公园及周边设施提升项目。
`

const noEnd = { zh: '只说了要做的事，没有完成的数或节点' }
const noPromise = { zh: '没有可核对的数或节点' }

let office: Awaited<ReturnType<typeof openOffice>>
afterEach(() => office.close())

test('不可核的缘由，在审图、计划、墙上的算法里是同一个', async () => {
  office = await openOffice({ today: '2023-01-10' })
  const read = await office.bringIn({ text })
  expect(read.tasks.map((task) => task.uncheckable)).toMatchObject([null, noPromise, noEnd])

  const { tasks } = await office.adopt({ text })
  expect(tasks.map(({ uncheckable, light }) => ({ uncheckable, light }))).toMatchObject([
    { uncheckable: null, light: 'noData' },
    { uncheckable: noPromise, light: 'uncheckable' },
    { uncheckable: noEnd, light: 'uncheckable' },
  ])
  expect(tasks[2]?.targets[0]?.working).toMatchObject({ light: 'uncheckable', says: noEnd })
  expect((await office.wall()).counts).toEqual({ noData: 1, uncheckable: 2 })
})

test('审图时补上一个节点，提示就没有了；搁置了唯一的目标，提示就来了', async () => {
  office = await openOffice({ today: '2023-01-10' })
  const clerk = await office.as('督查专员')
  const read = await office.bringIn({ text })
  const at = read.tasks[2]?.at
  const milestone = { at, subject: '柳湾公园', event: 'complete', due: '2023-11' }
  const path = `/api/sources/${read.id}/decisions`
  const added = await clerk.post<typeof read>(
    path,
    { do: 'addMilestone', task: '3', milestone },
    { version: read.version },
  )
  expect(added.tasks[2]?.uncheckable).toBeNull()
  expect(added.remarks.map(({ task }) => task)).toEqual(['2'])

  const keys = read.items.filter(({ task }) => task === '1').map(({ key }) => key)
  const rejected = await clerk.post<typeof read>(
    path,
    { do: 'reject', keys, because: '基数' },
    { version: added.version },
  )
  expect(rejected.tasks[0]?.uncheckable).toMatchObject(noPromise)
})
