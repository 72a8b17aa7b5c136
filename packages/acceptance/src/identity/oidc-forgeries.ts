import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { CompactEncrypt, SignJWT } from 'jose'
import { comeBack, type EarnestOffice, leave } from './oidc-office.ts'
import { client, type Lie, otherClient, type Reply, type UnitLogin } from './oidc-provider.ts'

type Claims = Record<string, unknown>

/** The token that the provider really made, and the means to make another. */
export interface Genuine {
  readonly header: Record<string, unknown>
  readonly claims: Claims
  readonly jwt: string
  readonly login: UnitLogin
  /** A server of somebody else. */
  readonly elsewhere: string
}

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })

const sign = (claims: Claims, header: Record<string, unknown>, key: KeyObject): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one', ...header }).sign(key)

const text = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url')
const read = (part = ''): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString())

const genuineFrom = (jwt: string, login: UnitLogin, elsewhere: string): Genuine => {
  const [header, claims] = jwt.split('.')
  return { header: read(header), claims: read(claims), jwt, login, elsewhere }
}

type MakeToken = (genuine: Genuine) => string | undefined | Promise<string | undefined>

/** The same token with other claims, under the provider's own signature: only the claim itself is wrong. */
export const saying =
  (change: (claims: Claims) => Claims): MakeToken =>
  ({ claims, login }) =>
    sign(change(claims), {}, login.privateKey)

const without =
  (...names: readonly string[]): MakeToken =>
  (genuine) =>
    saying((claims) => Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name))))(genuine)

/** The right claims, signed by a stranger whose header says where to find the key. */
const byStranger =
  (header: (genuine: Genuine) => Record<string, unknown>): MakeToken =>
  (genuine) =>
    sign(genuine.claims, header(genuine), stranger.privateKey)

const byHmac =
  (key: (login: UnitLogin) => string): MakeToken =>
  ({ claims, login }) => {
    const signed = `${text({ alg: 'HS256', kid: 'one' })}.${text(claims)}`
    return `${signed}.${createHmac('sha256', key(login)).update(signed).digest('base64url')}`
  }

const unsigned =
  (alg: string): MakeToken =>
  ({ claims }) =>
    `${text({ alg })}.${text(claims)}.`

const now = () => Math.floor(Date.now() / 1000)
const pem = ({ publicKey }: UnitLogin) => publicKey.export({ type: 'spki', format: 'pem' }).toString()

/** Tokens that are not the one the provider made for this browser and this system. */
export const tokens: Readonly<Record<string, MakeToken>> = {
  颁发者是别家: saying((claims) => ({ ...claims, iss: 'https://elsewhere.example' })),
  颁发者多一个斜杠: saying((claims) => ({ ...claims, iss: `${String(claims.iss)}/` })),
  没有颁发者: without('iss'),
  发给别的系统: saying((claims) => ({ ...claims, aud: otherClient.id })),
  发给我们也发给别人: saying((claims) => ({ ...claims, aud: [client.id, otherClient.id] })),
  '发给我们也发给别人，azp 写的是我们': saying((claims) => ({
    ...claims,
    aud: [client.id, otherClient.id],
    azp: client.id,
  })),
  没有写发给谁: without('aud'),
  'azp 是别的系统': saying((claims) => ({ ...claims, azp: otherClient.id })),
  '没有 nonce': without('nonce'),
  '别人的 nonce': saying((claims) => ({ ...claims, nonce: 'of somebody else' })),
  刚过期: saying((claims) => ({ ...claims, exp: now() - 31 })),
  过期一天: saying((claims) => ({ ...claims, iat: now() - 90_000, exp: now() - 86_400 })),
  没有到期时间: without('exp'),
  到期时间是文字: saying((claims) => ({ ...claims, exp: '4102444800' })),
  还没生效: saying((claims) => ({ ...claims, nbf: now() + 120 })),
  签发时间在将来: saying((claims) => ({ ...claims, iat: now() + 120 })),
  '很久以前签发、还没到期': saying((claims) => ({ ...claims, iat: now() - 3600, exp: now() + 3600 })),
  没有签发时间: without('iat'),
  '没有 sub': without('sub'),
  'sub 是空的': saying((claims) => ({ ...claims, sub: '' })),
  'sub 是数字': saying((claims) => ({ ...claims, sub: 1 })),
  'sub 太长': saying((claims) => ({ ...claims, sub: 'a'.repeat(256) })),
  'sub 里有看不见的字符': saying((claims) => ({ ...claims, sub: `${String(claims.sub)}\u0000` })),
  '算法 none': unsigned('none'),
  '算法 None': unsigned('None'),
  '用公钥当密钥的 HS256': byHmac(pem),
  '用客户端密钥的 HS256': byHmac(() => client.secret),
  '别人的钥匙，同一个 kid': byStranger(() => ({})),
  '别人的钥匙，没见过的 kid': byStranger(() => ({ kid: 'two' })),
  'kid 是路径': byStranger(() => ({ kid: '../../../../dev/null' })),
  'kid 是语句': byStranger(() => ({ kid: "x' union select 'key" })),
  钥匙写在头里: byStranger(() => ({ jwk: stranger.publicKey.export({ format: 'jwk' }) })),
  'jku 指向别处': byStranger(({ elsewhere }) => ({ jku: `${elsewhere}/jwks` })),
  'x5u 指向别处': byStranger(({ elsewhere }) => ({ x5u: `${elsewhere}/cert` })),
  '没见过的 crit': ({ claims, login }) => {
    const head = text({ alg: 'RS256', kid: 'one', crit: ['b65'], b65: true })
    return sign(claims, {}, login.privateKey).then((jwt) => [head, ...jwt.split('.').slice(1)].join('.'))
  },
  '改过内容，签名没变': ({ jwt, claims }) => {
    const [header, , signature] = jwt.split('.')
    return [header, text({ ...claims, extra: true }), signature].join('.')
  },
  '改过头，签名没变': ({ jwt, header }) => [text({ ...header, typ: 'JWT' }), ...jwt.split('.').slice(1)].join('.'),
  '改过算法，签名没变': ({ jwt, header }) => [text({ ...header, alg: 'RS512' }), ...jwt.split('.').slice(1)].join('.'),
  去掉签名: ({ jwt }) => `${jwt.split('.').slice(0, 2).join('.')}.`,
  换上另一张的签名: async ({ jwt, claims, login }) => {
    const other = await sign({ ...claims, jti: 'another' }, {}, login.privateKey)
    return [...jwt.split('.').slice(0, 2), other.split('.')[2]].join('.')
  },
  加密给不知道谁: ({ jwt }) =>
    new CompactEncrypt(Buffer.from(jwt))
      .setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A256GCM', cty: 'JWT' })
      .encrypt(stranger.publicKey),
  只有两段: ({ jwt }) => jwt.split('.').slice(0, 2).join('.'),
  一堆乱字: () => 'not.a.token',
  很长: ({ claims, login }) => sign({ ...claims, long: 'x'.repeat(100_000) }, {}, login.privateKey),
  '答复里没有 ID 令牌': () => undefined,
}

const json = (reply: Reply, change: (body: Record<string, unknown>) => unknown): Reply => ({
  ...reply,
  body: JSON.stringify(change(JSON.parse(reply.body))),
})

/** Puts another ID token in the place of the one that was made. */
export const withToken =
  (login: UnitLogin, elsewhere: string, make: MakeToken): Lie =>
  async (reply) => {
    const body = JSON.parse(reply.body) as { id_token: string }
    const idToken = await make(genuineFrom(body.id_token, login, elsewhere))
    return { ...reply, body: JSON.stringify({ ...body, id_token: idToken }) }
  }

/** Answers of the provider's addresses that are not what they should be. */
export const answers: Readonly<Record<string, readonly [string, (elsewhere: string) => Lie]>> = {
  '令牌：写成网页': ['/token', () => (reply) => ({ ...reply, headers: { 'content-type': 'text/html' } })],
  '令牌：服务器出错': ['/token', () => (reply) => ({ ...reply, status: 500 })],
  '令牌：转到别的主机': [
    '/token',
    (to) => (reply) => ({ ...reply, status: 302, headers: { location: `${to}/token` } }),
  ],
  '令牌：307 转到别的主机': ['/token', (to) => (reply) => ({ ...reply, status: 307, headers: { location: to } })],
  '令牌：说出错了': ['/token', () => (reply) => ({ ...reply, status: 400, body: '{"error":"invalid_grant"}' })],
  '令牌：是一个数组': ['/token', () => (reply) => json(reply, (body) => [body])],
  '令牌：不是 JSON': ['/token', () => (reply) => ({ ...reply, body: `${reply.body}}` })],
  '令牌：没有访问令牌': ['/token', () => (reply) => json(reply, (body) => ({ ...body, access_token: undefined }))],
  '令牌：超过 64 kB': ['/token', () => (reply) => json(reply, (body) => ({ ...body, long: 'x'.repeat(65_536) }))],
  '令牌：六秒才答': [
    '/token',
    () => async (reply) => {
      await new Promise((resolve) => setTimeout(resolve, 6_000))
      return reply
    },
  ],
  '公钥：换成别人的': [
    '/jwks',
    () => (reply) =>
      json(reply, () => ({ keys: [{ ...stranger.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }] })),
  ],
  '公钥：一把也没有': ['/jwks', () => (reply) => json(reply, () => ({ keys: [] }))],
  '公钥：转到别的主机': ['/jwks', (to) => (reply) => ({ ...reply, status: 302, headers: { location: `${to}/jwks` } })],
  '说明：颁发者是别家': [
    '/.well-known/openid-configuration',
    (to) => (reply) => json(reply, (body) => ({ ...body, issuer: to })),
  ],
  '说明：公钥在别的主机': [
    '/.well-known/openid-configuration',
    (to) => (reply) => json(reply, (body) => ({ ...body, jwks_uri: `${to}/jwks` })),
  ],
  '说明：令牌在别的主机': [
    '/.well-known/openid-configuration',
    (to) => (reply) => json(reply, (body) => ({ ...body, token_endpoint: `${to}/token` })),
  ],
  '说明：只用 HS256': [
    '/.well-known/openid-configuration',
    () => (reply) => json(reply, (body) => ({ ...body, id_token_signing_alg_values_supported: ['HS256', 'none'] })),
  ],
  '说明：转到别的主机': [
    '/.well-known/openid-configuration',
    (to) => (reply) => ({ ...reply, status: 302, headers: { location: to } }),
  ],
}

/** Somebody on the way, with an answer that is good if it is brought back as it is. */
export interface OnTheWay {
  readonly office: EarnestOffice
  readonly login: UnitLogin
  readonly cookie: string
  readonly location: string
  readonly subject: string
  /** The good answer; asked for only once. */
  good(): Promise<string>
}

const set = (answer: string, change: (parameters: URLSearchParams) => void): string => {
  const parameters = new URLSearchParams(answer)
  change(parameters)
  return parameters.toString()
}

const changedLocation = (location: string, change: (parameters: URLSearchParams) => void): string => {
  const url = new URL(location)
  change(url.searchParams)
  return url.href
}

/** What may come back with the browser, or with another one: [cookie, answer]. */
export const ways: Readonly<Record<string, (way: OnTheWay) => Promise<readonly [string | null, string]>>> = {
  同一个答复第二次: async ({ office, cookie, good }) => {
    const answer = await good()
    await comeBack(office, cookie, answer)
    return [cookie, answer]
  },
  '用过的授权码，新的 state': async ({ office, cookie, good }) => {
    const used = await good()
    await comeBack(office, cookie, used)
    const again = await leave(office)
    const state = new URL(again.location).searchParams.get('state') ?? ''
    return [again.cookie, set(used, (answer) => answer.set('state', state))]
  },
  别的浏览器开始的: async ({ office, good }) => [(await leave(office)).cookie, await good()],
  没有开始过的浏览器: async ({ good }) => [null, await good()],
  '自己编的 Cookie': async ({ office, good }) => [`__Host-guatu_oidc=${office.id}.${'x'.repeat(43)}`, await good()],
  'state 改过': async ({ cookie, good }) => [cookie, set(await good(), (answer) => answer.set('state', 'x'))],
  '没有 state': async ({ cookie, good }) => [cookie, set(await good(), (answer) => answer.delete('state'))],
  '两个 state': async ({ cookie, good }) => [cookie, set(await good(), (answer) => answer.append('state', 'x'))],
  没有授权码: async ({ cookie, good }) => [cookie, set(await good(), (answer) => answer.delete('code'))],
  授权码改过: async ({ cookie, good }) => [cookie, set(await good(), (answer) => answer.set('code', 'x'.repeat(43)))],
  两个授权码: async ({ cookie, good }) => [cookie, set(await good(), (answer) => answer.append('code', 'x'))],
  'iss 写的是别家': async ({ cookie, good }) => [
    cookie,
    set(await good(), (answer) => answer.set('iss', 'https://elsewhere.example')),
  ],
  'iss 没有写': async ({ cookie, good }) => [cookie, set(await good(), (answer) => answer.delete('iss'))],
  答复说本人不同意: async ({ cookie, location, login }) => [
    cookie,
    new URLSearchParams({
      error: 'access_denied',
      state: new URL(location).searchParams.get('state') ?? '',
      iss: login.issuer,
    }).toString(),
  ],
  '直接塞一个 ID 令牌': async ({ cookie, good }) => [
    cookie,
    set(await good(), (answer) => answer.set('response', 'eyJhbGciOiJub25lIn0.e30.')),
  ],
  '没有 PKCE': async ({ cookie, location, login, subject }) => [
    cookie,
    await login.visit(
      changedLocation(location, (asked) => {
        asked.delete('code_challenge')
        asked.delete('code_challenge_method')
      }),
      subject,
    ),
  ],
  'PKCE 是别人的': async ({ cookie, location, login, subject }) => [
    cookie,
    await login.visit(
      changedLocation(location, (asked) => asked.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')),
      subject,
    ),
  ],
  授权码是给别的系统的: async ({ cookie, location, login, subject }) => [
    cookie,
    await login.visit(
      changedLocation(location, (asked) => asked.set('client_id', otherClient.id)),
      subject,
    ),
  ],
  过了十一分钟才回来: async ({ office, cookie, good }) => {
    const answer = await good()
    office.setAhead(11)
    return [cookie, answer]
  },
  路上设置已经换过: async ({ office, login, cookie, good }) => {
    const answer = await good()
    await office.use(login)
    return [cookie, answer]
  },
}
