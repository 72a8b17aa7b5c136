import type { Me } from '@guatu/contract'

/** Which office and which person of it an outbox belongs to. */
export const personOf = ({ office, officer }: Pick<Me, 'office' | 'officer'>): string => `${office.id} ${officer.id}`
