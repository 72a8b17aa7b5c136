import type { Day, Problem } from '../../shared/index.ts'
import { officeProblems } from '../problems.ts'
import type { PostsChange } from './change-posts.ts'
import type { Read } from './from-sheets.ts'
import { type Held, HoldingChanges, isOver, type Known, type Verdict } from './holding-changes.ts'
import { matchPeople } from './match-people.ts'
import type { RosterNow } from './now.ts'
import { Outcomes, type RowOutcome } from './outcome.ts'
import { plainName } from './rows.ts'
import type { PersonLine } from './shape.ts'
import type { RosterStep } from './step.ts'

export interface PeopleChange {
  readonly outcomes: readonly RowOutcome[]
  readonly steps: readonly RosterStep[]
  /** Who holds a post and stands in no row. */
  readonly absent: readonly { readonly id: string; readonly name: string }[]
}

/** The rows whose person and post are known; of the others the outcome says why they are not. */
function knownRows(
  reads: readonly Read<PersonLine>[],
  outcomes: Outcomes,
  now: RosterNow,
  held: readonly Held[],
  { posts, whyNoPost }: PostsChange,
  whyNoUnit: (column: string, name: string) => Problem | null,
): Known[] {
  const postOf = (line: PersonLine) => posts.find((one) => one.unit === line.unit && one.title === line.post)
  const holdersOf = (line: PersonLine) => held.filter((one) => one.post === postOf(line)).map((one) => one.officerId)
  const lines = reads.flatMap(({ says }) => (says ? [says] : []))
  const match = matchPeople(lines, now, holdersOf)
  return reads.flatMap(({ row, says: line }): Known[] => {
    if (!line) return []
    const post = postOf(line)
    const matched = match(line)
    if (post && 'person' in matched) return [{ row, line, post, person: matched.person }]
    const unmatched = 'problem' in matched ? [matched.problem] : []
    const missing = post ? [] : [whyNoUnit('单位', line.unit) ?? whyNoPost(line.unit, line.post)]
    outcomes.refuse(row, ...unmatched, ...missing)
    return []
  })
}

/** Whose rows name posts of two sides: the person is refused whole, for nobody can tell which was meant. */
function onTwoSides(rows: readonly Known[]): ReadonlySet<string> {
  const sides = new Map<string, Set<string>>()
  for (const { person, post } of rows)
    if (person.side === null) sides.set(person.key, (sides.get(person.key) ?? new Set()).add(post.side))
  return new Set([...sides].flatMap(([key, { size }]) => (size > 1 ? [key] : [])))
}

/** The rows whose person may hold the post; of the others the outcome says that two sides never meet in one person. */
function ofOneSide(rows: readonly Known[], outcomes: Outcomes): Known[] {
  const torn = onTwoSides(rows)
  return rows.filter(({ row, line, person, post }) => {
    const isApart = torn.has(person.key) || (person.side !== null && person.side !== post.side)
    if (isApart) outcomes.refuse(row, officeProblems('office.sides_apart', { name: line.name, post: line.post }))
    return !isApart
  })
}

function changeHoldings(rows: readonly Known[], outcomes: Outcomes, changes: HoldingChanges): void {
  const record = ({ row }: Known, verdict: Verdict) =>
    verdict.problem ? outcomes.refuse(row, verdict.problem) : outcomes.settle(row, verdict.fate, verdict.says)
  const told = rows.map((known) => ({ known, kept: changes.kept(known) }))
  const fresh = told.flatMap(({ known, kept }) => (kept ? [] : [known]))
  // A successor has to be there before the last one leaves, and who returns to a post has to have left it before.
  const waiting = new Set(fresh.filter((known) => changes.mustWait(known)))
  for (const known of fresh) if (!waiting.has(known)) record(known, changes.add(known))
  for (const { known, kept } of told) if (kept) record(known, changes.meet(known, kept))
  for (const known of waiting) record(known, changes.add(known))
}

/** What the rows of people would do: persons written down, holdings begun and ended. Nobody is ended by being left out. */
export function changePeople(
  reads: readonly Read<PersonLine>[],
  now: RosterNow,
  posts: PostsChange,
  whyNoUnit: (column: string, name: string) => Problem | null,
  { isFormal, today }: { readonly isFormal: boolean; readonly today: Day },
): PeopleChange {
  const outcomes = new Outcomes('people', reads)
  const held = now.holdings.flatMap((holding): Held[] => {
    const post = posts.posts.find((one) => one.id === holding.postId)
    return post ? [{ ...holding, person: holding.officerId, post, row: null }] : []
  })
  const rows = knownRows(reads, outcomes, now, held, posts, whyNoUnit)
  const disabled = new Set(now.people.filter((person) => person.disabled).map(({ id }) => id))
  const changes = new HoldingChanges(held, isFormal, today, disabled)
  changeHoldings(ofOneSide(rows, outcomes), outcomes, changes)
  const named = new Set(rows.map(({ person }) => person.key))
  const holding = new Set(now.holdings.filter((one) => !isOver(one, today)).map((one) => one.officerId))
  const absent = now.people
    .filter(({ id }) => holding.has(id) && !named.has(id))
    .map(({ id, name }) => ({ id, name: plainName(name) }))
  return { outcomes: outcomes.list(), steps: changes.steps, absent }
}
