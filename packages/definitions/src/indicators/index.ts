import { indicatorsTogether } from '@guatu/core/indicator'
import { cases } from './cases.ts'
import { city } from './city.ts'
import { economy } from './economy.ts'
import { firms } from './firms.ts'
import { grassroots } from './grassroots.ts'
import { land } from './land.ts'
import { measures } from './measures.ts'
import { people } from './people.ts'
import { safety } from './safety.ts'

export { crosswalk, shared } from './catalogue.ts'
export { measures } from './measures.ts'

/** 指标: every number that the office's measures can make. Mistakes stop the start. */
export const indicators = indicatorsTogether(
  [...economy, ...firms, ...city, ...land, ...people, ...safety, ...cases, ...grassroots],
  measures,
)
