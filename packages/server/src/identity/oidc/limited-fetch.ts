import type { CustomFetch } from 'openid-client'
import { outside } from './rules.ts'

/** A request to the provider that went where it may not, or an answer that is more than it may be. */
export class OutsideRefused extends Error {
  override readonly name = 'OutsideRefused'
}

const isJson = (type: string | null): boolean => /^application\/(?:[\w.-]+\+)?json(?:;|$)/.test(type ?? '')

async function readWithin(reply: Response): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of reply.body ?? []) {
    size += part.byteLength
    if (size > outside.bytes) throw new OutsideRefused(`more than ${outside.bytes} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/**
 * Asks one host and no other: the issuer's, by scheme, name and port. It follows no redirect, waits five seconds for the
 * whole answer and reads 64 kB of it at most. Throws `OutsideRefused` where an answer or an address breaks that.
 */
export function fetchFrom(issuer: string): CustomFetch {
  const { origin } = new URL(issuer)
  return async (url, { headers, method, body }) => {
    if (new URL(url).origin !== origin) throw new OutsideRefused('an address that is not of the issuer')
    const signal = AbortSignal.timeout(outside.seconds * 1000)
    const sent = body === undefined || body === null ? {} : { body: body as BodyInit }
    const reply = await fetch(url, { headers, method, ...sent, redirect: 'manual', signal })
    // The library reads any text that parses as an answer; we take none that does not say it is one.
    if (reply.ok && !isJson(reply.headers.get('content-type'))) throw new OutsideRefused('an answer that is no JSON')
    const whole = await readWithin(reply)
    return new Response(whole.byteLength > 0 ? new Uint8Array(whole) : null, {
      status: reply.status,
      headers: reply.headers,
    })
  }
}
