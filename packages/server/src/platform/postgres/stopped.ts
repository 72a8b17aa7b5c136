import type { Problem } from '@guatu/core/shared'
import { startProblems } from './problems.ts'

/** Ends a start: carries the problem to the one line that the person sees. */
export class StartStopped extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.says.en)
    this.problem = problem
  }
}

export const databaseFailed = (why: string) => new StartStopped(startProblems('start.database_failed', { why }))
