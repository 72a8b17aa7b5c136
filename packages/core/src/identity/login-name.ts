/** The longest login name, in characters. */
export const loginNameCharsMax = 40

/** The one spelling of a login name: full-width and capital letters are the same as their plain ones, other signs go. */
export const loginNameOf = (typed: string): string =>
  [...typed.normalize('NFKC').toLowerCase()]
    .filter((sign) => /[\p{L}\p{N}._-]/u.test(sign))
    .slice(0, loginNameCharsMax)
    .join('')
