import type { Day } from '@guatu/core/shared'

/** What the office has decided about the passes of its screens, as it holds on a day. */
export interface WallPassRules {
  /** How long the code of a pass may wait for its screen. */
  readonly bindHours: number
  /** How often a screen at work is written down as seen. */
  readonly seenSeconds: number
}

export type WallPassRulesOn = (on: Day) => WallPassRules

/** How long a browser keeps the cookie between two looks; a screen at work renews it. Browsers keep none for longer. */
export const cookieDays = 400
