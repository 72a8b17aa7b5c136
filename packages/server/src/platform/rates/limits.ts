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

/** What the office has decided about it, as it holds on a day. */
export interface Usual {
  readonly windowSeconds: number
  readonly readsPerPerson: number
  readonly writesPerPerson: number
  readonly filesPerPerson: number
  readonly peoplePerAddress: number
}

// A twentieth: what processes on one database cannot share evenly stays small, and so does what they ask the database.
const usualParts = 20

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
export function limitsHere({ windowSeconds, peoplePerAddress, ...usual }: Usual): Limits {
  if (process.env.GUATU_LIMITS === 'off') return noLimits
  const perPerson = { reads: usual.readsPerPerson, writes: usual.writesPerPerson, files: usual.filesPerPerson }
  return { windowSeconds, perPerson, peoplePerAddress, parts: usualParts }
}
