import { afterAll, beforeAll, expect, test } from 'vitest'
import { unsafeRows } from '../authorisation/matrix.ts'
import { digestOf } from './digest.ts'
import { type Forged, forge, type WrittenOffice, writtenOffice } from './written-office.ts'

let office: WrittenOffice
beforeAll(async () => {
  office = await writtenOffice()
})
afterAll(() => office.close())

const form = '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\n新科\r\n--x--\r\n'
const fromForm = { payload: form, type: 'multipart/form-data; boundary=x' }

// What a page of another site can make a browser send, with the person's cookie on it. A sister system under the same
// city's name is the same site: the cookie goes along, and only the origin tells it apart.
const pages: readonly (readonly [string, Forged])[] = [
  ['表单，纯文本', { type: 'text/plain' }],
  ['表单，网址编码', { type: 'application/x-www-form-urlencoded', payload: 'name=%E6%96%B0%E7%A7%91' }],
  ['没有内容类型', { type: null }],
  ['同一站点的另一个来源', { headers: { origin: 'http://sister.city.test' } }],
  ['同一主机的另一个端口', { headers: { host: 'localhost:8080', origin: 'http://localhost:9090' } }],
  ['来源不明', { headers: { origin: 'null' } }],
  ['浏览器说是同一站点', { headers: { 'sec-fetch-site': 'same-site' } }],
  ['浏览器说是别的站点', { headers: { 'sec-fetch-site': 'cross-site' } }],
  ['指到本机的别的名字', { headers: { host: 'guatu.attacker.test' } }],
  ['带文件的表单，来自别的来源', { ...fromForm, headers: { origin: 'http://sister.city.test' } }],
  ['带文件的表单，浏览器说是同一站点', { ...fromForm, headers: { 'sec-fetch-site': 'same-site' } }],
]

test.each(pages)('%s：哪条路由都不受理，数据一处不变', async (_name, forged) => {
  const before = await digestOf(office.database.root)
  const taken: string[] = []
  const [cookie = ''] = office.cookies
  for (const row of unsafeRows) {
    // Whether this person may use the route is asked later: any other answer shows that the guard let it through.
    const { status, code } = await forge(office, cookie, row, forged)
    if (!['request.foreign_origin', 'request.type_unknown'].includes(code))
      taken.push(`${row.route}: ${status} ${code}`)
  }
  expect(unsafeRows.length).toBeGreaterThan(50)
  expect(taken).toEqual([])
  expect(await digestOf(office.database.root)).toEqual(before)
})

test('同样的请求从自己的页面来就受理：上面的拒绝不是因为别的', async () => {
  const units = unsafeRows.filter((row) => row.route === 'POST /api/units')
  const before = await digestOf(office.database.root)
  const own = { headers: { host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' } }
  for (const row of units) for (const cookie of office.cookies) await forge(office, cookie, row, own)
  expect(await digestOf(office.database.root)).not.toEqual(before)
})
