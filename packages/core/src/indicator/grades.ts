import { compareExact, type Decimal, type Exact, exactly } from '../shared/index.ts'

/** Grades from the best down, each with its least score. */
export type Grades = readonly { readonly grade: string; readonly atLeast: Decimal }[]

/** The grade of a score; null below the lowest. */
export const gradeOf = (score: Exact, grades: Grades): string | null =>
  grades.find(({ atLeast }) => compareExact(score, exactly(atLeast)) >= 0)?.grade ?? null

/** Places from the highest down; equals share the better place, and the next is left out: 1, 2, 2, 4. */
export const placesOf = (scores: readonly Exact[]): readonly number[] =>
  scores.map((score) => scores.filter((other) => compareExact(other, score) > 0).length + 1)
