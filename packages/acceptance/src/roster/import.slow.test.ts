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
