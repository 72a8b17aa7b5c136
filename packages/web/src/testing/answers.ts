import type { Me } from '@guatu/contract'
import type { Answers } from './serve-dist.ts'

const office = {
  id: '0190a000-0000-7000-8000-000000000001',
  name: '云桥街道',
  sample: true,
  today: '2023-08-15',
  years: [2023],
}
const officers: Me['officers'] = [
  {
    id: '0190a000-0000-7000-8000-000000000011',
    name: '周敏',
    post: '督查专员',
    unit: '综合办',
    duties: ['supervisor'],
  },
  { id: '0190a000-0000-7000-8000-000000000012', name: '陈立', post: '经办人', unit: '经济发展办', duties: ['handler'] },
]

const me: Me = {
  office,
  officer: officers[0] as Me['officer'],
  officers,
  offices: [office],
  may: [],
  now: '2023-08-15T01:00:00.000Z',
  units: [],
}

/** What the pages are answered in tests and in pictures taken without a server. Everything here is invented. */
export const answers: Answers = { '/api/me': me }
