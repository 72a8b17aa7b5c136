const worker = '/sw.js'

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

/** The only address of a script that a script may name; the content policy knows this rule by its name. */
function trusted(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies }
  return trustedTypes?.createPolicy('guatu-worker', { createScriptURL: () => worker }).createScriptURL(worker) ?? worker
}

/** Lets the page open without a network. Over plain http there is no such thing, and on the machine itself no need. */
export function registerWorker(): void {
  if (location.protocol !== 'https:' || !('serviceWorker' in navigator)) return
  // Refused, as by a browser that forbids it, the page works as ever while the network is there.
  navigator.serviceWorker.register(trusted()).catch(() => {})
  void navigator.storage?.persist?.().catch(() => {})
}
