import swagger from '@fastify/swagger'
import { accept, type Words } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import { type Ask, doorsOf, type Ground } from '../platform/http.ts'
import { isOpenOn, type PolicyRow } from '../platform/policy.ts'

type Json = Record<string, unknown>

interface Operation extends Json {
  readonly parameters?: readonly Json[]
  readonly requestBody?: unknown
  readonly responses?: Json
}

interface Body extends Json {
  readonly properties: Json
}

/** The document that the framework makes of the schemas of the routes, before we say more. */
interface Described extends Json {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Json }
}

/** The schemas of the rows of each register that whoever asks may see, by register. */
export type RowSchemas = (ask: Ask, tx: Tx) => Promise<ReadonlyMap<string, object>>

const inBoth = ({ zh, en }: Words): string => `${zh} ${en}`
const jsonOf = (schema: object) => ({ 'application/json': { schema } })
const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const rowName = (register: string): string => `Row_${register}`

const refused = {
  description: '没有办成：编号、说法和下一步 Refused: a code, its words and the next step',
  content: jsonOf(refTo('Problem')),
}

const headerOf = (name: string, description: string) => ({
  in: 'header',
  name,
  required: true,
  description,
  schema: { type: 'string' },
})
const keyHeader = headerOf('Idempotency-Key', '同一件事重发时不变 the same when the same thing is sent again')
const versionHeader = headerOf('If-Match', '看到的版本 the version that was seen')

const form = {
  required: true,
  content: { 'multipart/form-data': { schema: { type: 'object', additionalProperties: true } } },
}
const file = { description: 'a file', content: { 'application/octet-stream': { schema: { type: 'string' } } } }

interface Door {
  readonly row: PolicyRow
  readonly takesFiles: boolean
  readonly givesFile: boolean
}

const securityOf = ({ open, bySystemKey }: PolicyRow) => {
  if (open) return []
  return bySystemKey ? [{ systemKey: [] }] : [{ session: [] }]
}

/** What the policy table and the platform ask of a route, beside its own schemas. */
function withRules(operation: Operation, { row, takesFiles, givesFile }: Door): Operation {
  const changes = !row.route.startsWith('GET ') && !row.open
  const headers = [...(changes ? [keyHeader] : []), ...(row.version === 'required' ? [versionHeader] : [])]
  const { parameters = [], responses = {} } = operation
  return {
    ...operation,
    tags: [row.route.split('/')[2] ?? ''],
    summary: inBoth(row.label),
    security: securityOf(row),
    parameters: [...parameters, ...headers],
    ...(takesFiles ? { requestBody: form } : {}),
    responses: { ...(givesFile ? { 200: file } : responses), default: refused },
  }
}

const pathOf = (url: string): string => url.replaceAll(/:(\w+)/g, '{$1}')

/** Puts the rows of the registers in the place of `values` wherever a request hands a row in. */
function withRows(schema: Body, rows: object): object {
  const found = Object.entries(schema.properties).map(([name, of]) => {
    if (name === 'values') return [name, rows]
    return name === 'rows' ? [name, { ...(of as Json), items: rows }] : [name, of]
  })
  return { ...schema, properties: Object.fromEntries(found) }
}

const rowDoors = ['entries', 'batch', 'check'].map((door) => `/api/registers/{register}/${door}`)

function handingIn(operation: Operation, rows: object): Operation {
  const body = operation.requestBody as { content: { 'application/json': { schema: Body } } }
  return {
    ...operation,
    requestBody: { ...body, content: jsonOf(withRows(body.content['application/json'].schema, rows)) },
  }
}

/** Hears of every route as it is opened, and tells them as one OpenAPI 3.1 document. Before all routes. */
export async function describeRoutes(app: FastifyInstance, { policy, network }: Ground) {
  const doors = new Map<string, Door>()
  app.addHook('onRoute', ({ method, url, config }) => {
    const { takesFiles = false, givesFile = false } = (config ?? {}) as Partial<Door>
    for (const verb of [method].flat()) {
      const row = policy.get(`${verb} ${url}`)
      if (row) doors.set(`${verb.toLowerCase()} ${pathOf(url)}`, { row, takesFiles, givesFile })
    }
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '挂图 Guatu', version: '1', description: '本单位的接口 The interface of one office' },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          systemKey: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: network === 'lan' ? '__Host-guatu_session' : 'guatu_session' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  let known: Described | null = null

  function described(): Described {
    const found = app.swagger() as unknown as Described
    const paths = Object.entries(found.paths).flatMap(([path, operations]) => {
      const shown = Object.entries(operations).flatMap(([verb, operation]) => {
        const door = doors.get(`${verb} ${path}`)
        return door && isOpenOn(door.row, network) ? [[verb, withRules(operation, door)] as const] : []
      })
      return shown.length > 0 ? [[path, Object.fromEntries(shown)] as const] : []
    })
    return { ...found, paths: Object.fromEntries(paths) }
  }

  /** The document with the rows of these registers in it. */
  return (rows: ReadonlyMap<string, object>): Described => {
    known ??= described()
    const { paths, components } = known
    const schemas = Object.fromEntries([...rows].map(([register, schema]) => [rowName(register), schema]))
    const anyRow = { anyOf: [...rows.keys()].map((register) => refTo(rowName(register))) }
    const withTheirs = rowDoors.flatMap((path) => {
      const { post, ...others } = paths[path] ?? {}
      return post && rows.size > 0 ? [[path, { ...others, post: handingIn(post, anyRow) }] as const] : []
    })
    return {
      ...known,
      paths: { ...paths, ...Object.fromEntries(withTheirs) },
      components: { ...components, schemas: { ...components.schemas, ...schemas } },
    }
  }
}

/** GET /api/openapi.json: how programs speak to the office, with the rows of its registers as they are now. */
export function openApiRoute(
  app: FastifyInstance,
  ground: Ground,
  describe: Awaited<ReturnType<typeof describeRoutes>>,
  rowSchemas: RowSchemas,
): void {
  const { read } = doorsOf(app, ground)
  read('GET /api/openapi.json', { reply: z.record(z.string(), z.unknown()) }, async (ask, tx) =>
    accept(describe(await rowSchemas(ask, tx))),
  )
}
