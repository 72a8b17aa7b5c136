import { answerWith, handOn } from './in-reading-worker.ts'
import { readReceivedLedger } from './read-received.ts'

await answerWith((received, { name, sheet = null }) => readReceivedLedger(received, name, sheet, handOn))
