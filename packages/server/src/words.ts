import type { Words } from '@guatu/core/shared'
import { words } from '@guatu/definitions'

/** The words of a reading rule, doubt, remark or kind of context by its code; a code without words shows as itself. */
export const wordsFor = (code: string): Words => words[code] ?? { zh: code, en: code }
