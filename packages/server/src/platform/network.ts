import type { OfficeKind } from './office.ts'

/**
 * The two doors of the machine. `loopback`: plain HTTP for whoever sits at it, who may take any seat of a sample or a
 * trial. `lan`: HTTPS for the office's other machines, where people sign in to the offices that work in earnest.
 */
export type Network = 'loopback' | 'lan'

/** Whether offices of this kind are there for whoever comes through this door. */
export const reaches = (network: Network, kind: OfficeKind): boolean => (kind === 'formal') === (network === 'lan')
