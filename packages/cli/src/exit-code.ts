import type { ProblemKind } from '@guatu/core/shared'

/** What a script can tell from the exit code alone: 1 is our own mistake, 2 a command line that was not understood. */
export const exitCodeOf: Readonly<Record<ProblemKind, number>> = {
  invalid: 3,
  tooLarge: 3,
  notFound: 4,
  conflict: 5,
  forbidden: 6,
  unauthenticated: 6,
  unavailable: 7,
  tooMany: 7,
}
export const usageExitCode = 2
