import type { RegisterShape } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { planQuery, planYearsQuery } from '../../api/plans.ts'
import type { Choice } from '../Select.tsx'
import { feedableChoices, targetsOf } from './targets.ts'

/** The targets of the newest plan, where rows of the register name one. */
export function useTargetChoices({ columns }: RegisterShape): readonly Choice[] {
  const isAsked = columns.some(({ kind }) => kind === 'target')
  const years = useQuery({ ...planYearsQuery, enabled: isAsked })
  const year = years.data?.years[0]?.year ?? 0
  const plan = useQuery({ ...planQuery({ year, on: undefined, known: undefined }), enabled: isAsked && year > 0 })
  return feedableChoices(targetsOf(plan.data ? [plan.data] : []))
}
