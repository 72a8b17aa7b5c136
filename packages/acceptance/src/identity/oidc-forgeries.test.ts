import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { answers, tokens, ways, withToken } from './oidc-forgeries.ts'
import { comeBack, type EarnestOffice, leave, openEarnestOffice } from './oidc-office.ts'
import { openUnitLogin, sink, type UnitLogin } from './oidc-provider.ts'

// Everything here is the good way in, with one thing wrong. The control is the same way with nothing wrong.
const subject = 'wang.fang'
const discovery = '/.well-known/openid-configuration'

let login: UnitLogin
let office: EarnestOffice
let elsewhere: Awaited<ReturnType<typeof sink>>
beforeAll(async () => {
  ;[login, office, elsewhere] = await Promise.all([openUnitLogin(), openEarnestOffice(), sink()])
  await office.use(login)
  await office.link(subject, await office.somebody('handler'))
})
afterAll(() => Promise.all([login.close(), office.close(), elsewhere.close()]))
afterEach(() => {
  login.lies.clear()
  office.setAhead(0)
})

const goThere = async () => {
  const { location, cookie } = await leave(office)
  return { cookie, location, answer: await login.visit(location, subject) }
}

/** Comes back and gives what was said, with the sessions that were opened by it. */
async function tried(cookie: string | null, answer: string) {
  const before = await office.sessions()
  const { status, body, cookies } = await comeBack(office, cookie, answer)
  const sessions = (await office.sessions()) - before
  return { status, code: body.code, sessions, cookies: cookies.filter((one) => one.includes('session')).length }
}

async function expectRefused(cookie: string | null, answer: string) {
  const { status, code, ...opened } = await tried(cookie, answer)
  expect(opened).toEqual({ sessions: 0, cookies: 0 })
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(504)
  expect(code).toMatch(/^oidc\./)
  expect(elsewhere.asked).toEqual([])
}

const expectIn = async (cookie: string, answer: string) =>
  expect(await tried(cookie, answer)).toEqual({ status: 200, code: undefined, sessions: 1, cookies: 1 })

test('对照：什么都不改，就进得去', async () => {
  const { cookie, answer } = await goThere()
  await expectIn(cookie, answer)
})

test('对照：用同样的办法重新签一张一样的令牌，也进得去', async () => {
  const { cookie, answer } = await goThere()
  const same = withToken(login, elsewhere.url, async ({ jwt }) => jwt)
  login.lies.set('/token', same)
  await expectIn(cookie, answer)
})

test.each(Object.entries(tokens))('令牌：%s', async (_name, make) => {
  const { cookie, answer } = await goThere()
  login.lies.set('/token', withToken(login, elsewhere.url, make))
  await expectRefused(cookie, answer)
})

test.each(Object.entries(answers))(
  '%s',
  async (_name, [path, lie]) => {
    const { cookie, answer } = await goThere()
    login.lies.set(path, lie(elsewhere.url))
    await expectRefused(cookie, answer)
  },
  20_000,
)

test.each(Object.entries(ways))('回来时：%s', async (_name, bring) => {
  const { location, cookie } = await leave(office)
  const good = () => login.visit(location, subject)
  const [brought, answer] = await bring({ office, login, cookie, location, subject, good })
  await expectRefused(brought, answer)
})

test('对照：一路试下来，好的答复仍然进得去', async () => {
  const { cookie, answer } = await goThere()
  await expectIn(cookie, answer)
})

test('说明里的地址在别的主机，根本不会让浏览器去', async () => {
  const there = `${elsewhere.url}/auth`
  login.lies.set(discovery, (reply) => ({
    ...reply,
    body: JSON.stringify({ ...JSON.parse(reply.body), authorization_endpoint: there }),
  }))
  await expect(leave(office)).rejects.toThrow('oidc.unreachable')
})

test('试了多少种', () => {
  const count = Object.keys({ ...tokens, ...answers, ...ways }).length
  console.info(`统一身份认证：${count} 种伪造或出错的答复`)
  expect(count).toBeGreaterThanOrEqual(40)
})
