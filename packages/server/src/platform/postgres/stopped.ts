import type { Problem } from '@guatu/core/shared'

/** Ends a start: carries the problem to the one line that the person sees. */
export class StartStopped extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.says.en)
    this.problem = problem
  }
}
