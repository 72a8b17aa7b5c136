import type { Problem } from './problem.ts'

/** Either a value, or the problem that stood in its way. What only our own mistake can cause is thrown instead. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export const accept = <T>(value: T): Result<T> => ({ ok: true, value })
export const reject = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem })
