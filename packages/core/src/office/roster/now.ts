import type { HoldingOf } from '../keeping.ts'
import type { RosterUnitKind } from './shape.ts'

/** An office's units, posts, people and holdings as they are kept. */
export interface RosterNow {
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly kind: RosterUnitKind
    readonly parentId: string | null
    /** The day from which it is no more; null while it stands. */
    readonly closedOn: string | null
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
  readonly closedOn: string | null
}

export interface PersonNow {
  readonly id: string
  readonly name: string
  readonly side: string
  readonly account: string | null
  /** Whether the account was stopped: the person holds what they held, and gets in nowhere. */
  readonly disabled: boolean
}

export interface HoldingNow extends HoldingOf {
  readonly officerId: string
}
