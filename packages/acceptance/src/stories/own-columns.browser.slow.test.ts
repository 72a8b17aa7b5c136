import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '../support/axe.ts'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'

let story: BrowserStory
let office: StoryOffice
beforeAll(async () => {
  story = await openBrowserStory('2023-07-01')
  office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
}, 180_000)
afterAll(() => story.close())

const choose = async (page: Page, field: string, option: string) => {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('自设列：经办人加一列，表单里马上有；必填的由科室负责人确认；停用以后表单里没有了', async () => {
  const page = await story.sitDown(office, '经办人', '/ledger?register=event')
  await page.getByRole('link', { name: '自设列' }).click()
  await page.getByRole('heading', { name: '活动台账的自设列' }).waitFor()
  await page.getByLabel('列名').fill('家庭住址')
  await page.getByLabel('为什么要这样').fill('台账一直这样记')
  await page.getByRole('button', { name: '加一列' }).click()
  await page.getByText('这是个人的信息').waitFor()
  await page.getByLabel('列名').fill('宣传折页')
  await choose(page, '种类', '数量')
  await page.getByLabel('单位', { exact: true }).fill('份')
  await page.getByRole('button', { name: '加一列' }).click()
  await page.getByRole('button', { name: '停用：宣传折页' }).waitFor()
  await page.getByLabel('列名').fill('举办方式')
  await choose(page, '种类', '选一个')
  await page.getByRole('textbox', { name: '选项' }).fill('线上\n线下')
  await choose(page, '要不要必填', '一律必填')
  await page.getByLabel('为什么要这样').fill('上级要分开报')
  await page.getByRole('button', { name: '加一列' }).click()
  await page.getByText('待确认').waitFor()
  expect(await axe(page)).toEqual([])

  const head = await story.sitDown(office, '科室负责人', '/own-columns?register=event')
  await head.getByRole('button', { name: '确认启用：举办方式' }).click()
  await head.getByText('待确认').waitFor({ state: 'detached' })
  await head.close()

  await page.getByRole('link', { name: '回到台账' }).click()
  await page.getByRole('button', { name: '填报一条' }).click()
  await page.getByRole('combobox', { name: '举办方式' }).waitFor()
  await page.getByRole('dialog').getByLabel('宣传折页').waitFor()
  await page.keyboard.press('Escape')

  await page.goto(`${new URL(page.url()).origin}/own-columns?register=event`)
  await page.getByRole('button', { name: '停用：宣传折页' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('不再发了')
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
  await page.getByText('已停用').first().waitFor()
  await page.getByRole('link', { name: '回到台账' }).click()
  await page.getByRole('button', { name: '填报一条' }).click()
  await page.getByRole('combobox', { name: '举办方式' }).waitFor()
  expect(await page.getByRole('dialog').getByLabel('宣传折页').count()).toBe(0)
  await page.close()
}, 180_000)

test('辖区范围：督查专员画定；表单里填了手机地图的坐标，换算好的摆在下面，点了才改', async () => {
  const clerk = await story.sitDown(office, '督查专员', '/area')
  await clerk.getByText('还没有范围').waitFor()
  await clerk.getByRole('textbox', { name: '范围' }).fill('113.74,22.68,113.80,22.74')
  await clerk.getByLabel('依据').fill('民政局2021年勘界')
  await clerk.getByRole('button', { name: '画定', exact: true }).click()
  await clerk.getByText('4 个角，界外 500 米以内也算').waitFor()
  expect(await axe(clerk)).toEqual([])
  await clerk.close()

  const page = await story.sitDown(office, '经办人', '/ledger?register=facility')
  await page.getByRole('button', { name: '填报一条' }).click()
  const place = page.getByRole('dialog').getByRole('textbox', { name: /^坐标/ })
  await place.fill('113.8080891,22.7071114')
  await page.getByRole('button', { name: /^改用 113\.803/ }).click()
  expect(await place.inputValue()).toMatch(/^113\.80[23]\d*,22\.7[01]\d*$/)
  await page.getByRole('button', { name: /^改用/ }).waitFor({ state: 'detached' })
  await page.close()
}, 120_000)
