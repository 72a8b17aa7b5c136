import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cookieOf, type Door, type Reply, type Request } from './door.ts'

async function sendTo(origin: string, { method, path, headers, body }: Request): Promise<Reply> {
  const answer = await fetch(new URL(path, origin), {
    method,
    headers,
    ...(body ? { body: new Uint8Array(body) } : {}),
  })
  return { status: answer.status, body: await answer.text(), cookies: answer.headers.getSetCookie().map(cookieOf) }
}

const answers = async (origin: string): Promise<boolean> =>
  fetch(new URL('/api/offices', origin), { signal: AbortSignal.timeout(3000) }).then(
    (answer) => answer.ok,
    () => false,
  )

/** The server that runs on this data folder, or null: none was started, or it was killed and left its address behind. */
export async function runningServer(dataFolder: string): Promise<Door | null> {
  const file = join(dataFolder, 'address')
  const origin = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (origin === '' || !URL.canParse(origin) || !(await answers(origin))) return null
  return { address: origin, send: (request) => sendTo(origin, request), close: async () => {} }
}
