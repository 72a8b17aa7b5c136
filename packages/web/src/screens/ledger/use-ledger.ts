import type { Me, RegisterShape } from '@guatu/contract'
import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { planQuery, planYearsQuery } from '../../api/plans.ts'
import { entriesQuery } from '../../api/registers.ts'
import { useAsOf, useUrls } from '../../shell/url.ts'
import type { ColumnGround } from '../../ui/columns/ColumnField.tsx'
import { groundOf } from '../../ui/columns/plain-ground.ts'
import { feedableChoices, targetsOf } from '../../ui/columns/targets.ts'
import { askedNames, entriesAsked } from './asked.ts'

/** The register in the address, its rows asked for there, and the plan whose targets they feed. */
export function useLedger(shape: RegisterShape, me: Me) {
  const { on, known } = useAsOf()
  const [filter, set] = useUrls(askedNames)
  const years = useQuery(planYearsQuery)
  // A row keeps the target that it was entered for, of whichever year; the newest plan comes first.
  const plans = useQueries({ queries: (years.data?.years ?? []).map(({ year }) => planQuery({ year, on, known })) })
  const page = useInfiniteQuery(entriesQuery(shape.id, { ...entriesAsked(filter), on, known }))
  const targets = targetsOf(plans.flatMap(({ data }) => data ?? []))
  const newest = targetsOf(plans.slice(0, 1).flatMap(({ data }) => data ?? []))
  const ground = (targetId: string): ColumnGround =>
    groundOf(me, feedableChoices(newest), targets.get(targetId)?.printedUnit)
  return {
    shape,
    me,
    targets,
    /** Whether the names of the targets are still on their way: until then a row could only show ids. */
    naming: years.isPending || plans.some(({ isPending }) => isPending),
    filter,
    set,
    past: (on !== undefined && on !== me.office.today) || known !== undefined,
    page,
    ground,
  }
}

/** `past` is whether a past day is looked at: then nothing can be changed. */
export type Ledger = ReturnType<typeof useLedger>
