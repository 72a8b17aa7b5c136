import type { Indicator } from '@guatu/core/indicator'
import { book1, book2, say } from '../registers/common.ts'

export const handler = say('经办人', 'handler')
export const statistics = say('统计岗位', 'statistics post')

type More = Partial<Indicator>

/** A count of the rows that feed a measure of the same name. */
export const counted = (
  id: string,
  zh: string,
  en: string,
  unit: string,
  source: string,
  more: More = {},
): Indicator => ({
  id,
  label: say(zh, en),
  unit,
  of: { kind: 'count', measure: id },
  grain: 'office',
  rollsUp: 'adds',
  owner: handler,
  source,
  judged: 'pace',
  ...more,
})

/** Quantities of a measure of the same name, added. */
export const added = (id: string, zh: string, en: string, unit: string, source: string, more: More = {}): Indicator =>
  counted(id, zh, en, unit, source, { of: { kind: 'sum', measure: id }, ...more })

/** What is done of what is due, in per cent. */
export const inTime = (
  id: string,
  zh: string,
  en: string,
  met: string,
  due: string,
  source: string,
  more: More = {},
): Indicator => ({
  ...counted(id, zh, en, '%', source),
  of: { kind: 'ratio', of: { kind: 'count', measure: met }, to: { kind: 'count', measure: due } },
  rollsUp: 'anew',
  judged: 'rate',
  ...more,
})

/** How many of the communities have one, from any year. */
export const inCommunities = (id: string, zh: string, en: string, source: string, more: More = {}): Indicator => ({
  ...counted(id, zh, en, '个', source),
  of: { kind: 'coverage', measure: id, within: 'ever', of: { communities: true }, share: false },
  grain: 'community',
  judged: 'coverage',
  ...more,
})

export { book1, book2, say }
