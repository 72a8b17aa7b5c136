import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'
import { smallReport } from '../support/papers.ts'

let story: BrowserStory
let office: StoryOffice
beforeAll(async () => {
  story = await openBrowserStory('2023-07-01')
  office = await openOfficeIn(story.app, '青禾街道', ['城管办'])
  await office.adopt({ text: smallReport })
  await office.report('T1.1', '2023-06-20 3')
}, 180_000)
afterAll(() => story.close())

test('设岗位、任命新来的同志、确认；结束任职时列出没办完的事；有人在岗不能撤销', async () => {
  const page = await story.sitDown(office, '督查专员', '/people')
  const drawer = page.getByRole('dialog')
  await page.getByRole('button', { name: '在城管办设岗位' }).click()
  await drawer.getByLabel('岗位名称').fill('巡查员')
  await drawer.getByText('经办人', { exact: true }).click()
  await drawer.getByRole('button', { name: '设岗位' }).click()
  await page.getByRole('button', { name: '任命：巡查员' }).click()
  await drawer.getByLabel('姓名').fill('王新')
  await drawer.getByRole('button', { name: '提出任职' }).click()
  await page.getByText('待确认').waitFor()
  await page.getByRole('button', { name: '确认任职：王新，巡查员' }).click()
  await page.getByText('待确认').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '撤销「巡查员」' }).click()
  await drawer.getByRole('button', { name: '撤销' }).click()
  await drawer.getByText('「巡查员」还不能撤销：王新任巡查员。').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '结束任职：试用·经办人，经办人' }).click()
  await drawer.getByRole('combobox').click()
  await page.getByRole('option', { name: '王新' }).click()
  await drawer.getByRole('button', { name: '结束并交接' }).click()
  await drawer.getByText('2023-06-20 台账一行，待核实').waitFor()
  await drawer.getByText('还有1件没有办完').waitFor()
  expect(story.complaints.filter((line) => !line.includes('409'))).toEqual([])
}, 180_000)
