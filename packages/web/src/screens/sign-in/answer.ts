/**
 * What the provider sent back, letter by letter, out of the address that the page was loaded at: by now the router has
 * read and rewritten it, and a code of digits alone would have become a rounded number. Empty where none came.
 */
export function answerOf(loaded: string | undefined): string {
  if (loaded === undefined || !URL.canParse(loaded)) return ''
  const { pathname, search } = new URL(loaded)
  return pathname === '/sign-in/oidc' ? search.slice(1) : ''
}
