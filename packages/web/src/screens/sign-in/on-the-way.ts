const key = 'guatu.back'

/** Keeps where one was, in this tab, while one is away at the unit's login. */
export function keepBack(back: string | undefined): void {
  try {
    if (back === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, back)
  } catch {
    // A browser that keeps nothing leads to the wall instead.
  }
}

/** Where one was before; undefined where nothing was kept. Whoever follows it looks at it first: see `backFrom`. */
export function keptBack(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}
