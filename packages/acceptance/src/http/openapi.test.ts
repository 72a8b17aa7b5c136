import { policyRows } from '@guatu/server'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../support/open-office.ts'

interface Described {
  readonly paths: Readonly<Record<string, { readonly post?: { readonly requestBody?: unknown } }>>
  readonly components: { readonly schemas: { readonly Row_event?: { readonly properties: object } } }
}

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const told = async (post: '经办人' | '审计管理员') => (await office.as(post)).get<Described>('/api/openapi.json')

test('接口说明是一份有效的OpenAPI 3.1', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate({ ...(await told('经办人')) })
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
  expect(validator.version).toBe('3.1')
})

test('权限表的每一条路都在接口说明里，一条不多', async () => {
  const { paths } = await told('经办人')
  const there = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  const declared = policyRows.filter(({ network = 'loopback' }) => network === 'loopback').map(({ route }) => route)
  expect(there.toSorted()).toEqual(declared.toSorted())
})

test('每本台账的行怎么写都说得清，只说给看得到的人', async () => {
  const { paths, components } = await told('经办人')
  expect(components.schemas.Row_event?.properties).toMatchObject({
    eventType: { title: expect.any(String), enum: expect.arrayContaining(['文明实践活动']) },
  })
  const { schemas } = (await told('审计管理员')).components
  expect(Object.keys(schemas).filter((name) => name.startsWith('Row_'))).toEqual([])
  expect(JSON.stringify(paths['/api/registers/{register}/entries']?.post?.requestBody)).toContain('Row_event')
})
