/** What a request takes: something read, a change, or a file that goes in or out. */
export type Budget = 'reads' | 'writes' | 'files'

/** How many requests are answered in one window; nothing above is carried out. */
export interface Limits {
  readonly windowSeconds: number
  readonly perPerson: Readonly<Record<Budget, number>>
  /** Whole buildings share one address: for this many busy people at once. */
  readonly peoplePerAddress: number
  /** A process claims a budget from the database in this many parts; more parts share it more evenly and cost more. */
  readonly parts: number
}

/**
 * What an installation begins with. Assumed, not taken from a rule: a page asks six times when it is opened and twice
 * whenever somebody changes something, so that a person with ten pages open in the busiest minute stays under a third.
 */
const usual: Limits = {
  windowSeconds: 60,
  perPerson: { reads: 1200, writes: 240, files: 60 },
  peoplePerAddress: 50,
  parts: 20,
}

const uncountable = 1e9

/** For whoever works at the machine itself by commands, or has a gateway that counts. */
export const noLimits: Limits = {
  windowSeconds: 60,
  perPerson: { reads: uncountable, writes: uncountable, files: uncountable },
  peoplePerAddress: 1,
  // A process that claimed all of it at once would leave nothing for the next on the same database.
  parts: 1000,
}

/** The limits of this installation; `GUATU_LIMITS=off` where a gateway in front of it keeps some already. */
export const limitsHere = (): Limits => (process.env.GUATU_LIMITS === 'off' ? noLimits : usual)
