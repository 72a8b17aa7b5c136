import type { Day } from '../../shared/index.ts'
import type { Side } from '../duty.ts'
import type { HoldingKind, PostLine, UnitLine } from './shape.ts'

/** Somebody who is there, by id, or somebody whom an earlier step writes down, by account. */
export type PersonRef = { readonly id: string } | { readonly account: string }

/** One thing to be done. Units, posts and new people are named; what an earlier step makes is there for a later one. */
export type RosterStep =
  | { readonly do: 'addUnit'; readonly unit: UnitLine }
  | { readonly do: 'changeUnit'; readonly unit: UnitLine }
  | { readonly do: 'addPost'; readonly post: PostLine }
  | { readonly do: 'addPerson'; readonly name: string; readonly account: string; readonly side: Side }
  | { readonly do: 'giveAccount'; readonly id: string; readonly account: string }
  | {
      readonly do: 'addHolding'
      readonly person: PersonRef
      readonly unit: string
      readonly post: string
      readonly kind: HoldingKind
      readonly from: Day
      readonly until: Day | null
    }
  | { readonly do: 'endHolding'; readonly id: string; readonly version: number; readonly until: Day }
