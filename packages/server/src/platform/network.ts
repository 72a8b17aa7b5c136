import type { LanState } from '@guatu/contract'
import type { OfficeKind } from './office.ts'

/**
 * The two doors of the machine. `loopback`: plain HTTP for whoever sits at it, who may take any seat of a sample or a
 * trial. `lan`: HTTPS for the office's other machines, where people sign in to the offices that work in earnest.
 */
export type Network = 'loopback' | 'lan'

/** Whether offices of this kind are there for whoever comes through this door. */
export const reaches = (network: Network, kind: OfficeKind): boolean => (kind === 'formal') === (network === 'lan')

/** The door for other machines, as the applications on both sides of it know it. */
export interface LanDoor {
  /** Opens it where it is shut. Where that fails the state tells why; it never throws. */
  open(): Promise<void>
  state(): LanState
  /** What other machines have to trust, as PEM; null where there is nothing of ours to trust. */
  authority(): string | null
  /** Whether this machine goes by a name or an address, as it stands in a Host header without its port. */
  goesBy(name: string): boolean
  /** For how many seconds from now a browser may count on the certificate, 0 where it may not. */
  trustedFor(): number
}

/** Where no door for other machines is wanted: commands, and tests of everything else. */
export const noLan: LanDoor = {
  open: async () => {},
  state: () => ({ open: false, addresses: [], uncovered: [], certificate: null, problem: null }),
  authority: () => null,
  goesBy: () => false,
  trustedFor: () => 0,
}
