import { planFromText } from '@guatu/core/plan'
import { accept } from '@guatu/core/shared'
import { answerWith, readReceived } from '../text/index.ts'

await answerWith(async (received, { name }) => {
  const report = await readReceived(received, name)
  return report.ok ? accept({ report: report.value, reading: planFromText(report.value) }) : report
})
