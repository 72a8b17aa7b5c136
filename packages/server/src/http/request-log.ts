import { randomUUID } from 'node:crypto'
import { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'

/** Where lines of the log go: the error output, because the standard output is what a command answers. */
export interface LogPlace {
  write(line: string): void
}

interface Fault {
  readonly name?: string
  readonly message?: string
  readonly stack?: string
  readonly code?: string
  readonly table?: string
  readonly constraint?: string
  readonly routine?: string
}

// The first lines of a stack repeat the message.
const framesOf = (stack: string | undefined): string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())

// What the database or a parser says quotes what it was given: names, numbers, whole rows.
const quotes = ({ name = '', code = '' }: Fault): boolean => name === 'SyntaxError' || /^[0-9A-Z]{5}$/.test(code)

/** A fault as the log may keep it: where it happened and of what kind, never what a person had entered. */
export function faultLine(fault: Fault) {
  const { name, code, table, constraint, routine, message, stack } = fault
  return {
    type: name ?? '',
    code,
    table,
    constraint,
    routine,
    message: quotes(fault) ? '' : (message ?? ''),
    stack: framesOf(stack).join(' '),
  }
}

// Below these the plugins write of their own accord, cookies among it.
const levels: readonly string[] = ['info', 'warn', 'error', 'silent']

/** How the server logs: no addresses, no cookies, no bodies, no paths with what stands in them. */
export function logOptions(place?: LogPlace): FastifyServerOptions {
  const asked = process.env.GUATU_LOG ?? ''
  const level = levels.includes(asked) ? asked : 'error'
  const serializers = { req: () => ({}), res: () => ({}), err: faultLine }
  return {
    logger: { level, base: null, serializers, stream: place ?? process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
  }
}

/** One line a request: its number, the pattern of its route, what it came to and how long that took. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = `${request.method} ${request.routeOptions.url ?? '(none)'}`
    request.log.info({ route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
}
