import type { MapMark } from '@guatu/contract'

/** By urgency, as the legend lists them. */
export const marks: readonly MapMark[] = ['late', 'waiting', 'running', 'ended', 'standing']
