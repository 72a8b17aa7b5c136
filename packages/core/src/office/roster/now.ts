import type { HoldingOf } from '../keeping.ts'
import type { RosterUnitKind } from './shape.ts'

/** An office's units, posts, people and holdings as they are kept. */
export interface RosterNow {
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly kind: RosterUnitKind
    readonly parentId: string | null
  }[]
  readonly posts: readonly PostNow[]
  readonly people: readonly PersonNow[]
  readonly holdings: readonly HoldingNow[]
}

export interface PostNow {
  readonly id: string
  readonly unitId: string
  readonly title: string
  readonly duties: readonly string[]
  readonly side: string
  readonly wholeLine: boolean
  /** Ids of the units it answers for beside its own. */
  readonly line: readonly string[]
}

export interface PersonNow {
  readonly id: string
  readonly name: string
  readonly side: string
  readonly account: string | null
}

export interface HoldingNow extends HoldingOf {
  readonly officerId: string
}
