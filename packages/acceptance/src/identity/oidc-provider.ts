import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, type JWK } from 'jose'
import { Provider } from 'oidc-provider'

/** An answer of the provider, as it goes over the wire. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What is done to an answer on its way, by the path it was asked for at. */
export type Lie = (reply: Reply) => Reply | Promise<Reply>

/** A real provider over http on this machine, whose answers a test may alter. */
export interface UnitLogin {
  readonly issuer: string
  readonly privateKey: ReturnType<typeof generateKeyPairSync>['privateKey']
  readonly publicKey: ReturnType<typeof generateKeyPairSync>['publicKey']
  readonly publicJwk: JWK
  /** `/token`, `/jwks` or `/.well-known/openid-configuration` → what happens to its answer. */
  readonly lies: Map<string, Lie>
  /** Somebody proves there who they are: follows the way in a browser of its own, and gives the query it comes back with. */
  visit(location: string, subject: string): Promise<string>
  /** The value of the cookie `subject` by which a real browser is taken for somebody there. */
  visitor(subject: string): string
  close(): Promise<void>
}

export const client = { id: 'guatu', secret: 'a secret that is told to nobody' } as const
export const otherClient = { id: 'other', secret: 'the secret of another system' } as const
export const origin = 'https://guatu.example.test'

const listening = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A server that only notes who asked it: nobody should. */
export async function sink(): Promise<{ url: string; asked: string[]; close(): Promise<void> }> {
  const asked: string[] = []
  const server = createServer((request, reply) => {
    asked.push(request.url ?? '')
    reply.end('{}')
  })
  const url = await listening(server)
  return { url, asked, close: () => closing(server) }
}

const closing = async (server: Server): Promise<void> => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}

/** Holds an answer back until it is whole, and sends what the lie makes of it. */
function altered(reply: ServerResponse, lie: Lie): void {
  const parts: Buffer[] = []
  const end = reply.end.bind(reply)
  reply.write = ((part: Buffer | string) => parts.push(Buffer.from(part)) > 0) as typeof reply.write
  reply.end = ((part?: Buffer | string) => {
    if (part) parts.push(Buffer.from(part))
    const headers = Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]))
    void Promise.resolve(lie({ status: reply.statusCode, headers, body: Buffer.concat(parts).toString() })).then(
      (told) => {
        for (const name of reply.getHeaderNames()) reply.removeHeader(name)
        reply.statusCode = told.status
        for (const [name, value] of Object.entries(told.headers))
          if (name !== 'content-length') reply.setHeader(name, value)
        end(told.body)
      },
    )
    return reply
  }) as typeof reply.end
}

/** It sends people back to the office at this address. */
export async function openUnitLogin(at: string = origin): Promise<UnitLogin> {
  const redirectUri = `${at}/sign-in/oidc`
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const publicJwk = { ...(await exportJWK(publicKey)), kid: 'one', use: 'sig', alg: 'RS256' }
  const privateJwk = { ...(await exportJWK(privateKey)), kid: 'one', use: 'sig', alg: 'RS256' }
  const lies = new Map<string, Lie>()
  const subjects = new Map<string, string>()
  let handle: (request: IncomingMessage, reply: ServerResponse) => unknown = () => {}
  const server = createServer((request, reply) => {
    const lie = lies.get(request.url?.split('?')[0] ?? '')
    if (lie) altered(reply, lie)
    handle(request, reply)
  })
  const issuer = await listening(server)
  const clientOf = ({ id, secret }: { id: string; secret: string }) => ({
    client_id: id,
    client_secret: secret,
    redirect_uris: [redirectUri],
    response_types: ['code' as const],
    grant_types: ['authorization_code'],
  })
  const provider = new Provider(issuer, {
    clients: [clientOf(client), clientOf(otherClient)],
    jwks: { keys: [privateJwk as never] },
    cookies: { keys: ['a key of the test'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  handle = async (request, reply) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, reply)
    const accountId = subjects.get(/subject=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '') ?? ''
    return provider.interactionFinished(request, reply, { login: { accountId } })
  }
  const visitor = (subject: string): string => {
    const id = String(subjects.size)
    subjects.set(id, subject)
    return id
  }
  const visit = async (location: string, subject: string): Promise<string> => {
    const jar = new Map([['subject', visitor(subject)]])
    for (let url = location, turns = 0; turns < 10; turns += 1) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const reply = await fetch(url, { redirect: 'manual', headers: { cookie } })
      for (const line of reply.headers.getSetCookie()) {
        const [name = '', ...value] = (line.split(';')[0] ?? '').split('=')
        jar.set(name, value.join('='))
      }
      const next = reply.headers.get('location')
      if (!next) throw new Error(`${url}: ${reply.status} ${await reply.text()}`)
      url = new URL(next, url).href
      if (url.startsWith(redirectUri)) return new URL(url).search.slice(1)
    }
    throw new Error('the provider does not let go')
  }
  return { issuer, privateKey, publicKey, publicJwk, lies, visit, visitor, close: () => closing(server) }
}
