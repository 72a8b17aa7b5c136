import type { Bindings, ReadingsAnswer } from '@guatu/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Duty } from '../authorisation/matrix.ts'
import { personIn } from '../authorisation/single-duties.ts'
import { type BrowserStory, openBrowserStory } from '../support/browser-office.ts'
import { openOfficeIn, type StoryOffice } from '../support/office.ts'

let story: BrowserStory
let office: StoryOffice
beforeAll(async () => {
  story = await openBrowserStory('2023-06-30')
  office = await openOfficeIn(story.app, '青禾街道', ['城管办', '东岸社区'])
  await office.adopt({
    text: `青禾街道2023年工作报告
2023年重点工作任务
1.强化大气污染防治。PM2.5平均浓度控制在20.0μg/m3以下。`,
  })
}, 240_000)
afterAll(() => story?.close())

/** Another person sits down at the same computer. */
async function as(page: Page, duty: Duty, position: number, path: string): Promise<void> {
  const id = await personIn({ id: office.id, database: story.database }, duty, position)
  const [name = '', value = ''] = (await office.sessionOf(id)).split('=')
  const { origin } = new URL(page.url())
  await page.context().addCookies([{ name, value, url: origin }])
  await page.goto(origin + path)
}

const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('登记来源系统、发密钥、报数、核实；断了以后，数据来源、任务、挂图上都写着未更新', async () => {
  const page = await story.sitDown(office, '督查专员', '/source-systems')
  await page.getByText('还没有登记来源系统').waitFor()
  const supervisor = await office.as('督查专员')
  const { version, targets } = await supervisor.get<Bindings>('/api/plans/2023/bindings')
  const bindings = targets.map(({ id, proposal }) => ({ target: id, indicator: proposal?.indicator ?? '' }))
  await supervisor.post('/api/plans/2023/bindings', { bindings, because: '' }, { version })

  await as(page, 'systemAdmin', 70, '/source-systems')
  await page.getByRole('button', { name: '登记来源系统' }).click()
  await page.getByLabel('系统名称').fill('街道空气站')
  await choose(page, '负责科室', '城管办')
  await page.getByLabel('对接依据').fill('区生态环境局〔2023〕5号')
  await choose(page, '计量项', 'PM2.5 日均值')
  await page.getByLabel('系列代号').fill('pm25')
  await choose(page, '报送周期', '每日')
  await page.getByLabel('节奏依据').fill('区生态环境局数据共享通知')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('还没有密钥，现在报不了数').waitFor()

  await as(page, 'securityAdmin', 71, '/source-systems')
  await page.getByRole('button', { name: '给街道空气站发密钥' }).click()
  const slip = page.getByRole('region', { name: '街道空气站的密钥' })
  const header = (await slip.locator('code').textContent()) ?? ''
  const { origin } = new URL(page.url())
  const reply = await fetch(`${origin}/api/readings`, {
    method: 'POST',
    headers: {
      authorization: header.replace('Authorization: ', ''),
      'content-type': 'application/json',
      'idempotency-key': 'pm25-2023-06-30',
    },
    body: JSON.stringify({ readings: [{ series: 'pm25', period: '2023-06-30', value: '17.2' }] }),
  })
  const answer = (await reply.json()) as ReadingsAnswer
  expect([reply.status, answer.taken]).toEqual([200, 1])
  const ids = answer.readings.flatMap(({ entryId }) => entryId ?? [])
  await (await office.as('科室负责人')).post('/api/registers/reading/verify', { ids })

  await page.getByRole('button', { name: '已经记下' }).click()
  await page.getByRole('cell', { name: '按时' }).waitFor()
  expect(await page.getByText(header).count()).toBe(0)

  story.clock.goTo('2023-07-20')
  const looking = await story.sitDown(office, '分管领导', '/source-systems')
  await looking.getByText('1个系列未更新').waitFor()
  await looking.getByRole('cell', { name: '2023年6月30日' }).waitFor()
  await looking.goto(`${origin}/`)
  await looking
    .getByRole('link', { name: /未更新（至2023年6月30日）/ })
    .first()
    .waitFor()
  await looking.goto(`${origin}/indicators`)
  await looking.getByText('未更新（至2023年6月30日）').waitFor()
  await looking.goto(`${origin}/tasks`)
  await looking
    .getByRole('link', { name: /强化大气污染防治/ })
    .first()
    .click()
  await looking.getByText('未更新（至2023年6月30日）').first().waitFor()
  expect(story.complaints).toEqual([])
}, 180_000)
