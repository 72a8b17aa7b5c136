import type { Me, RegisterShape } from '@guatu/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { planQuery, planYearsQuery } from '../../api/plans.ts'
import { entriesQuery } from '../../api/registers.ts'
import { useAsOf, useUrl } from '../../shell/url.ts'
import type { ColumnGround } from '../../ui/columns/ColumnField.tsx'
import { feedableChoices, targetsOf } from './targets.ts'

export interface LedgerFilter {
  readonly target: string | undefined
  readonly state: string | undefined
  readonly text: string | undefined
}

/** The register in the address, its rows asked for there, and the plan whose targets they feed. */
export function useLedger(shape: RegisterShape, me: Me) {
  const { on, known } = useAsOf()
  const [target, setTarget] = useUrl('target')
  const [state, setState] = useUrl('state')
  const [text, setText] = useUrl('text')
  const years = useQuery(planYearsQuery)
  const year = years.data?.years[0]?.year
  const plan = useQuery({ ...planQuery({ year: year ?? 0, on, known }), enabled: year !== undefined })
  const page = useInfiniteQuery(entriesQuery(shape.id, { target, state, text, on, known }))
  const targets = targetsOf(plan.data)
  const ground = (targetId: string): ColumnGround => ({
    units: me.units.map((unit) => unit.name),
    targets: feedableChoices(targets),
    today: me.office.today,
    quantityUnit: targets.get(targetId)?.printedUnit ?? '',
  })
  return {
    shape,
    me,
    targets,
    /** Whether the names of the targets are still on their way: until then a row could only show ids. */
    naming: years.isPending || (year !== undefined && plan.isPending),
    filter: { target, state, text } satisfies LedgerFilter,
    set: { target: setTarget, state: setState, text: setText },
    past: (on !== undefined && on !== me.office.today) || known !== undefined,
    page,
    ground,
  }
}

/** `past` is whether a past day is looked at: then nothing can be changed. */
export type Ledger = ReturnType<typeof useLedger>
