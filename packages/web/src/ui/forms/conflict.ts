import type { Problem, Words } from '@guatu/contract'

/** One thing that somebody else did while a form was open. */
export interface Since {
  readonly by: string
  readonly at: string
  readonly did: Words
  readonly because?: string
  /** The decision in full, where it was one on a review. */
  readonly decision?: { readonly key?: string; readonly keys?: readonly string[]; readonly task?: string }
}

/** Why something was refused that others were faster with. */
export interface Conflict {
  /** The version that stands, to send again against; null where the thing itself tells it. */
  readonly current: number | null
  readonly since: readonly Since[]
  /** The thing as it stands, where the refusal holds it. */
  readonly standing: unknown
}

/** What others did in the meantime, out of a refusal that tells it; null for a refusal of any other kind. */
export function conflictOf(problem: Problem | null): Conflict | null {
  if (!problem) return null
  const { current, since, standing } = problem.facts as Partial<Conflict>
  if (problem.code !== 'request.version_conflict' && standing === undefined) return null
  return { current: current ?? null, since: since ?? [], standing }
}

/** Whether something done in the meantime was about one of these things, and not about another part of the same paper. */
export function isAbout({ decision }: Since, keys: readonly string[]): boolean {
  const named = [decision?.key, decision?.task, ...(decision?.keys ?? [])]
  return named.some((key) => key !== undefined && keys.includes(key))
}

/** One field of a form as words: as it was when the form was opened, as it is typed, and as it stands now. */
export interface Compared {
  readonly label: string
  readonly opened: string
  readonly mine: string
  readonly now: string
}

/** Who made two versions of a field differ: nobody, whoever types, the others, or each of them. */
export type Difference = 'same' | 'mine' | 'theirs' | 'both'

export function differenceIn({ opened, mine, now }: Compared): Difference {
  if (mine === now) return 'same'
  if (now === opened) return 'mine'
  return mine === opened ? 'theirs' : 'both'
}

/** A field of something, in the words a person reads. */
export interface FieldWords<T> {
  readonly label: string
  readonly words: (of: T) => string
}

/** Compares field by field; a thing that is no longer there has nothing in any of them. */
export const comparedIn = <T>(
  fields: readonly FieldWords<T>[],
  { opened, mine, now }: { readonly opened: T; readonly mine: T; readonly now: T | null },
): readonly Compared[] =>
  fields.map(({ label, words }) => ({
    label,
    opened: words(opened),
    mine: words(mine),
    now: now === null ? '' : words(now),
  }))
