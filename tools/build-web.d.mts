/** Builds packages/web/dist when it is missing or older than its sources; a packed copy brings it along. */
export function ensureWebBuilt(): Promise<void>
