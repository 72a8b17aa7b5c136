import { decimal, isDecimal, shownRatio, times } from '@guatu/core/shared'

/** A ratio as shown: `0.7314` → `73.1%`. Exact text in and out; nothing is compared by it. */
export const percent = (ratio: string): string =>
  isDecimal(ratio) ? `${shownRatio(times(decimal(ratio), decimal(100)), decimal(1), 1)}%` : ratio
