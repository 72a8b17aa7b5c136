import type { Day, Instant } from '@guatu/core/shared'

/** A row as somebody means to enter it. */
export interface MeantRow {
  /** By what later acts name it. */
  readonly ref: string
  readonly on: Day
  readonly status: string | null
  readonly values: Readonly<Record<string, string>>
  /** The classes of evidence that stand behind it. */
  readonly evidence: readonly string[]
  /** The ledger takes it for one that it has already. */
  readonly refused: boolean
}

interface Acting {
  readonly at: Instant
  /** The key of a person of the plot. */
  readonly by: string
}

/** What one person does in one go. */
export type Act = Acting &
  (
    | { readonly do: 'enter'; readonly register: string; readonly rows: readonly MeantRow[] }
    | { readonly do: 'verify'; readonly register: string; readonly rows: readonly string[] }
    | { readonly do: 'return'; readonly register: string; readonly rows: readonly string[]; readonly because: string }
    | {
        readonly do: 'correct'
        readonly register: string
        /** The version that was sent back. */
        readonly row: string
        readonly becomes: MeantRow
        readonly because: string
      }
    | {
        readonly do: 'move'
        readonly register: string
        /** The version that stands. */
        readonly row: string
        readonly becomes: MeantRow
        readonly move: string
        readonly because: string
      }
    | { readonly do: 'lock'; readonly month: string }
  )
