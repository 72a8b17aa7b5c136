import { addDays, type Day, type Problem, type Words } from '../../shared/index.ts'
import type { Side } from '../duty.ts'
import { overlaps, versionOf } from '../holding.ts'
import { lastDuty } from '../keeping.ts'
import { officeProblems } from '../problems.ts'
import type { PostMeant } from './change-posts.ts'
import type { PersonMeant } from './match-people.ts'
import type { HoldingNow } from './now.ts'
import type { Fate } from './outcome.ts'
import { rosterProblems } from './problems.ts'
import { holdingKindLabels, type PersonLine } from './shape.ts'
import type { RosterStep } from './step.ts'

/** A row whose person and post are known. */
export interface Known {
  readonly row: number
  readonly line: PersonLine
  readonly person: PersonMeant
  readonly post: PostMeant
}

/** A holding while the file is gone through: kept, or made by a row of it. */
export interface Held extends HoldingNow {
  readonly person: string
  readonly post: PostMeant
  readonly row: number | null
}

/** Whether a holding ended before today. */
export const isOver = (held: HoldingNow, today: Day): boolean => held.untilDay !== null && held.untilDay < today
/** What a row comes to: what is done, or why it cannot be. */
export type Verdict =
  | { readonly problem: Problem }
  | { readonly problem: null; readonly fate: Exclude<Fate, 'refused'>; readonly says: Words }

const cannot = (problem: Problem): Verdict => ({ problem })
const done = (fate: Exclude<Fate, 'refused'>, zh = '', en = ''): Verdict => ({ problem: null, fate, says: { zh, en } })

/** Takes rows of people one by one against what is held by then, and gathers the steps. */
export class HoldingChanges {
  readonly steps: RosterStep[] = []
  private held: Held[]
  private readonly taken = new Map<string, number>()
  private readonly written = new Set<string>()
  private readonly isFormal: boolean
  private readonly today: Day
  private readonly disabled: ReadonlySet<string>

  /** `disabled` are the keys of persons whose accounts were stopped. */
  constructor(held: readonly Held[], isFormal: boolean, today: Day, disabled: ReadonlySet<string>) {
    this.held = [...held]
    this.disabled = disabled
    this.isFormal = isFormal
    this.today = today
  }

  private of({ person, post }: Known): Held[] {
    return this.held.filter((one) => one.person === person.key && one.post === post)
  }

  /** The kept holding that a row speaks of, by its first day; without one, what is held now, or ended as it says. */
  kept(known: Known): Held | null {
    const { from, until, kind } = known.line
    const own = this.of(known).filter((one) => one.row === null && one.kind === kind)
    if (from !== null) return own.find((one) => one.fromDay === from) ?? null
    return (
      own.findLast((one) => !isOver(one, this.today)) ??
      (until === null ? null : (own.find((one) => one.untilDay === until) ?? null))
    )
  }

  /** Writes down what is lacking of a person, once: an account, or the person. */
  private writeDown({ person, line, post }: Known): boolean {
    const { account } = line
    if (person.lacks === null || account === null || this.written.has(person.key)) return false
    this.written.add(person.key)
    if ('id' in person.ref) this.steps.push({ do: 'giveAccount', id: person.ref.id, account })
    else this.steps.push({ do: 'addPerson', name: line.name, account, side: post.side as Side })
    return true
  }

  /** A row about a holding that is kept: it is as it says, or comes to an end with it, or cannot. */
  meet(known: Known, held: Held): Verdict {
    const { row, line } = known
    const first = this.taken.get(held.id)
    if (first !== undefined) return cannot(rosterProblems('roster.row_twice', { first }))
    this.taken.set(held.id, row)
    const { untilDay } = held
    if (untilDay !== null && untilDay !== line.until)
      return cannot(rosterProblems('roster.ends_otherwise', { name: line.name, post: line.post, until: untilDay }))
    return untilDay !== null || line.until === null ? this.stay(known) : this.end(known, held, line.until)
  }

  private stay(known: Known): Verdict {
    const account = known.line.account ?? ''
    return this.writeDown(known) ? done('changed', `账号定为 ${account}`, `account becomes ${account}`) : done('same')
  }

  private end(known: Known, held: Held, until: Day): Verdict {
    if (until < held.fromDay) return cannot(officeProblems('office.end_before_start', { from: held.fromDay, until }))
    const posts = this.held.map(({ postId, post: { duties } }) => ({ id: postId, duties }))
    const able = this.held.filter(({ person }) => !this.disabled.has(person))
    const duty = lastDuty(this.isFormal, held, addDays(until, 1), posts, able)
    if (duty !== null) return cannot(officeProblems('office.last_one', { duty }))
    this.held = this.held.map((one) => (one === held ? { ...held, untilDay: until } : one))
    this.writeDown(known)
    this.steps.push({ do: 'endHolding', id: held.id, version: versionOf(held), until })
    return done('ended', `${until} 结束任职`, `ends on ${until}`)
  }

  private inTheWay({ line, person, post }: Known, from: Day): Held | undefined {
    return this.held.find((one) => one.person === person.key && one.post === post && overlaps(one, from, line.until))
  }

  /** Whether a row may only be looked at once others have ended what stands in its way. */
  mustWait(known: Known): boolean {
    const held = this.inTheWay(known, known.line.from ?? this.today)
    return held !== undefined && held.row === null
  }

  private whyNot(known: Known, from: Day): Problem | null {
    const { line, post } = known
    if (post.closedOn !== null && (line.until === null || line.until >= post.closedOn))
      return officeProblems('office.closed_already', { what: line.post, on: post.closedOn })
    if (line.until !== null && line.until < from)
      return officeProblems('office.end_before_start', { from, until: line.until })
    if (post.side !== 'business' && line.kind === 'deputy')
      return officeProblems('office.no_deputy', { post: line.post })
    const held = this.inTheWay(known, from)
    if (!held) return null
    const { name } = line
    if (held.row !== null) return rosterProblems('roster.row_twice', { first: held.row })
    if (held.kind === line.kind)
      return rosterProblems('roster.starts_otherwise', { name, post: line.post, from: held.fromDay })
    return officeProblems('office.holds_already', { name, post: line.post })
  }

  /** A row about a holding that is not there yet. */
  add(known: Known): Verdict {
    const { line, person, post } = known
    const from = line.from ?? this.today
    const problem = this.whyNot(known, from)
    if (problem) return cannot(problem)
    this.writeDown(known)
    const { kind, until } = line
    this.steps.push({ do: 'addHolding', person: person.ref, unit: post.unit, post: post.title, kind, from, until })
    this.held.push(this.heldBy(known, from))
    return done('new', `${holdingKindLabels[kind]}，自 ${from} 起任职`, `${kind}, in post from ${from}`)
  }

  private heldBy({ row, line, person, post }: Known, from: Day): Held {
    return {
      id: `row ${row}`,
      postId: post.id ?? `${post.unit} ${post.title}`,
      officerId: person.key,
      person: person.key,
      post,
      row,
      kind: line.kind,
      fromDay: from,
      untilDay: line.until,
      // On trial it is in force at once; in earnest it waits for a second person and holds nothing up till then.
      confirmedBy: this.isFormal ? null : 'at once',
    }
  }
}
