import type { Holding } from '@guatu/contract'
import type { Compared } from '../../ui/forms/conflict.ts'
import { dayWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'

const stateOf = ({ confirmedBy, until }: Pick<Holding, 'confirmedBy' | 'until'>): string =>
  until !== null
    ? m.people_until({ day: dayWords(until) })
    : confirmedBy === null
      ? m.people_waiting()
      : m.people_in_office()

/** What is wanted of a holding beside the holding as it stands now. */
export const comparedHolding = (opened: Holding, mine: string, now: Holding): readonly Compared[] => [
  { label: m.conflict_state(), opened: stateOf(opened), mine, now: stateOf(now) },
]

/** The end that was typed for a holding beside the one it has now. */
export const comparedEnd = (opened: Holding, until: string, now: Holding): readonly Compared[] => [
  ...comparedHolding(opened, m.people_end(), now),
  { label: m.people_last_day(), opened: opened.until ?? '', mine: until, now: now.until ?? '' },
]
