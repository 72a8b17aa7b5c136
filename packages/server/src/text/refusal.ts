import type { Problem } from '@guatu/core/shared'

/** Leaves a reader in the middle of its work: the file is refused, and nothing of it is kept. */
export class Refusal extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}
