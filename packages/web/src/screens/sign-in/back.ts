const here = 'https://here.invalid'

/**
 * The way back that the address names, where it is a path of our own pages; the wall otherwise. What a browser would
 * take for another site is none: `//other`, `/\other`, a scheme, or a sign that it drops.
 */
export function backFrom(named: string | undefined): string {
  if (named === undefined || !named.startsWith('/') || /[\\\p{Cc}]/u.test(named)) return '/'
  const url = URL.canParse(named, here) ? new URL(named, here) : null
  if (url?.origin !== here || url.pathname.startsWith('//') || url.pathname.startsWith('/api/')) return '/'
  return /^\/sign-in(?:\/|$)/.test(url.pathname) ? '/' : `${url.pathname}${url.search}${url.hash}`
}
