import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recountAll } from '@guatu/server/fact/recount'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-recount-'))
let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice({ today: '2023-06-30' })
})
afterAll(async () => {
  await office.close()
  rmSync(dataFolder, { recursive: true })
})

const urlOf = ({ user, password, database, host }: pg.PoolConfig): string =>
  `postgresql://${user}:${String(password)}@/${database}?host=${encodeURIComponent(String(host))}`
const recounted = () => recountAll({ dataFolder, url: urlOf(office.database.root) })

async function lost(statement: string): Promise<void> {
  const client = new pg.Client(office.database.root)
  await client.connect()
  await client.query(statement)
  await client.end()
}

test('夜里重算：与事实一致就不动；留存的和少了，补回来，墙上的数回到原样', async () => {
  await office.adopt({ text: '2023年工作报告\n2023年重点工作任务\n1.建设公园。新建口袋公园不少于12个。' })
  const entered = [await office.report('T1.1', '2023-03-20 4'), await office.report('T1.1', '2023-05-20 3')]
  await office.verify(...entered)
  expect((await office.working('T1.1')).working.actual).toBe('7')
  expect(await recounted()).toEqual([{ name: '青禾街道', mended: 0 }])

  await lost("delete from fact_delta where true_on = '2023-03-20'")
  await lost("delete from fact_sum where month = '2023-03-01'")
  const plan = async () => (await office.plan()).tasks[0]?.targets[0]?.working.actual
  expect(await plan()).toBe('3')
  expect(await recounted()).toEqual([{ name: '青禾街道', mended: 2 }])
  expect(await plan()).toBe('7')

  await lost("delete from fact_sum where month = '2023-05-01'")
  expect(await plan()).toBe('4')
  expect(await recounted()).toEqual([{ name: '青禾街道', mended: 1 }])
  expect(await plan()).toBe('7')
})
