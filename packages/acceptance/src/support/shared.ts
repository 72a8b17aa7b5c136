import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const checkout = resolve(import.meta.dirname, '../../../..')

/**
 * The folder with the labelled reports and the seed: GUATU_SHARED, or `../shared` beside the checkout. Null where there
 * is none, said aloud; with CI=true it has to be there, so the absence throws.
 */
export function sharedFolder(): string | null {
  const folder = resolve(process.env.GUATU_SHARED ?? `${checkout}/../shared`)
  if (existsSync(folder)) return folder
  const says = `${folder} is not there: the reports it holds were NOT checked. Set GUATU_SHARED to their folder.`
  if (process.env.CI === 'true') throw new Error(says)
  console.warn(says)
  return null
}
