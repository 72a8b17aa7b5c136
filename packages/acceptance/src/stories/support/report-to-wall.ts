import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { BrowserStory } from '../../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../../support/office.ts'
import type { Handed } from '../../support/reports.ts'

/** What a clerk sees of a report, and does with it. */
export interface Told {
  readonly report: Handed
  readonly slips: number
  readonly missing: number
  /** The figure to correct as it is printed, and what it should be. */
  readonly correct: { readonly from: string; readonly to: string }
  /** The figure that seven rows of this much each are entered for, and how its slip then stands in October. */
  readonly feed: { readonly printed: string; readonly each: string; readonly light: string; readonly attained: string }
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const slipsOf = (page: Page) => page.getByRole('link', { name: /^第\S+项 / })
const patient = { timeout: 15_000 }
const said = (page: Page, words: string) => page.getByText(words).first().waitFor()

async function handIn(page: Page, { report }: Told): Promise<void> {
  await page.getByLabel('选择文件').setInputFiles(report)
  const datedOn = page.getByRole('textbox', { name: '文件日期' })
  await datedOn.fill('2023-01-09')
  await datedOn.blur()
  // The name of a file may not say its year; then nothing is taken for it.
  await page.getByRole('textbox', { name: '年度' }).fill('2023')
  await button(page, '导入并审图').click()
  await button(page, '确认全部无疑的').waitFor()
}

/** Goes down the list by key to the figure, opens it by key and types another. */
async function correctByKey(page: Page, { correct }: Told): Promise<void> {
  const chosen = page.getByRole('region', { name: '读出的目标和节点' }).locator('[aria-current]')
  const figure = chosen.getByText(correct.from, { exact: true })
  for (let i = 0; (await figure.count()) === 0; i++) {
    if (i > 200) throw new Error(`no figure ${correct.from} in the list`)
    const before = await chosen.textContent()
    await page.keyboard.press('j')
    await expect.poll(() => chosen.textContent(), patient).not.toBe(before)
  }
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: '数值' }).fill(correct.to)
  await page.keyboard.press('Enter')
  await chosen.getByText(correct.to, { exact: true }).waitFor()
}

/** Confirms what is sure; what stays open is said, and has to be accepted before the plan is adopted. */
async function adopt(page: Page): Promise<void> {
  await page.keyboard.press('Shift+A')
  await said(page, '存疑 1　待核 1')
  await button(page, '采用为第1版').click()
  await said(page, '还有 1 处待核，其中存疑 1 处。')
  const accept = button(page, /^采用$/)
  expect(await accept.isDisabled()).toBe(true)
  await page.getByRole('checkbox', { name: '知道还有未核的，仍然采用' }).check()
  await accept.click()
  // What is said of it goes away by itself; the wall stays.
  await page.waitForURL((url) => url.pathname === '/', patient)
}

async function expectWall(page: Page, { slips, missing }: Told): Promise<void> {
  await expect.poll(() => slipsOf(page).count(), patient).toBe(slips)
  const slots = page.getByRole('listitem').filter({ hasText: '原文缺页' })
  expect(await slots.allInnerTexts()).toEqual(missing === 0 ? [] : [expect.stringMatching(`^${missing}\\s`)])
}

/** Pastes seven rows out of a spreadsheet, looks at them first and enters them. */
async function pasteRows(page: Page, code: string, { feed }: Told): Promise<void> {
  const rows = [1, 2, 3, 4, 5, 6, 7].map(
    (month) => `2023-0${month}-20\t${code}\t公共事务中心\t${feed.each}\t${month}月`,
  )
  await button(page, '从表格粘贴').click()
  await page.getByRole('textbox', { name: '把表格里的行粘贴到这里' }).focus()
  await page.keyboard.insertText(['日期\t目标\t填报单位\t完成数\t说明', ...rows].join('\n'))
  await button(page, '先看一遍（7 行）').click()
  await said(page, '可录入 7 行，不能录入 0 行')
  await button(page, '录入 7 行').click()
  await said(page, '已录入 7 行，待核实')
}

/** Sits down as somebody else of the office, by the menu at the top. */
async function changeSeat(page: Page, from: string, to: string): Promise<void> {
  const seat = (who: string) => page.getByRole('banner').getByRole('button', { name: `试用·${who}` })
  await seat(from).click()
  await page.getByRole('menuitemradio', { name: `试用·${to}` }).click()
  await seat(to).waitFor()
}

async function verifyRows(page: Page): Promise<void> {
  await button(page, '选中可核实的 7 行').click()
  await button(page, '核实所选 7 行').waitFor()
  await changeSeat(page, '科室负责人', '督查专员')
  await changeSeat(page, '督查专员', '科室负责人')
  await button(page, '核实所选 0 行').waitFor()
  await button(page, '选中可核实的 7 行').click()
  await button(page, '核实所选 7 行').click()
  await said(page, '已核实 7 行')
}

/** Lowers a target on its task's page: a reason is asked for first, then it is the next version. */
async function settle(page: Page, code: string, to: string): Promise<void> {
  const part = page.getByRole('region', { name: new RegExp(`^${code} `) })
  await part.getByRole('button', { name: '调整目标' }).click()
  await page.getByRole('textbox', { name: '数值' }).fill(to)
  await button(page, '记为新一版').click()
  await said(page, '请写明理由，至少两个字')
  await page.getByRole('textbox', { name: '调整理由' }).fill('党政联席会议议定调减')
  await button(page, '记为新一版').click()
  await said(page, '已记为第2版')
  await part.getByText(to, { exact: false }).first().waitFor()
  await said(page, '党政联席会议议定调减　原文不变')
}

/** The one target of the adopted plan with this value, as the plan numbers it. */
async function targetOf(office: StoryOffice, value: string): Promise<{ id: string; number: string; code: string }> {
  for (const { id, number, targets } of (await office.plan()).tasks)
    for (const target of targets) if (target.value === value) return { id, number: number ?? '', code: target.code }
  throw new Error(`no target of ${value}`)
}

/**
 * The main job as people do it, each at a computer of their own: import, correct one target by keyboard, adopt, enter seven
 * rows and verify them. The wall that is open changes by itself, yesterday's does not.
 */
export async function tellReportToWall(story: BrowserStory, name: string, told: Told): Promise<void> {
  story.clock.goTo('2023-01-10')
  const office = await openOfficeIn(story.app, name, ['城管办'])
  const clerk = await story.sitDown(office, '督查专员', '/sources')
  await handIn(clerk, told)
  await correctByKey(clerk, told)
  await adopt(clerk)
  await expectWall(clerk, told)

  story.clock.goTo('2023-10-11')
  await targetOf(office, told.correct.to)
  const { id, number, code } = await targetOf(office, told.feed.printed)
  const leader = await story.sitDown(office, '分管领导', '/wall')
  let loads = 0
  leader.on('load', () => loads++)
  const slip = (words: string) => leader.getByRole('link', { name: new RegExp(`^第${number}项 .*${words}`) })
  const before = await slip('无数据').getAttribute('aria-label')

  await pasteRows(await story.sitDown(office, '经办人', '/ledger?register=progress'), code, told)
  await slip('无数据.*待核7').waitFor()
  await verifyRows(await story.sitDown(office, '科室负责人', '/ledger?register=progress'))
  await slip(`${told.feed.light}.*${told.feed.attained}`).waitFor()
  expect(loads).toBe(0)

  await leader.goto(leader.url().replace('/wall', '/wall?on=2023-10-10'))
  await said(leader, '按当日所知')
  expect(await slip('').getAttribute('aria-label')).toBe(before)

  const desk = await story.sitDown(office, '督查专员', `/tasks/${id}`)
  await settle(desk, code, '190')
  await desk.goto(`${desk.url().split('#')[0]?.split('?')[0]}?on=2023-10-10`)
  await said(desk, '按当日所知')
  const then = desk.getByRole('region', { name: new RegExp(`^${code} `) })
  await then.getByText(told.feed.printed).first().waitFor()
  expect(await then.getByText('190').count()).toBe(0)
  expect(await button(desk, '调整目标').count()).toBe(0)
  expect(story.complaints).toEqual([])
}
