import type { Problem, RosterAnswer } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { applyRoster, previewRoster } from '../../api/roster.ts'
import { type Conflict, conflictOf } from '../../ui/forms/conflict.ts'

/** How far one file has come. */
export interface Importing {
  readonly file: File | null
  readonly busy: 'reading' | 'applying' | null
  readonly problem: Problem | null
  readonly answer: RosterAnswer | null
  /** What others changed after the preview, and what it said before that; `answer` is the preview as it is now. */
  readonly overtaken: { readonly conflict: Conflict; readonly before: RosterAnswer } | null
  /** Whether `answer` says what was done, not what would be. */
  readonly isDone: boolean
}

const nothing: Importing = { file: null, busy: null, problem: null, answer: null, overtaken: null, isDone: false }

/** One roster on its way: chosen, previewed, applied. */
export function useImport() {
  const queries = useQueryClient()
  const [state, setState] = useState(nothing)
  const fail = (error: unknown) => setState((now) => ({ ...now, busy: null, problem: problemOf(error) }))

  const preview = async (file: File) => {
    setState({ ...nothing, file, busy: 'reading' })
    await previewRoster(file).then((answer) => setState({ ...nothing, file, answer }), fail)
  }
  // The file stays: what it would do is worked out anew against what others have made of the office.
  const lookAgain = async (file: File, before: RosterAnswer, error: unknown) => {
    const conflict = conflictOf(problemOf(error))
    if (!conflict) return fail(error)
    await previewRoster(file).then(
      (answer) => setState({ ...nothing, file, answer, overtaken: { conflict, before } }),
      fail,
    )
  }
  const apply = async () => {
    const { file, answer } = state
    if (!file || !answer) return
    setState({ ...state, busy: 'applying', problem: null })
    await applyRoster(file, answer).then(
      (done) => setState({ ...nothing, file, answer: done, isDone: true }),
      (error) => lookAgain(file, answer, error),
    )
    void queries.invalidateQueries()
  }
  const giveUp = () => setState(nothing)
  return { ...state, preview, apply, giveUp }
}
