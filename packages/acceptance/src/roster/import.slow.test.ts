import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { rosterBook, rowsOfRoster, savedRoster } from '../support/rosters.ts'

let story: BrowserStory
let office: StoryOffice
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guatu-roster-'))
  story = await openBrowserStory('2023-07-01')
  office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
}, 180_000)
afterAll(async () => {
  await story.close()
  rmSync(folder, { recursive: true })
})

test('从人员与岗位进来，选文件、看预览、只看有问题的、用键盘导入；再交一次说什么都不用改', async () => {
  const file = join(folder, '花名册.xlsx')
  const rows = {
    单位: ['环卫所 | 其他'],
    岗位: ['环卫所 | 所长 | 科室负责人'],
    人员: ['王芳 | wangfang | 环卫所 | 所长', '李强 | 13800138000 | 环卫所 | 所长'],
  }
  writeFileSync(file, await savedRoster(rosterBook(rows)))
  const page = await story.sitDown(office, '督查专员', '/people')
  await page.getByRole('link', { name: '人员导入…' }).click()
  await page.getByLabel('选花名册').setInputFiles(file)
  await page.getByText('新增 3，改动 0，结束 0，不变 0，不收 1').waitFor()
  await page.getByText('导入以后立即生效。').waitFor()
  const table = page.getByRole('region', { name: '花名册的每一行' })
  expect(await table.getByRole('row').count()).toBe(5)
  await page.getByRole('checkbox', { name: '只看有问题的' }).click()
  await table.getByText('像是身份证号或手机号').waitFor()
  expect(await table.getByRole('row').count()).toBe(2)
  expect(await page.content()).not.toContain('13800138000')
  await page.getByRole('button', { name: '导入', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '已导入' }).waitFor()
  await page.getByLabel('换一个花名册').setInputFiles(file)
  await page.getByText('和现在一样，什么都不用改。').waitFor()
  expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载现有花名册' }).click()
  const saved = join(folder, '现有.xlsx')
  await (await download).saveAs(saved)
  expect((await rowsOfRoster(readFileSync(saved))).人员).toContain('王芳|wangfang|环卫所|所长|本人|2023-07-01|')
  await page.goto(new URL('/people', page.url()).href)
  await page.getByText('王芳').first().waitFor()
  expect(story.complaints).toEqual([])
}, 120_000)

test('预览以后别人改了单位：文件还在，两份结果对照着看，可以按现在的再导入', async () => {
  const file = join(folder, '花名册二.xlsx')
  const rows = {
    单位: ['绿化队 | 其他'],
    岗位: ['绿化队 | 队长 | 科室负责人'],
    人员: ['周平 | zhouping | 绿化队 | 队长'],
  }
  writeFileSync(file, await savedRoster(rosterBook(rows)))
  const page = await story.sitDown(office, '督查专员', '/people/import')
  await page.getByLabel('选花名册').setInputFiles(file)
  await page.getByText('新增 3，改动 0，结束 0，不变 0，不收 0').waitFor()
  const other = await office.as('督查专员')
  await other.post('/api/units', { name: '绿化队', kind: 'centre' })
  await page.getByRole('button', { name: '导入', exact: true }).click()
  const panel = page.getByRole('region', { name: '别人先改了' })
  await panel.getByText('新增科室社区').waitFor()
  const compared = panel.getByRole('row', { name: /^单位 第2行 绿化队/ }).getByRole('cell')
  expect((await compared.allTextContents()).map((words) => words.split('　')[0])).toEqual([
    '新增',
    '不变',
    '不同：别人改的',
  ])
  await page.getByText('已选「花名册二.xlsx」').waitFor()
  await page.getByText('新增 2，改动 0，结束 0，不变 1，不收 0').waitFor()
  await page.getByRole('button', { name: '按我的重新提交' }).click()
  await page.getByRole('heading', { name: '已导入' }).waitFor()
  expect(story.complaints).toEqual([expect.stringContaining('409')])
}, 120_000)
