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
  await office.report('T1.1', '2023-06-20 6')
}, 180_000)
afterAll(() => story.close())

const picture = Buffer.from('\x89PNG\r\n\x1a\n一张现场照片', 'latin1')

test('打开一行的凭证：一次选几个，粘贴一张，坏的说明原因，附上以后下载得到', async () => {
  const page = await story.sitDown(office, '经办人', '/ledger?register=progress')
  const menu = async () => {
    await page.getByRole('button', { name: '更多' }).first().click()
    await page.getByRole('menuitem', { name: '凭证' }).click()
  }
  await menu()
  await page.getByText('这一行还没有凭证').waitFor()
  await page.getByLabel('选凭证文件').setInputFiles([
    { name: '现场.png', mimeType: 'image/png', buffer: picture },
    { name: '程序.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\0\0') },
  ])
  await page.getByText('「程序.pdf」不是可以作凭证的文件。').waitFor()
  await page.getByRole('link', { name: '现场.png' }).waitFor()
  await page.getByLabel('选凭证文件').evaluate(
    (input, bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], '截图.png', { type: 'image/png' }))
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    },
    [...picture],
  )
  await page.getByRole('link', { name: '截图.png' }).waitFor()
  await page.getByRole('button', { name: '附上 2 个' }).click()
  await menu()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '截图.png' }).click()
  expect((await download).suggestedFilename()).toBe('试用·截图.png')
  expect(story.complaints).toEqual([])
}, 120_000)
