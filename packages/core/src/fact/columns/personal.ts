import { holdsPrivateNumber } from '../../office/index.ts'
import { isUscc } from './uscc.ts'

// The code of an enterprise may be all digits and looks like an identity number then; it has no day of birth in it.
const candidate = /[0-9A-HJ-NPQRTUWXY]{18}/g
const bornOn = /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/

/** Whether words hold what looks like somebody's identity or mobile number. Codes of enterprises may stand in them. */
export const tellsOfAPerson = (words: string): boolean =>
  holdsPrivateNumber(words.replace(candidate, (code) => (isUscc(code) && !bornOn.test(code) ? '|' : code)))
