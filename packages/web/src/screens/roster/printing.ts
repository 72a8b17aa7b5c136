import type { SlipSheets } from '@guatu/contract'

/** Slips as they were made, with the address that is to stand on them. */
export interface Printing {
  readonly made: SlipSheets
  readonly address: string
}
