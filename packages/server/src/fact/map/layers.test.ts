import { definitions } from '@guatu/definitions'
import { expect, test } from 'vitest'
import { layersFor } from './layers.ts'

const facility = definitions.registers.find(({ id }) => id === 'facility')
const seat = {
  officerId: 'o',
  postId: 'p',
  unitId: 'u',
  duties: ['viewer'],
  line: [],
} as unknown as Parameters<typeof layersFor>[1]

test('限制知悉和三级的台账不上图，坐标栏三级的也不上；没有坐标的台账没有图层', () => {
  if (!facility) throw new Error('there is a register of facilities')
  const { geometry = '', columns, access } = facility
  const place = columns[geometry]
  if (!place) throw new Error('facilities have places')
  const circle = {
    circle: { zh: '某岗', en: 'some posts' },
    row: { zh: '件', en: 'cases' },
    sumOfMin: 3,
    shareMax: 80,
    source: '某文',
  }
  const only = (register: typeof facility) => layersFor([register], seat).map((layer) => layer.geometry)
  expect(only(facility)).toEqual([geometry])
  expect(only({ ...facility, privacy: 'L3' })).toEqual([])
  expect(only({ ...facility, columns: { ...columns, [geometry]: { ...place, privacy: 'L3' } } })).toEqual([])
  expect(only({ ...facility, access: { ...access, restricted: circle } })).toEqual([])
  expect(only({ ...facility, access: { ...access, read: [] } })).toEqual([])
  const { geometry: _, ...plain } = facility
  expect(layersFor([plain], seat)).toEqual([])
})
