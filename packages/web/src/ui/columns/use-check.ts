import type { CheckedDraft } from '@guatu/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { checkDraft, type Draft } from '../../api/registers.ts'
import { say } from '../../words/index.ts'

const restMs = 400

export interface Offer {
  readonly text: string
  readonly says: string
}

/** What stands still for a moment: nobody is asked at every key. */
function useResting<T>(value: T): T {
  const text = JSON.stringify(value)
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs)
    return () => clearTimeout(timer)
  }, [text])
  return JSON.parse(rested) as T
}

/** What the register says of a draft while it is typed: what it is asked for and needs, and what is wrong by column. */
export function useCheck(register: string, draft: Draft) {
  const rested = useResting(draft)
  const checked = useQuery({
    queryKey: ['check', register, rested],
    queryFn: () => checkDraft(register, rested),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  }).data
  return {
    asked: checked?.asked,
    needed: checked?.needed,
    wrong: wrongIn(checked),
    notes: checked?.notes ?? [],
    offers: offersIn(checked),
  }
}

/** What the server thinks was meant in a column, as its cell would hold it, with why; nobody takes it but the person. */
const offersIn = (checked: CheckedDraft | undefined): Readonly<Record<string, Offer>> =>
  Object.fromEntries(
    (checked?.problems ?? []).flatMap(({ column, problem }) => {
      const { offeredText } = problem.facts
      return typeof offeredText === 'string' ? [[column, { text: offeredText, says: say(problem.says) }]] : []
    }),
  )

/** The first thing that is wrong with each column, in words. */
const wrongIn = (checked: CheckedDraft | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries((checked?.problems ?? []).toReversed().map(({ column, problem }) => [column, say(problem.says)]))
