/** One request as it crosses the wire, whichever way in it takes. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Path and query, `/api/offices`. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
}

export interface Reply {
  readonly status: number
  readonly body: string
  /** The cookies set, `name=value` each. */
  readonly cookies: readonly string[]
}

/** A way into Guatu: the server that is running, or the whole application in this process. */
export interface Door {
  /** What to call it in a message. */
  readonly address: string
  send(request: Request): Promise<Reply>
  close(): Promise<void>
}

/** `name=value` of a Set-Cookie header, its attributes left out. */
export const cookieOf = (header: string): string => header.split(';')[0] ?? ''
