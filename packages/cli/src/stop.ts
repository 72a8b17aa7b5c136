import type { Problem } from '@guatu/core/shared'

/** Ends a command with a problem; `main.ts` shows it and gives the exit code of its kind. */
export class Stop extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.says.en)
    this.problem = problem
  }
}
