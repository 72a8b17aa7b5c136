/** A sentence in both languages of the office: Chinese first, English second. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** What kind of refusal it is; the HTTP status and the exit code follow from it. */
export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooLarge'
  | 'tooMany'
  | 'unavailable'

/** Something a person or a document may do that we cannot accept, with its words and the next step. */
export interface Problem {
  readonly code: string
  readonly kind: ProblemKind
  readonly says: Words
  readonly next: Words
  readonly facts: Readonly<Record<string, unknown>>
}

interface Entry<F> {
  readonly kind: ProblemKind
  readonly says: (facts: F) => Words
  readonly next: Words
}

type Facts<E> = E extends Entry<infer F> ? F : never

/**
 * One stage's problems: every code with its typed facts, the one home of its words, and the next step.
 * Returns a function that makes a `Problem` of a code and its facts, with the entries on it for `docs/problems.md`.
 */
// biome-ignore lint/suspicious/noExplicitAny: the facts of an entry are inferred one by one; `any` lets each differ.
export function catalogue<const C extends Record<string, Entry<any>>>(entries: C) {
  const make = <K extends keyof C & string>(code: K, facts: Facts<C[K]>): Problem => {
    const entry = entries[code] as Entry<Facts<C[K]>>
    return { code, kind: entry.kind, says: entry.says(facts), next: entry.next, facts: { ...facts } }
  }
  return Object.assign(make, { entries })
}
