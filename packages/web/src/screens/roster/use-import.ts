import type { Problem, RosterAnswer } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { applyRoster, previewRoster } from '../../api/roster.ts'

/** How far one file has come. */
export interface Importing {
  readonly file: File | null
  readonly busy: 'reading' | 'applying' | null
  readonly problem: Problem | null
  readonly answer: RosterAnswer | null
  /** Whether `answer` says what was done, not what would be. */
  readonly isDone: boolean
}

const nothing: Importing = { file: null, busy: null, problem: null, answer: null, isDone: false }

/** One roster on its way: chosen, previewed, applied. */
export function useImport() {
  const queries = useQueryClient()
  const [state, setState] = useState(nothing)
  const fail = (error: unknown) => setState((now) => ({ ...now, busy: null, problem: problemOf(error) }))

  const preview = async (file: File) => {
    setState({ ...nothing, file, busy: 'reading' })
    await previewRoster(file).then((answer) => setState({ ...nothing, file, answer }), fail)
  }
  const apply = async () => {
    const { file, answer } = state
    if (!file || !answer) return
    setState({ ...state, busy: 'applying', problem: null })
    await applyRoster(file, answer).then((done) => setState({ ...nothing, file, answer: done, isDone: true }), fail)
    void queries.invalidateQueries()
  }
  return { ...state, preview, apply }
}
