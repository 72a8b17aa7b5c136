import type { Holding, People, Post, Problem } from '@guatu/contract'

/** The form that is open, and what it is about. */
export type Panel =
  | { readonly kind: 'post'; readonly unit: People['units'][number] }
  | { readonly kind: 'closeUnit'; readonly unit: People['units'][number] }
  | { readonly kind: 'appoint'; readonly post: Post }
  | { readonly kind: 'closePost'; readonly post: Post }
  | { readonly kind: 'end' | 'endOnPaper' | 'confirmOnPaper'; readonly holding: Holding; readonly title: string }
  | {
      readonly kind: 'confirmOvertaken'
      readonly holding: Holding
      readonly title: string
      readonly refused: Problem
    }
  | { readonly kind: 'account'; readonly officerId: string }
