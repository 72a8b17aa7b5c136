import { answerWith } from './in-reading-worker.ts'
import { readReceived, readReceivedSheets } from './read-received.ts'

await answerWith((received, { name, sheetCellsMax }) =>
  sheetCellsMax === undefined ? readReceived(received, name) : readReceivedSheets(received, name, sheetCellsMax),
)
