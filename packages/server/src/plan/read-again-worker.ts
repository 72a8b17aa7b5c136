import { planFromText } from '@guatu/core/plan'
import { accept } from '@guatu/core/shared'
import type { ReportText } from '@guatu/core/text'
import { answerWith } from '../text/index.ts'

await answerWith(async (kept) => accept(planFromText(JSON.parse(kept.toString()) as ReportText)))
