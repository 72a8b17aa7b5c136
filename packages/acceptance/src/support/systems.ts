import type { IssuedKey, NewSeries, ReadingsAnswer, SourceSystems } from '@guatu/contract'
import type { FastifyInstance } from 'fastify'
import { type Answered, ask, type Person } from './person.ts'

/** A series as the stories declare it; `of` says what is otherwise. */
export const seriesOf = (of: Partial<NewSeries> = {}): NewSeries => ({
  code: 'pm25',
  measure: 'pm25Daily',
  community: '街道本级',
  place: '',
  periodType: 'day',
  unit: 'μg/m3',
  lagDays: 2,
  rhythmSource: '区生态环境局数据共享通知',
  from: '2023-01-01',
  ...of,
})

export interface Connected {
  readonly id: string
  readonly keyId: string
  readonly key: string
}

/** Declares a source system by one administrator and has another give it a key. */
export async function connect(
  system: Person,
  security: Person,
  {
    name = '街道空气站',
    series = [seriesOf()],
  }: { readonly name?: string; readonly series?: readonly NewSeries[] } = {},
): Promise<Connected> {
  const { units } = await system.get<SourceSystems>('/api/source-systems')
  const body = { name, unitId: units[0]?.id ?? '', basis: '区生态环境局〔2023〕5号', series }
  const { id } = await system.post<{ id: string }>('/api/source-systems', body)
  return { id, ...(await keyFor(security, id)) }
}

export async function keyFor(security: Person, systemId: string): Promise<Omit<Connected, 'id'>> {
  const { id, key } = await security.post<IssuedKey>(`/api/source-systems/${systemId}/keys`, {})
  return { keyId: id, key }
}

/** Sends readings as a system does. */
export const send = <T = ReadingsAnswer>(
  app: FastifyInstance,
  key: string,
  readings: unknown,
  idempotencyKey?: string,
): Promise<Answered<T>> =>
  ask<T>(app, null, {
    method: 'POST',
    path: '/api/readings',
    body: { readings },
    headers: { authorization: `Bearer ${key}` },
    ...(idempotencyKey === undefined ? {} : { key: idempotencyKey }),
  })
