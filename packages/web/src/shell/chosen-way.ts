const key = 'guatu.way'

/** Whether somebody has chosen in this browser how to begin. Where nothing can be kept it counts as chosen. */
export function hasChosen(): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return true
  }
}

export function choose(way: 'sample' | 'trial' | 'formal'): void {
  try {
    localStorage.setItem(key, way)
  } catch {
    // A browser that keeps nothing is never asked either.
  }
}
