// Spread into elements of an `<svg>`: there are no HTML elements to use in their place.

/** Drawing only: the same is said in words by the link or heading it belongs to. */
export const decoration = { 'aria-hidden': true } as const

/** A sheet that holds links; named by an `aria-label`. */
export const group = { role: 'group' } as const
