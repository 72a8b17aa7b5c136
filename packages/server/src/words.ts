import type { ReadingCode } from '@guatu/core/plan'
import type { Words } from '@guatu/core/shared'
import { words } from '@guatu/definitions'

/** The words of a doubt, a remark or a kind of context by its code. */
export const wordsFor = (code: ReadingCode): Words => words[code]
