import type { Problem } from '../../shared/index.ts'
import { type Duty, dutyLabels } from '../duty.ts'
import { officeProblems } from '../problems.ts'
import type { UnitsChange } from './change-units.ts'
import type { Read } from './from-sheets.ts'
import type { PostNow, RosterNow } from './now.ts'
import { Outcomes, type RowOutcome } from './outcome.ts'
import { rosterProblems } from './problems.ts'
import { plainName } from './rows.ts'
import { listMark, type PostLine, rosterSheetNames, wholeLineLabel } from './shape.ts'
import type { RosterStep } from './step.ts'

/** A post that the office has, or will have once the file is in. */
export interface PostMeant {
  readonly unit: string
  readonly title: string
  readonly side: string
  readonly duties: readonly string[]
  /** Null while the file has still to make it. */
  readonly id: string | null
  /** The day from which it is no more; null while it stands. */
  readonly closedOn: string | null
}

export interface PostsChange {
  readonly outcomes: readonly RowOutcome[]
  readonly steps: readonly RosterStep[]
  readonly posts: readonly PostMeant[]
  /** Why there is no such post to be held. */
  whyNoPost(unit: string, title: string): Problem
}

const labels = (duties: readonly string[]) => duties.map((duty) => dutyLabels[duty as Duty].zh).join(listMark)
const isSet = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one) => b.includes(one))

function isAsKept(post: PostNow, line: PostLine, unitName: (id: string) => string): boolean {
  if (!isSet(post.duties, line.duties)) return false
  if (post.wholeLine || line.line === 'all') return post.wholeLine && line.line === 'all'
  return isSet(post.line.map(unitName), line.line)
}

/** What the rows of posts would do. A post is made and never changed: who holds it was confirmed for what it was. */
export function changePosts(reads: readonly Read<PostLine>[], now: RosterNow, units: UnitsChange): PostsChange {
  const outcomes = new Outcomes('posts', reads)
  const names = new Map(now.units.map((unit) => [unit.id, plainName(unit.name)]))
  const unitName = (id: string) => names.get(id) ?? ''
  const kept = now.posts.map((post) => ({ ...post, unit: unitName(post.unitId), title: plainName(post.title) }))
  const posts: PostMeant[] = [...kept]
  const steps: RosterStep[] = []
  const firstRows = new Map<string, number>()
  const refused = new Map<string, number>()
  const keyOf = (unit: string, title: string) => `${unit}\n${title}`

  const whyNotSame = (post: PostNow, line: PostLine): Problem | null =>
    isAsKept(post, line, unitName)
      ? null
      : rosterProblems('roster.post_differs', {
          post: post.title,
          duties: labels(post.duties),
          line: post.wholeLine ? wholeLineLabel : post.line.map(unitName).join(listMark) || '无',
        })
  const closedUnits = new Map(now.units.map(({ name, closedOn }) => [plainName(name), closedOn]))
  const whyNotNew = ({ unit }: PostLine): Problem | null => {
    const on = closedUnits.get(unit)
    return on ? officeProblems('office.closed_already', { what: unit, on }) : null
  }
  const whyNot = (line: PostLine, first: number | undefined): Problem | null => {
    if (first !== undefined) return rosterProblems('roster.row_twice', { first })
    const missing = units.whyNoUnit('单位', line.unit)
    if (missing || line.line === 'all') return missing
    return line.line.map((unit) => units.whyNoUnit('分管单位', unit)).find((problem) => problem !== null) ?? null
  }

  for (const {
    row,
    says,
    names: [unit = '', title = ''],
  } of reads) {
    const key = keyOf(unit, title)
    const problem = says && whyNot(says, firstRows.get(key))
    const there = kept.find((post) => says && post.unit === says.unit && post.title === says.title)
    const conflict = problem ?? (says && (there ? whyNotSame(there, says) : whyNotNew(says)))
    if (says) firstRows.set(key, firstRows.get(key) ?? row)
    if (conflict) outcomes.refuse(row, conflict)
    if (!says || conflict) {
      refused.set(key, row)
    } else if (there) {
      outcomes.settle(row, 'same')
    } else {
      steps.push({ do: 'addPost', post: says })
      posts.push({ ...says, id: null, closedOn: null })
      outcomes.settle(row, 'new', { zh: '新增岗位', en: 'new post' })
    }
  }

  const whyNoPost = (unit: string, title: string): Problem => {
    const row = refused.get(keyOf(unit, title))
    if (row !== undefined)
      return rosterProblems('roster.row_refused', { what: title, sheet: rosterSheetNames.posts, row })
    const others = posts.filter((post) => post.title === title).map((post) => post.unit)
    return others.length === 0
      ? rosterProblems('roster.post_unknown', { unit, post: title })
      : rosterProblems('roster.post_elsewhere', { unit, post: title, others: others.join(listMark) })
  }
  return { outcomes: outcomes.list(), steps, posts, whyNoPost }
}
