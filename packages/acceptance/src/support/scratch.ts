import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkoutFiles } from './checkout-files.ts'
import { checkout } from './guatu-process.ts'

/** A folder with a space in its name that everybody may enter, gone when the test is over. */
export function scratchFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'guatu 试 '))
  chmodSync(path, 0o755)
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 }) }
}

/** Copies this checkout without anything that was ever installed or built. */
export function copyCheckout(to: string): void {
  for (const file of checkoutFiles()) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    cpSync(join(checkout, file), join(to, file))
  }
}
